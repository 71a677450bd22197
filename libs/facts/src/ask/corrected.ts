import {
  CORRECTED_METHOD,
  type Factor,
  type HowTold,
  type Interval,
  listWords,
  outwardToFives,
  partFigure,
  SUM_WORDS,
  wholeFigure,
} from '#statements';
import type { FigureList, PublishedFigure } from './figure-shapes.js';
import { listOf } from './lists.js';
import type { ShownCell } from './possible-keys.js';

/** Bounds of a list are of what was counted: of what is corrected only the parts are told. */
export function listUnder(cell: ShownCell, told: HowTold): FigureList | null {
  const list = listOf(cell);
  if (list === null || told.as === 'counted' || list.kind === 'parts') return list;
  const untold = { low: null, high: null };
  if (list.kind === 'between') return { kind: 'parts', words: listWords({ kind: 'parts' }), ...untold };
  return cell.list?.kind === 'sum' && cell.list.once ? list : { kind: 'sum', words: SUM_WORDS, ...untold };
}

/** The range of people of a sum holds what its list holds at least and at most. */
export const rangeWithList = (range: Interval, { list }: ShownCell): Interval =>
  list?.kind === 'sum' && !list.once
    ? { value: range.value, low: Math.min(range.low, list.low), high: Math.max(range.high, list.high) }
    : range;

/**
 * People as their theme's grade lets them be told, in whole fives; null where they stand as they were counted.
 * @param most what is shown of everybody who could be in it: a correction carries no figure, and no end of its range, above it
 */
export function corrected(counted: Interval, told: HowTold, most = Infinity): Interval | null {
  if (told.as !== 'whole' && told.as !== 'part') return null;
  const { value, low, high } =
    told.as === 'whole' ? wholeFigure(counted, told.factor) : inFives(counted, told);
  return { value: Math.min(value, most), low: Math.min(low, most), high: Math.min(high, most) };
}

/** A corrected part of a corrected total: a part's range is wider than the whole's, and neither it nor the part goes above it. */
export const within = (part: Interval, total: Interval): Interval => {
  const value = Math.min(part.value, total.value);
  return { value, low: Math.min(part.low, value), high: Math.min(part.high, total.high) };
};

function inFives(counted: Interval, { factor }: { factor: Factor }): Interval {
  const part = partFigure(counted.value, factor);
  // The coder found nobody; whom it missed is not known to be nobody.
  return part ? outwardToFives(part) : { value: 0, low: 0, high: 5 };
}

/** A corrected figure's share of a released base, with the figure's own range. */
export function correctedShare(people: Interval, base: number): PublishedFigure['share'] {
  const percent = (count: number): number => Math.min(100, (100 * count) / base);
  return {
    value: percent(people.value),
    low: percent(people.low),
    high: percent(people.high),
    method: CORRECTED_METHOD,
  };
}
