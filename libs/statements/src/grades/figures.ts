import { Z95 } from '../interval/normal.js';
import type { Interval } from '../interval/wilson.js';
import type { AuditFindings } from './audit.js';

/** Wards differ from the city in how well a coder reads them, by about this much of a figure; measured by simulation. */
export const WARD_ALLOWANCE = 0.15;

/**
 * What a coder's released counts are multiplied by to come to the truth, with its error: all that an edition keeps of an audit. Rounded, so
 * that no count of the audit can be read off it.
 */
export interface Factor extends Interval {
  /** Relative variance of a single counted person: what the coder missed and added, by which a small figure is unsure. */
  ownErrors: number;
}

/** The factor that an audit gives; null where the coder counted nobody, or people found it nowhere. */
export function factorOf({ share, coded, precision, recall }: AuditFindings): Factor | null {
  if (!(coded > 0) || !(share.value > 0) || !(recall.value > 0)) return null;
  const hundredths = (value: number): number => Math.round(100 * value) / 100;
  const value = hundredths(share.value / coded);
  if (value <= 0) return null;
  return {
    value,
    low: Math.floor((100 * share.low) / coded) / 100,
    high: Math.ceil((100 * share.high) / coded) / 100,
    ownErrors: hundredths((1 - recall.value) / recall.value + (1 - precision.value)),
  };
}

/**
 * The factor of counts of which people coded a part themselves: that part is right as it is, and only the rest is multiplied. Left out, a figure of
 * which a fifth was coded by people is 5% too low at a factor of 1.25.
 * @param byPeople share of those counted whose comments a person coded, from 0 to 1
 */
export function besidePeople({ value, low, high, ownErrors }: Factor, byPeople: number): Factor {
  const mixed = (of: number): number => 100 * (byPeople + (1 - byPeople) * of);
  return {
    value: Math.round(mixed(value)) / 100,
    low: Math.floor(mixed(low)) / 100,
    high: Math.ceil(mixed(high)) / 100,
    ownErrors: Math.round(100 * (1 - byPeople) * ownErrors) / 100,
  };
}

/**
 * What the coder's false alarms, which have a pattern of their own by ward, may add to a difference of shares: half the share of them (rule B). Of whole
 * hundredths, those of a rare theme upward, so that the errors that are printed tell no count of the audit.
 */
export const allowanceOf = ({ precision, coded }: Pick<AuditFindings, 'precision' | 'coded'>): number =>
  toTwoDigits((0.5 * (100 - Math.round(100 * precision.value)) * Math.ceil(100 * coded)) / 10_000);

/** A number to two significant digits. */
export const toTwoDigits = (value: number): number => Number(value.toPrecision(2));

const FIVE = 5;
/** People to the nearest five: what is released is never finer. */
export const toFive = (people: number): number => Math.round(people / FIVE) * FIVE;

/** A figure to the nearest five, its range to fives outward. */
export function outwardToFives({ value, low, high }: Interval): Interval {
  const people = toFive(value);
  return {
    value: people,
    low: Math.min(people, Math.floor(low / FIVE) * FIVE),
    high: Math.max(people, Math.ceil(high / FIVE) * FIVE),
  };
}

/**
 * People of all whom the audit speaks for who raised a theme: the released count times the factor, to the nearest 5, with the audit's
 * interval and what is unsure of the count itself.
 * @param counted released people whom the coder gave the theme, with the range that matching leaves open
 */
export const wholeFigure = (counted: Interval, factor: Factor): Interval =>
  outwardToFives({
    value: counted.value * factor.value,
    low: counted.low * factor.low,
    high: counted.high * factor.high,
  });

/**
 * People of a part of them (a ward, a quarter, an age) who raised a ready theme: the released count times the factor of the whole, to the
 * nearest 5 (rule B). By simulation its interval holds in 97 to 98%; the count with its own interval in 58 to 62%, however large the audit.
 *
 * The interval holds the error of the factor, what parts differ by, and the part's own handful of errors. Adding the city's
 * difference instead of multiplying holds in 45%.
 * @param count released people of the part whom the coder gave the theme
 * @returns null where the count is none: nothing can be multiplied
 */
export function partFigure(count: number, factor: Factor): Interval | null {
  if (count <= 0) return null;
  const ofFactor = (factor.high - factor.low) / (2 * Z95) / factor.value;
  const relative = Math.sqrt(ofFactor ** 2 + WARD_ALLOWANCE ** 2 + factor.ownErrors / count);
  const value = count * factor.value;
  return {
    value: toFive(value),
    low: Math.max(0, value * (1 - Z95 * relative)),
    high: value * (1 + Z95 * relative),
  };
}

/** The figure of a ward by an audit; null where nothing can be multiplied. */
export function wardFigure(count: number, findings: AuditFindings): Interval | null {
  const factor = factorOf(findings);
  return factor && partFigure(count, factor);
}

/** An agency's own audit codings, and positives among them, from which its figures may be told and compared. */
export const OWN_AUDIT = { codings: 150, positives: 10 } as const;

/** May this agency have corrected figures of its own? Only by its own part of the audit, never by the city's factor. */
export const hasOwnAudit = (codings: number, positives: number): boolean =>
  codings >= OWN_AUDIT.codings && positives >= OWN_AUDIT.positives;

/** Editions whose coders differ are held back where fewer than this share of themes meet. */
export const LEAST_THAT_MEET = 0.95;

/** Share of themes whose intervals of all versions overlap, of the same data; NaN without themes. */
export function versionsMeet(themes: readonly (readonly Interval[])[]): number {
  const meet = themes.filter(
    (versions) =>
      Math.max(...versions.map(({ low }) => low)) <= Math.min(...versions.map(({ high }) => high)),
  );
  return meet.length / themes.length;
}
