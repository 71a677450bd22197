import { inSentence, listed } from './names.js';

/** What police recorded in a place. */
export interface RecordedInPlace {
  /** By kind in twelve months that may be added up; null where they may not. */
  year: readonly { name: string; count: number }[] | null;
  /** The last month that is held, in words; null where none is. */
  last: { month: string; count: number } | null;
}

const count = (value: number): string => value.toLocaleString('en-GB');

/**
 * The heading over recorded crime of one place: how many, when, and which kind most of all. Counts of everything that was recorded, not of a
 * sample: the largest is the largest; kinds that are equal are named together.
 */
export function recordedHeading({ year, last }: RecordedInPlace, place: string): string {
  if (!last) return `Nothing is recorded of ${place}`;
  if (!year) return `Recorded crime in ${place}: ${count(last.count)} in ${last.month}`;
  const all = year.reduce((sum, kind) => sum + kind.count, 0);
  const most = Math.max(...year.map((kind) => kind.count));
  const kinds = year.filter((kind) => kind.count === most).map(({ name }) => inSentence(name));
  return `${count(all)} crimes and incidents were recorded in ${place} in twelve months, ${listed(kinds)} most of all`;
}
