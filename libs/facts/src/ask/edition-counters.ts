import type { Queryable } from '#store';
import { type Counter, editionCounter, editionKey } from './counter.js';
import type { findEdition } from './editions.js';

/**
 * Editions whose counters are kept by each connection: a weekly edition for two years. A counter holds names and codes; a table
 * asked of the latest edition asks the one before, and so on, so with fewer each question would make all of them anew.
 */
const MOST_KEPT = 104;
const kept = new WeakMap<Queryable, Map<string, Promise<Counter>>>();

type Found = NonNullable<Awaited<ReturnType<typeof findEdition>>>;

/**
 * The counter of a published edition, made once a connection: an edition never changes, so what was counted of it stays
 * right. What is now and not of the edition (whether it is the latest) is set anew at every asking.
 */
export async function counterOf(db: Queryable, { edition, row }: Found): Promise<Counter> {
  const counters = kept.get(db) ?? new Map<string, Promise<Counter>>();
  kept.set(db, counters);
  const key = editionKey(edition);
  const known = counters.get(key);
  counters.delete(key);
  const made = known ?? editionCounter(db, edition, row);
  counters.set(key, made);
  if (counters.size > MOST_KEPT) counters.delete(counters.keys().next().value as string);
  made.catch(() => counters.delete(key));
  return { ...(await made), edition };
}
