import type { Interval } from '../interval/wilson.js';
import { isNotKnown } from '../not-known.js';

export interface Ranked {
  code: string;
  /** Released people; null where hidden. */
  people: number | null;
}

/**
 * Ranks in the order of released figures, the largest first. Equal figures share a rank, because rounding may have made
 * them equal; nobody, the hidden and rows that say nothing have none.
 * @returns a rank or null for each, in the order given
 */
export function ranksOf(rows: readonly Ranked[]): (number | null)[] {
  const figures = rows.map(({ code, people }) => (isNotKnown(code) ? 0 : (people ?? 0)));
  return figures.map((own) => (own > 0 ? 1 + figures.filter((other) => other > own).length : null));
}

/** Order of a table by its figures: largest first, then hidden, then by name; rows that say nothing last. */
export function inRankOrder(one: Ranked & { name: string }, other: Ranked & { name: string }): number {
  return (
    Number(isNotKnown(one.code)) - Number(isNotKnown(other.code)) ||
    (other.people ?? -1) - (one.people ?? -1) ||
    one.name.localeCompare(other.name, 'en-GB')
  );
}

type Limits = Pick<Interval, 'low' | 'high'>;

/** First and last place that something may have; more than one where it can't be told apart from others. */
export interface Places {
  first: number;
  last: number;
}

/**
 * Places that a figure may have among others: it is surely below those that lie wholly above it, and nothing is known of
 * those whose intervals overlap.
 * @param all intervals of everything ranked, the figure's own among them
 */
export function placesOf(own: Limits, all: readonly Limits[]): Places {
  const above = all.filter((other) => other.low > own.high).length;
  const notBelow = all.filter((other) => other.high >= own.low).length;
  return { first: above + 1, last: Math.max(above + 1, notBelow) };
}

/**
 * Places of rows that stand in the order of their figures, so that neither end of a place goes back from one row to the next: where a row further down
 * may be before, so may every row above it. Wider than `placesOf`, never narrower.
 */
export function placesInOrder(rows: readonly Limits[]): Places[] {
  const places = rows.map((own) => placesOf(own, rows));
  return places.map((_, at) => ({
    first: Math.min(...places.slice(at).map(({ first }) => first)),
    last: Math.max(...places.slice(0, at + 1).map(({ last }) => last)),
  }));
}
