import { wilson, type Interval } from '../interval/wilson.js';
import type { AuditFindings } from './audit.js';

/**
 * Known by this name and version wherever it is told. By version 2 a corrected part could exceed its whole, by version 4 an indicative theme was told of periods, by
 * version 5 what people had coded themselves was multiplied like the coder's.
 */
export const GRADE_RULE = { code: 'grade-of-a-theme', version: 6 } as const;

/**
 * How far a theme may be trusted, by codebook version and coder version.
 * `ready`: people, corrected, by ward, compared. `indicative`: one figure of the whole city and its whole time with its interval.
 * `learning`: no figure.
 */
export type Grade = 'ready' | 'indicative' | 'learning';

/** What a theme must show to be ready (rule B). Precision is the gate: claims about wards stand or fall with it. */
export const READY = { positives: 20, auditedYes: 30, precision: 0.7, recall: 0.4 } as const;
/** What it must show for one figure of the city; half-width relative to the figure. */
export const INDICATIVE = { positives: 10, halfWidth: 0.6 } as const;

/** The grade that an audit gives, by lower bounds of precision and recall and never by their estimates. */
export function gradeOf(findings: AuditFindings): Grade {
  const { positives, auditedYes, precision, recall } = findings;
  if (
    positives >= READY.positives &&
    auditedYes >= READY.auditedYes &&
    precision.low >= READY.precision &&
    recall.low >= READY.recall
  )
    return 'ready';
  return positives >= INDICATIVE.positives && halfWidthOf(findings) <= INDICATIVE.halfWidth
    ? 'indicative'
    : 'learning';
}

/** Half the interval of the true share, relative to the share; infinite where nobody raised it. */
export const halfWidthOf = ({ share }: AuditFindings): number =>
  share.value > 0 ? (share.high - share.low) / 2 / share.value : Infinity;

/** Audit codings that would lift a theme to ready if the coder goes on as it has done. */
export interface Wanted {
  /** Responses that the coder gave the theme. */
  yes: number;
  /** Responses that it did not give the theme, of which some will have it; the near misses first. */
  others: number;
}

/** More codings than these lift no grade: the coder must learn first. */
const MOST_WANTED = 400;

/**
 * What is missing to lift a grade ("12 more for Policing").
 * @returns null where the theme is ready, or where more codings of this coder would not lift it: it is too often wrong
 */
export function wantedFor(findings: AuditFindings): Wanted | null {
  if (gradeOf(findings) === 'ready') return null;
  const { precision, recall, auditedYes, positives } = findings;
  const yes = codingsUntil(precision, READY.precision, auditedYes);
  const positive = codingsUntil(recall, READY.recall, positives);
  if (yes === null || positive === null) return null;
  const moreYes = Math.max(0, Math.max(yes, READY.auditedYes) - auditedYes);
  const stillPositive =
    Math.max(positive, READY.positives) - positives - Math.floor(moreYes * precision.value);
  return { yes: moreYes, others: Math.max(0, stillPositive) };
}

/**
 * How many codings bring a share's lower bound to where it must be, if the share stays as it was found. Codings that were not drawn alike are worth
 * fewer than they are (Kish), and so will the next ones be.
 * @param codings behind the share now
 */
function codingsUntil(share: Interval, bound: number, codings: number): number | null {
  const size = sizeUntil(share.value, bound);
  if (size === null || codings === 0) return size;
  const worth = Math.min(codings, sizeUntil(share.value, share.low) ?? MOST_WANTED);
  const wanted = share.low >= bound ? codings : Math.ceil(size * (codings / Math.max(1, worth)));
  return wanted <= MOST_WANTED ? wanted : null;
}

/** Smallest simple random draw whose lower bound is so high; null where none of a sensible size is. */
function sizeUntil(share: number, bound: number): number | null {
  if (!(share > bound)) return null;
  for (let size = 1; size <= MOST_WANTED; size++) if (wilson(share, size).low >= bound) return size;
  return null;
}
