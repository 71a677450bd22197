import type { Guard } from '#disclosure';
import type { EveryTable, TrueTable } from './every-table.js';
import { DIMENSIONS, type DimensionName } from './made-up-city.js';
import type { Published, Scheme } from './schemes.js';
import { hearTheHidden } from './why-hidden.js';

/** What an attacker knows for certain of every cell. */
export interface Knowledge {
  low: Int32Array;
  high: Int32Array;
  rounds: number;
}

/** Lines of a table that belong to one cell of a larger table, worked out once. */
export interface Line {
  whole: number;
  parts: Int32Array;
  /** What tells the parts from each other. Of a person's own dimensions they add up; otherwise people may be in several. */
  over: DimensionName | 'option';
  /** The guard does not weigh these parts against this whole, so its silence says nothing of them. */
  unguarded?: boolean;
  /** By part: is it the whole that is hidden where the two are too much alike? Then it says something only where both are shown. */
  givesWay?: readonly boolean[];
}

/** Does everybody of the whole stand in one part alone? A person has one value of a characteristic, and one answer of a choice. */
const isPartition = ({ over }: Pick<Line, 'over'>): boolean => over === 'option' || DIMENSIONS[over].ofPerson;

export function linesOf(every: EveryTable): Line[] {
  const lines: Line[] = [];
  for (const table of every.tables)
    for (const { dimension, cell } of table.larger) {
      const parts = new Map<number, number[]>();
      cell.forEach(
        (whole, own) => void (parts.get(whole) ?? parts.set(whole, []).get(whole)!).push(table.offset + own),
      );
      for (const [whole, own] of parts) lines.push({ whole, parts: Int32Array.from(own), over: dimension });
    }
  return lines;
}

/**
 * Bounds of every count from everything that was published at once: what each cell shows, sums against their parts (both
 * ways), parts against larger sets, submissions against people, what the guard's silence says, and why a large cell is hidden. Bounds are drawn
 * together until nothing moves; each step is a valid inequality, so the truth always stays inside.
 * @param own people of each cell whom the attacker knows anyway: its own rows, or made-up people it smuggled in
 */
export function attack(
  every: Pick<EveryTable, 'cells'>,
  scheme: Scheme,
  published: Published,
  lines: readonly Line[],
  own?: Int32Array,
): Knowledge {
  const { cells } = every;
  const known: Knowledge = { low: new Int32Array(cells), high: new Int32Array(cells), rounds: 0 };
  for (let cell = 0; cell < cells; cell++) {
    const shown = published.people[cell]!;
    const [low, high] = scheme.replayable
      ? [shown - scheme.replayable(cell), shown - scheme.replayable(cell)]
      : scheme.bounds(shown);
    if (published.stood?.[cell] && shown >= 0) {
      [known.low[cell], known.high[cell]] = [Math.max(0, low - STANDS), high + STANDS];
      continue;
    }
    known.low[cell] = Math.max(low, own?.[cell] ?? 0);
    // Nobody is counted without a submission, so what is shown of these bounds the people too.
    known.high[cell] =
      shown > 0 && !scheme.replayable ? Math.min(high, scheme.bounds(published.submissions[cell]!)[1]) : high;
  }
  for (let moved = true; moved && known.rounds < 30; known.rounds++) {
    moved = false;
    for (const line of lines) if (tighten(known, line, published, scheme)) moved = true;
    if (!moved && scheme.guard && scheme.guardedFrom !== undefined)
      moved = hearTheHidden(known, published, lines, scheme.guard, scheme.guardedFrom);
  }
  return known;
}

/** Plain loops without closures: this runs a few hundred thousand times an attack. */
function tighten({ low, high }: Knowledge, line: Line, published: Published, scheme: Scheme): boolean {
  const { whole, parts } = line;
  const addsUp = isPartition(line);
  let [sumLow, sumHigh, changed] = [0, 0, false];
  for (let at = 0; at < parts.length; at++) {
    sumLow += low[parts[at]!]!;
    sumHigh += high[parts[at]!]!;
  }
  if (sumHigh < high[whole]!) [high[whole], changed] = [sumHigh, true];
  if (addsUp && sumLow > low[whole]!) [low[whole], changed] = [sumLow, true];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!;
    const [partLow, partHigh] = [low[part]!, high[part]!];
    const least = low[whole]! - (sumHigh - partHigh);
    const most = addsUp ? high[whole]! - (sumLow - partLow) : high[whole]!;
    if (least > partLow) [low[part], changed] = [least, true];
    if (most < partHigh) [high[part], changed] = [most, true];
    if (partLow > low[whole]!) [low[whole], changed] = [partLow, true];
    if (!scheme.guard || line.unguarded || published.people[part]! <= 0) continue;
    if (line.givesWay?.[at] && published.people[whole]! < 0) continue;
    if (published.stood && (published.stood[part] || published.stood[whole])) continue;
    const fewest = addsUp ? sumLow - partLow : 0;
    if (hearTheSilence(low, high, line, part, fewest, sumHigh - partHigh, scheme.guard, published.people))
      changed = true;
  }
  return changed;
}

/** A part that is shown is not all but 1 to `margin` of the whole, and not all of a small whole. */
function hearTheSilence(
  low: Int32Array,
  high: Int32Array,
  { whole }: Line,
  part: number,
  fewestOthers: number,
  mostOthers: number,
  guard: Guard,
  figures: Int32Array,
): boolean {
  const least = Math.max(fewestOthers, low[whole]! - high[part]!, 0);
  const most = Math.min(mostOthers, high[whole]! - low[part]!);
  const before = low[whole]! + low[part]! - high[whole]! - high[part]!;
  // The same people bear the same figure; and where the figure must be lower, an equal one means the same people.
  const touch = figures[whole] === figures[part];
  if (most <= guard.margin || (guard.lower && touch)) {
    high[whole] = Math.min(high[whole]!, high[part]!);
    low[part] = Math.max(low[part]!, low[whole]!, guard.equalUnder);
    low[whole] = Math.max(low[whole]!, low[part]!);
  } else if (least > 0 || high[part]! < guard.equalUnder || (figures[whole]! > 0 && !touch)) {
    high[part] = Math.min(high[part]!, high[whole]! - guard.margin - 1);
    low[whole] = Math.max(low[whole]!, low[part]! + guard.margin + 1);
  }
  return low[whole]! + low[part]! - high[whole]! - high[part]! !== before;
}

export interface Damage {
  /** Counts of people proved exactly (cells that somebody is in). */
  exact: number;
  /** Of these, counts of 1 to 4. */
  exactSmall: number;
  /** Counts of 1 to 4 with fewer than three possible values left. */
  pinned: number;
  /** Small groups of whom everybody is proved to share a trait: who is known to be in one is known to have it. */
  attribute: number;
  /** The same for the ward that they live in. */
  whereabouts: number;
  /** The truth was outside the bounds: the attacker reasons wrongly. Must be 0. */
  wrong: number;
}

const SMALL_GROUP = 30;
/** People who may have come or gone while a figure stands. */
const STANDS = 4;

export function damageOf(every: EveryTable, known: Knowledge, lines = linesOf(every)): Damage {
  return damageTo(everyCount(every), known, lines);
}

/** @param truth counts of people by cell */
export function damageTo(truth: Int32Array, known: Knowledge, lines: readonly Line[]): Damage {
  const damage: Damage = { exact: 0, exactSmall: 0, pinned: 0, attribute: 0, whereabouts: 0, wrong: 0 };
  for (let cell = 0; cell < truth.length; cell++) {
    const [n, low, high] = [truth[cell]!, known.low[cell]!, known.high[cell]!];
    if (n < low || n > high) damage.wrong += 1;
    if (n > 0 && low === high) damage.exact += 1;
    if (n > 0 && n < 5 && low === high) damage.exactSmall += 1;
    if (n > 0 && n < 5 && high - low < 2) damage.pinned += 1;
  }
  for (const { whole, parts, over } of lines) {
    if (!isPartition({ over }) || truth[whole]! === 0 || truth[whole]! >= SMALL_GROUP) continue;
    const possible = parts.reduce((count, part) => count + (known.high[part]! > 0 ? 1 : 0), 0);
    if (possible === 1) damage[over === 'ward' ? 'whereabouts' : 'attribute'] += 1;
  }
  return damage;
}

/**
 * The other way to a small group's value: the same set of people bears the same figures. Claims that a part is the whole
 * wherever both are shown and all their figures agree, and the group is small.
 */
export function equalSets(
  every: EveryTable,
  published: Published,
  lines = linesOf(every),
): { claims: number; right: number } {
  const truth = everyCount(every);
  let [claims, right] = [0, 0];
  for (const { whole, parts, over } of lines) {
    const people = published.people[whole]!;
    if (!isPartition({ over }) || people <= 0 || people >= SMALL_GROUP) continue;
    for (const part of parts) {
      if (published.people[part] !== people || published.submissions[part] !== published.submissions[whole])
        continue;
      claims += 1;
      if (truth[part] === truth[whole] && truth[whole]! < SMALL_GROUP) right += 1;
    }
  }
  return { claims, right };
}

export function everyCount(every: EveryTable): Int32Array {
  const truth = new Int32Array(every.cells);
  for (const table of every.tables) truth.set(table.people, table.offset);
  return truth;
}

/** Counts of 1 to 4 other people, beside those whom the attacker knows, that have fewer than three possible values left. */
export function othersPinned(every: EveryTable, known: Knowledge, own: Int32Array): number {
  const truth = everyCount(every);
  let pinned = 0;
  for (let cell = 0; cell < every.cells; cell++) {
    const others = truth[cell]! - own[cell]!;
    if (others > 0 && others < 5 && own[cell]! > 0 && known.high[cell]! - known.low[cell]! < 2) pinned += 1;
  }
  return pinned;
}

export const tableNamed = (every: EveryTable, ...names: string[]): TrueTable =>
  every.tables.find((table) => table.dimensions.join() === names.join()) as TrueTable;
