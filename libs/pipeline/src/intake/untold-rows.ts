import {
  settleUntold,
  takeOutRows,
  untoldRows,
  type FinishedDelivery,
  type PendingDelivery,
  type Transaction,
} from '#store';

import type { KnownSplit } from './keep-records.js';

const eachFileOf = (mapping: unknown): unknown => (mapping as { eachFile?: unknown } | null)?.eachFile;

/**
 * Rows that were held before rows were known by what arrived, of a file that an erasure emptied, are told by what they say alone:
 * by another mapping they say something else, and every one of them would be taken for a new person. A file that brings
 * unknown rows to such a source waits for a person, once.
 * @returns the answer for a delivery that waits; null where nothing is in the way
 */
export async function settleUntoldRows(
  tx: Transaction,
  pending: PendingDelivery,
  split: KnownSplit,
): Promise<FinishedDelivery | null> {
  const { source, decision, way } = pending;
  if (split.fresh.every(({ record }) => record.kind !== 'submission')) return null;
  // Nobody stands by a pull, and files of new rows alone bring none that is held.
  if (way === 'pull' || eachFileOf(pending.mapping) === 'only-new-rows') return null;
  const told = [...split.same, ...split.ours, ...split.changed].map(({ id }) => id);
  const untold = await untoldRows(tx, source, told);
  if (untold.length === 0) return null;
  if (decision === null) return held(split, untold);
  if (decision === 'replace')
    await takeOutRows(
      tx,
      pending,
      untold.map(({ id }) => id),
    );
  await settleUntold(tx, source);
  return null;
}

function held({ fresh }: KnownSplit, untold: readonly { delivery: number }[]): FinishedDelivery {
  const deliveries = [...new Set(untold.map(({ delivery }) => delivery))];
  const which = `${deliveries.length === 1 ? 'delivery' : 'deliveries'} ${deliveries.join(', ')}`;
  return {
    status: 'held',
    noteCode: 'rows-untold',
    note:
      `${untold.length} rows of ${which} can't be told from new ones: the file was emptied when somebody was erased, and what is held of ` +
      `them is not what this file's rows say as they are read now. ${fresh.length} rows of this file would count as new people. ` +
      'Answer "map" with the mapping by which they were read then: rows that are held count once, keep what was done with them, and are known under any mapping from then on. ' +
      'Answer "replace" if this file holds everything so far: those held rows step back for it. ' +
      'Answer "add" if it holds only new answers. By "replace" and "add", answers of whoever was erased come in again if the file still holds them: take them out of it first.',
    suggestedMapping: null,
    files: [],
    dataTo: null,
  };
}
