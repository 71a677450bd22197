import { Z95 } from '../interval/normal.js';
import { listed } from '../words/names.js';
import type { Asking } from './asking.js';

/**
 * `yes`: same words, same way of asking, same kind of people: drawn by lot, or of one signed series. `care`: one of these differs, or
 * nobody knows whether the same kind of people came: both figures, no change. `no`: more than one does, or a share can't be told.
 */
export type MayCompare = 'yes' | 'care' | 'no';

export interface Comparison {
  may: MayCompare;
  /** Why, in words. */
  why: string;
  /** Points between the shares; null unless they may be compared. */
  change: { points: number; low: number; high: number; verdict: Verdict } | null;
}

/** Of one agency's askings, the second of two agencies' beside the first. */
export type Verdict = 'rose' | 'fell' | 'no clear change' | 'higher' | 'lower' | 'no clear difference';

/** Fewer who answered bear no share (rule D, 3). */
const MINIMUM = 50;
/** Variance of noise and rounding of a released count; what counts is mostly the sum of two. */
const RELEASED = 2 + 25 / 12;
/** How much one series wanders for no reason, as variance of log-odds: where it is one alone (rule A, 6 and 7). Taken for each asking, so twice. */
const DRIFT = 0.0225;

/** What may be said of two askings of one measure, the earlier first. */
export function compareAskings(before: Asking, now: Asking): Comparison {
  const differs = [
    ...(before.wording === now.wording ? [] : ['other words']),
    ...(before.selection === now.selection ? [] : ['drawn by lot one time, whoever came the other']),
    ...(before.method === now.method && now.method !== UNSAID
      ? []
      : ['asked in another way, or nobody said how']),
    ...(before.population === now.population ? [] : ['other people could answer']),
  ];
  if (differs.length > 1) return { may: 'no', why: sentence(differs), change: null };
  if (differs.length === 1)
    return { may: 'care', why: `${sentence(differs)}; the rest is the same. ${UNTESTED}`, change: null };
  const unsure = whyUnsure(before, now);
  if (unsure) return { may: 'care', why: unsure, change: null };
  const [p0, p1] = [shareOf(before), shareOf(now)];
  if (p0 === null || p1 === null)
    return { may: 'no', why: `Fewer than ${MINIMUM} answered, or the answers are hidden`, change: null };
  const points = 100 * (p1 - p0);
  const half = 100 * Z95 * Math.sqrt(varianceOf(before, p0) + varianceOf(now, p1) + drift(p0, p1));
  const [low, high] = [Math.max(-100, points - half), Math.min(100, points + half)];
  const [more, less, neither] = before.agency === now.agency ? OVER_TIME : BESIDE;
  const verdict = low > 0 ? more : high < 0 ? less : neither;
  return {
    may: 'yes',
    why: `Same words, ${now.method}, ${peopleOf(now)}`,
    change: { points, low, high, verdict },
  };
}

const OVER_TIME = ['rose', 'fell', 'no clear change'] as const;
const BESIDE = ['higher', 'lower', 'no clear difference'] as const;

/**
 * Whoever came to two open calls is not the same kind of people: what unrelated consultations of a city say differs by .4 to .5 in
 * log-odds for no other reason (rule A), three times as much as one series wanders. So only a signed series makes them comparable.
 */
function whyUnsure(before: Asking, now: Asking): string | null {
  if (before.asked === null || now.asked === null)
    return 'Nobody said when one of them was asked, so not which came first';
  if (isBroken(before, now))
    return 'Its agency declared a break between them: from then on it was asked in another way';
  const byLot = before.selection === 'sample' && now.selection === 'sample';
  const isSeries = before.series !== null && before.series === now.series;
  if (byLot || isSeries) return null;
  return 'The same words and way, but others may have come: they are no signed series, and nobody was drawn by lot';
}

/** Of one signed series, on two sides of a declared break. */
const isBroken = (before: Asking, now: Asking): boolean =>
  before.series !== null &&
  now.series !== null &&
  before.series !== now.series &&
  wholeSeries(before.series) === wholeSeries(now.series);
const wholeSeries = (series: string): string => series.slice(0, series.lastIndexOf('/'));

/** What nobody said can't be the same. */
const UNSAID = 'not said';
/** Nobody asked halves of the same people in both ways: what the difference does by itself is not known. */
const UNTESTED = 'What that does by itself was not tested';

/** Share of those who answered, 0 to 1; null where it can't be told. */
export function shareOf({ counted, answered }: Asking): number | null {
  if (counted === null || answered === null || answered < MINIMUM) return null;
  return Math.min(1, counted / answered);
}

const varianceOf = ({ answered }: Asking, p: number): number =>
  (p * (1 - p)) / answered! + (RELEASED * (2 + p * p)) / answered! ** 2;

const drift = (p0: number, p1: number): number => {
  const p = (p0 + p1) / 2;
  return 2 * DRIFT * (p * (1 - p)) ** 2;
};

const peopleOf = ({ selection, population }: Asking): string =>
  `${selection === 'sample' ? 'drawn by lot' : 'whoever came to one series'} of ${population}`;

function sentence(differs: readonly string[]): string {
  const words = listed(differs);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A gap inside one asking, in points with its 95% range: it stands where levels may not be compared. */
export function gapWithin(
  one: Pick<Asking, 'counted' | 'answered'>,
  other: Pick<Asking, 'counted' | 'answered'>,
): { points: number; low: number; high: number } | null {
  const [p, q] = [shareOf(one as Asking), shareOf(other as Asking)];
  if (p === null || q === null) return null;
  const points = 100 * (p - q);
  const half = 100 * Z95 * Math.sqrt(varianceOf(one as Asking, p) + varianceOf(other as Asking, q));
  return { points, low: Math.max(-100, points - half), high: Math.min(100, points + half) };
}
