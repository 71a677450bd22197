import type { SeriesBreak } from '../city/crime.js';

/**
 * One crime or incident that police recorded, as they publish it. It is nobody's answer: it is counted by ward, month and kind, and
 * nothing of it reaches submissions, linkage or coding.
 */
export interface RecordedRecord {
  kind: 'recorded';
  file: string;
  row: number;
  /** What tells it from others of the same delivery; null where the police publish none (anti-social behaviour in files). */
  externalId: string | null;
  /** `yyyy-mm` */
  month: string;
  /** Code of a `CrimeKind`. */
  crime: string;
  /** Code of the ward. */
  ward: string;
}

/** How many of one kind were recorded in one ward in one month. */
export interface RecordedCount {
  month: string;
  ward: string;
  crime: string;
  count: number;
}

/** A break with the month from which months may be compared again with each other, where it is known. */
export interface RecordingBreak extends SeriesBreak {
  /** First month of which the new way of recording has settled, `yyyy-mm`. */
  settled: string | null;
}

/** A year and month that can be: `yyyy-mm` from 2010-12, when street-level crime was first published. */
export const isRecordedMonth = (text: string): boolean =>
  /^(20[1-9]\d)-(0[1-9]|1[0-2])$/.test(text) && text >= '2010-12';

/** Months from one to another, both included; none where the second lies before the first. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month);
  return months;
}

function nextMonth(month: string): string {
  const [year, at] = month.split('-').map(Number) as [number, number];
  return at === 12 ? `${year + 1}-01` : `${year}-${String(at + 1).padStart(2, '0')}`;
}

/** The last day of a month, as an ISO date. */
export function lastDayOf(month: string): string {
  const [year, at] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, at, 0)).toISOString().slice(0, 10);
}
