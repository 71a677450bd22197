import { dayWords } from '#statements';
import type { Queryable } from '#store';
import { NOT_KNOWN } from '../dimensions.js';
import { counterOf } from './edition-counters.js';
import { findEdition } from './editions.js';
import { quartersOf } from './possible-keys.js';

/**
 * Which time the figures of an edition are of, where nobody chose a part of it: "all that was received, from 1 April 2024 to 31 March 2026".
 * From the first day of the first quarter in which anything was said to the last day of anything in it.
 * @param db opened as the published role
 * @param number null: the latest
 * @returns null where there is no such edition
 */
export async function editionPeriod(db: Queryable, number: number | null): Promise<string | null> {
  const found = await findEdition(db, number);
  if (!found) return null;
  return periodWords(await quartersOf(await counterOf(db, found)), found.edition.dataTo);
}

/**
 * The same in words.
 * @param quarters in which anything was said, in order; `not-known` among them where some of it bears no day
 * @param dataTo last day of anything; ISO date
 */
export function periodWords(quarters: readonly string[], dataTo: string | null): string {
  const known = quarters.filter((quarter) => quarter !== NOT_KNOWN);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return 'all that was received; none of it bears a day';
  const undated = quarters.includes(NOT_KNOWN) ? ', and what bears no day' : '';
  return `all that was received, from ${dayWords(firstDay(first))} to ${dayWords(dataTo ?? lastDay(last))}${undated}`;
}

const monthOf = (quarter: string): number => 3 * (Number(quarter.slice(-1)) - 1);
const iso = (date: Date): string => date.toISOString().slice(0, 10);
const firstDay = (quarter: string): string =>
  iso(new Date(Date.UTC(Number(quarter.slice(0, 4)), monthOf(quarter), 1)));
/** Day 0 of the month after is the last of it. */
const lastDay = (quarter: string): string =>
  iso(new Date(Date.UTC(Number(quarter.slice(0, 4)), monthOf(quarter) + 3, 0)));
