import { type FactTable, type Part } from './fact-table.js';

/** Filters of a question, compiled: any of the values of a dimension, all of the dimensions. */
export interface CompiledFilters {
  /** For each code 1 where it passes. */
  singles: { name: string; passes: Uint8Array }[];
  /** Words of bits, as in the masks: a value passes with the broader one that counts with it. */
  sets: { name: string; passes: Int32Array }[];
}

/** @throws RangeError for a dimension that the table does not have */
export function compileFilters(
  { main }: FactTable,
  filters: Readonly<Record<string, readonly string[]>>,
): CompiledFilters {
  const compiled: CompiledFilters = { singles: [], sets: [] };
  for (const [name, wanted] of Object.entries(filters)) {
    const single = main.singles[name];
    const set = main.sets[name];
    if (single) compiled.singles.push({ name, passes: lookUp(single.values, wanted) });
    else if (set) {
      const values = lookUp(set.values, wanted);
      const passes = new Int32Array(set.words);
      values.forEach((own, value) => {
        if (own || (set.above[value]! >= 0 && values[set.above[value]!]))
          passes[value >> 5]! |= 1 << (value & 31);
      });
      compiled.sets.push({ name, passes });
    } else throw new RangeError(`there is no dimension ${name}`);
  }
  return compiled;
}

function lookUp(values: readonly string[], wanted: readonly string[]): Uint8Array {
  const found = new Set(wanted);
  return Uint8Array.from(values, (value) => (found.has(value) ? 1 : 0));
}

/** For each block 1 where some submission may pass. */
export function openBlocks(part: Part, blocks: number, { singles }: CompiledFilters): Uint8Array {
  const open = new Uint8Array(blocks).fill(1);
  for (const { name, passes } of singles) {
    const { low, high } = part.singles[name]!;
    for (let block = 0; block < blocks; block++)
      if (open[block] && !anyPasses(passes, low[block]!, high[block]!)) open[block] = 0;
  }
  return open;
}

function anyPasses(passes: Uint8Array, low: number, high: number): boolean {
  for (let value = low; value <= high; value++) if (passes[value]) return true;
  return false;
}
