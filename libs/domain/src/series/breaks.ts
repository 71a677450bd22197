import { isDay } from '../days.js';

/** A day from which the engagements of a series ask, send out or record in another way: before and after are two series. */
export interface BreakOfSeries {
  /** ISO day. */
  since: string;
  /** What changed, in plain words: printed beside every comparison that it touches. */
  reason: string;
}

const QUARTER = /^(\d{4})-Q([1-4])$/i;

/**
 * The day that a person means by a day or a quarter: `2024-Q3` is 1 July 2024.
 * @returns ISO day; null where it is neither
 */
export function breakDay(text: string): string | null {
  const [, year, quarter] = QUARTER.exec(text.trim()) ?? [];
  const day = year ? `${year}-${String(3 * Number(quarter) - 2).padStart(2, '0')}-01` : text.trim();
  return isDay(day) ? day : null;
}
