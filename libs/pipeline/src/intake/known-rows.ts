import {
  heldByContent,
  heldById,
  heldByKey,
  heldByOwnId,
  heldByPlace,
  slicesOf,
  type HeldRow,
  type PendingDelivery,
  type Transaction,
} from '#store';

import type { IdentifiedRecord } from './sort-rows.js';

/** What a row that arrived is held as. */
export interface KnownRow {
  held: HeldRow;
  /** Is it the very row, cell by cell? What differs then is how it is read. */
  sameRow: boolean;
}

/**
 * Finds what rows are held as already: by what arrived; by the id they bear; by what they say; by their place, where this very
 * delivery is read again. The surest first, and each held submission for one row at most.
 * Looked up in slices: what is found for a slice can only be taken by its rows, or was taken by one before.
 * @param records submissions of the delivery, in file order
 * @param slice rows that are looked up at once, where it is not the usual number
 */
export async function knownRows(
  tx: Transaction,
  delivery: Pick<PendingDelivery, 'id' | 'source' | 'decision'>,
  records: readonly IdentifiedRecord[],
  slice?: number,
): Promise<Map<IdentifiedRecord, KnownRow>> {
  const found = new Found(delivery.decision === 'add' ? delivery.id : null);
  const open = (): IdentifiedRecord[] => records.filter((one) => !found.rows.has(one));
  const named = records.filter(({ key }) => key !== null);
  for await (const some of slicesOf(named, slice)) await byWhatArrived(tx, some, found);
  for await (const some of slicesOf(open(), slice)) {
    const held = await heldById(
      tx,
      some.map(({ id }) => id),
    );
    found.pair(some, held, { of: ({ id }) => id, at: ({ id }) => id });
  }
  const bearers = open().filter(({ record }) => record.externalId !== null);
  for await (const some of slicesOf(bearers, slice)) {
    const ids = [...new Set(some.map(({ record }) => record.externalId!))];
    found.pair(some, await heldByOwnId(tx, delivery.source, ids), {
      of: ({ record }) => `${record.engagement.key}\u0000${record.externalId}`,
      at: ({ engagement, externalId }) => `${engagement}\u0000${externalId}`,
    });
  }
  const bare = open().filter(({ record }) => record.externalId === null);
  for await (const some of slicesOf(bare, slice)) {
    const hashes = [...new Set(some.map(({ hash }) => hash))];
    const equal = await heldByContent(tx, delivery.source, hashes);
    found.pair(some, equal, { of: ({ hash }) => hash, at: ({ hash }) => hash });
  }
  const places = await heldByPlace(tx, delivery.id);
  if (places.length > 0)
    found.pair(open(), places, {
      of: ({ record }) => `${record.engagement.key}\u0000${record.file}\u0000${record.row}`,
      at: ({ engagement, at }) => `${engagement}\u0000${at.file}\u0000${at.row}`,
    });
  return found.rows;
}

async function byWhatArrived(
  tx: Transaction,
  named: readonly IdentifiedRecord[],
  found: Found,
): Promise<void> {
  const held = await heldByKey(tx, [...new Set(named.map(({ key }) => key!))]);
  // What was added by a delivery has the next free numbers: there the order tells.
  const ordered = found.only !== null;
  found.pair(named, held, {
    of: ({ key, nth }) => (ordered ? key! : `${key}/${nth}`),
    at: ({ key, nth }) => (ordered ? key : `${key}/${nth}`),
    sameRow: true,
  });
}

/** Held submissions by the rows that are they. */
class Found {
  readonly rows = new Map<IdentifiedRecord, KnownRow>();
  private readonly taken = new Set<string>();

  /** @param only the delivery whose rows are to be found: those that it added are nobody else's */
  constructor(readonly only: number | null) {}

  pair<H extends HeldRow>(
    records: readonly IdentifiedRecord[],
    held: readonly H[],
    by: { of: (record: IdentifiedRecord) => string; at: (held: H) => string; sameRow?: boolean },
  ): void {
    const waiting = new Map<string, H[]>();
    // Taken from the end, so that the first is there.
    for (const one of held.toReversed()) {
      if (this.only !== null && one.delivery !== this.only) continue;
      const name = by.at(one);
      const alike = waiting.get(name);
      if (alike) alike.push(one);
      else waiting.set(name, [one]);
    }
    for (const record of records) {
      const alike = waiting.get(by.of(record));
      let next = alike?.pop();
      while (next && this.taken.has(next.id)) next = alike?.pop();
      if (!next) continue;
      this.taken.add(next.id);
      this.rows.set(record, { held: next, sameRow: by.sameRow ?? false });
    }
  }
}
