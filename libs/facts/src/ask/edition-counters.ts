import type { Queryable } from '#store';
import { type Counter, editionCounter, editionKey } from './counter.js';
import { findEdition } from './editions.js';
import type { Edition } from './figure-shapes.js';

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
  const made = known ?? editionCounter(db, edition, row, () => counterBefore(db, edition));
  counters.set(key, made);
  if (counters.size > MOST_KEPT) counters.delete(counters.keys().next().value as string);
  made.catch(() => counters.delete(key));
  return { ...(await made), edition };
}

/** Null before the first edition, and where the one before was published by another policy: nothing of it stays. */
async function counterBefore(db: Queryable, { number, versions }: Edition): Promise<Counter | null> {
  const found = number > 1 ? await findEdition(db, number - 1) : null;
  if (found?.edition.versions.disclosurePolicy !== versions.disclosurePolicy) return null;
  return found ? counterOf(db, found) : null;
}
