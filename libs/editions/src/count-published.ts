import { countEdition, type CountRow, editionFilesOf, type EditionFilesRow, type Queryable } from '#store';
import type { CountingClient } from './counting-service/client.js';

/** Connections whose editions a counting process counts. */
const engines = new WeakMap<Queryable, CountingClient>();

/** From now on editions asked for through this connection (the published role's) are counted by the counting process. */
export function countThrough(db: Queryable, client: CountingClient): void {
  engines.set(db, client);
}

/**
 * True counts of an edition: from its files by the counting process, or else, where it can't be had or the edition has
 * no files, by the database's own function, which is its twin. They leave the hub only through disclosure.
 * @throws Busy where too many questions wait
 */
export async function countPublished(
  db: Queryable,
  edition: number,
  dimensions: readonly string[],
  filters: Readonly<Record<string, readonly string[]>>,
): Promise<CountRow[]> {
  const engine = engines.get(db);
  const files: EditionFilesRow | null = engine ? await editionFilesOf(db, edition) : null;
  const counted = files ? await engine!.count(files, { dimensions, filters }) : null;
  return counted ?? countEdition(db, edition, dimensions, filters);
}
