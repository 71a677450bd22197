import { isPassing } from '#queue';
import {
  deliveryById,
  heldByPlace,
  lockFor,
  nameRows,
  rowsKnown,
  unnamedDeliveries,
  type Database,
  type PendingDelivery,
  type Transaction,
} from '#store';

import { rowNames } from './keep-records.js';
import { readDelivery } from './read-delivery.js';

/**
 * Names rows that were taken in before rows were known by what arrived: the files that brought them are read again, as far as
 * they are kept, and nothing that is held changes. A delivery a transaction; whoever is cut short goes on where it stopped,
 * and called again it finds nothing left to do. What can't be read any more stays known by what it says, as before.
 * @param source null for all sources
 * @returns how many deliveries were named
 * @throws what may pass by itself
 */
export async function identifyHeld(db: Database, source: string | null): Promise<number> {
  const waiting = await unnamedDeliveries(db, source);
  for (const delivery of waiting)
    try {
      await db.transaction((tx) => identify(tx, delivery));
    } catch (fault) {
      if (isPassing(fault)) throw fault;
      await db.transaction(async (tx) => {
        const known = await deliveryById(tx, delivery);
        if (known) await nameRows(tx, known, []);
      });
    }
  return waiting.length;
}

async function identify(tx: Transaction, delivery: number): Promise<void> {
  const known = await deliveryById(tx, delivery);
  if (!known) return;
  await lockFor(tx, `standardise.${known.source}`);
  if (await rowsKnown(tx, delivery)) return;
  const added = known.decision === 'add';
  const asTaken: PendingDelivery = { ...known, decision: added ? 'add' : null };
  const reading = await readDelivery(tx, asTaken);
  const records = reading.ok ? reading.rows.sorted.records : [];
  const became = new Map((await heldByPlace(tx, delivery)).map(({ at, id }) => [placeName(at), id]));
  const taken = records.flatMap((one) => {
    const id = became.get(placeName(one.record));
    return id === undefined ? [] : [{ ...one, id }];
  });
  await nameRows(tx, known, await rowNames(tx, added, taken));
}

const placeName = ({ file, row }: { file: string; row: number }): string => `${file}\u0000${row}`;
