import { BLOCK, type FactTable } from './fact-table.js';

/** Filters of a question, compiled: any of the values of a dimension, all of the dimensions. */
export interface CompiledFilters {
  singles: { column: Uint8Array | Uint16Array; passes: Uint8Array; low: Uint16Array; high: Uint16Array }[];
  sets: { start: Int32Array; items: Uint8Array | Uint16Array; passes: Uint8Array }[];
  /** For a set dimension whose filter narrows its values: which values still count. */
  narrowed: Record<string, Uint8Array>;
}

/** @throws RangeError for a dimension that the table does not have */
export function compileFilters(
  table: FactTable,
  filters: Readonly<Record<string, readonly string[]>>,
): CompiledFilters {
  const compiled: CompiledFilters = { singles: [], sets: [], narrowed: {} };
  for (const [name, wanted] of Object.entries(filters)) {
    const single = table.single[name];
    const set = table.sets[name];
    if (single) {
      const passes = lookUp(single.values, wanted);
      compiled.singles.push({ column: single.column, passes, low: single.blockLow, high: single.blockHigh });
    } else if (set) {
      const passes = lookUp(set.values, wanted);
      // A value passes with the broader one that counts with it.
      set.above.forEach((above, value) => {
        if (above >= 0 && passes[above]) passes[value] = 1;
      });
      compiled.sets.push({ start: set.start, items: set.items, passes });
      if (set.filterNarrows) compiled.narrowed[name] = passes;
    } else throw new RangeError(`there is no dimension ${name}`);
  }
  return compiled;
}

function lookUp(values: readonly string[], wanted: readonly string[]): Uint8Array {
  const found = new Set(wanted);
  return Uint8Array.from(values, (value) => (found.has(value) ? 1 : 0));
}

/** Writes the submissions of a block that pass every filter into `chosen`. @returns how many */
export function chooseInBlock(
  filters: CompiledFilters,
  count: number,
  block: number,
  chosen: Int32Array,
): number {
  const from = block * BLOCK;
  const to = Math.min(count, from + BLOCK);
  for (const { passes, low, high } of filters.singles)
    if (!anyPasses(passes, low[block]!, high[block]!)) return 0;
  let size = to - from;
  const [first, ...others] = filters.singles;
  if (first) size = chooseFirst(first, from, to, chosen);
  else for (let at = 0; at < size; at++) chosen[at] = from + at;
  for (const { column, passes } of others) {
    let kept = 0;
    for (let at = 0; at < size; at++) {
      const submission = chosen[at]!;
      chosen[kept] = submission;
      kept += passes[column[submission]!]!;
    }
    size = kept;
  }
  for (const set of filters.sets) {
    let kept = 0;
    for (let at = 0; at < size; at++) {
      const submission = chosen[at]!;
      chosen[kept] = submission;
      if (setPasses(set, submission)) kept += 1;
    }
    size = kept;
  }
  return size;
}

function chooseFirst(
  { column, passes }: CompiledFilters['singles'][number],
  from: number,
  to: number,
  chosen: Int32Array,
): number {
  let kept = 0;
  for (let submission = from; submission < to; submission++) {
    chosen[kept] = submission;
    kept += passes[column[submission]!]!;
  }
  return kept;
}

/** The same for one submission. */
export function passesAll(filters: CompiledFilters, submission: number): boolean {
  for (const { column, passes } of filters.singles) if (!passes[column[submission]!]) return false;
  for (const set of filters.sets) if (!setPasses(set, submission)) return false;
  return true;
}

function setPasses({ start, items, passes }: CompiledFilters['sets'][number], submission: number): boolean {
  for (let at = start[submission]!; at < start[submission + 1]!; at++) if (passes[items[at]!]) return true;
  return false;
}

function anyPasses(passes: Uint8Array, low: number, high: number): boolean {
  for (let value = low; value <= high; value++) if (passes[value]) return true;
  return false;
}
