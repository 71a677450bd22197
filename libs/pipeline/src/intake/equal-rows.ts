import {
  deliveryOfSubmission,
  rememberEachFile,
  rowsTaken,
  settleAsNew,
  type FinishedDelivery,
  type PendingDelivery,
  type Transaction,
} from '#store';

import type { KnownSplit } from './keep-records.js';
import type { IdentifiedRecord } from './sort-rows.js';

/** What is to be done about rows without an id that say what rows of an older file said. */
export type EqualRows =
  /** Nothing is in the way. */
  | { next: 'go-on' }
  /** The source's files hold only new rows: read it again as one whose rows are all new. */
  | { next: 'read-as-new' }
  | { next: 'hold'; answer: FinishedDelivery };

const eachFileOf = (mapping: unknown): unknown => (mapping as { eachFile?: unknown } | null)?.eachFile;
const hasNoIds = (records: readonly IdentifiedRecord[]): boolean =>
  records.every(({ record }) => record.kind === 'submission' && record.externalId === null);

/**
 * A source without ids can't tell whether two equal rows of two files are one person twice or two people. It says so in its
 * mapping ("eachFile"); where it does not, the first such file waits for a person, whose answer is remembered.
 */
export async function settleEqualRows(
  tx: Transaction,
  pending: PendingDelivery,
  split: KnownSplit,
): Promise<EqualRows> {
  const all = [...split.fresh, ...split.ours, ...split.same, ...split.changed];
  if (pending.way === 'pull' || all.length === 0 || !hasNoIds(all)) return { next: 'go-on' };
  const says = eachFileOf(pending.mapping);
  if (pending.decision === 'add' || pending.decision === 'replace') {
    const answered = says !== 'cumulative' && says !== 'only-new-rows' && split.ours.length === 0;
    const word = pending.decision === 'add' ? 'only-new-rows' : 'cumulative';
    if (answered) await rememberEachFile(tx, pending.source, word);
    return { next: 'go-on' };
  }
  if (says === 'cumulative' || split.same.length === 0 || split.ours.length > 0) return { next: 'go-on' };
  const earlier = await deliveryBehind(tx, split.same);
  // The same rows saved anew are no new file, whatever the source says of new ones.
  if (split.fresh.length === 0 && earlier !== null && (await rowsTaken(tx, earlier)) === all.length)
    return { next: 'go-on' };
  if (says === 'only-new-rows') {
    await settleAsNew(tx, pending.id);
    return { next: 'read-as-new' };
  }
  return { next: 'hold', answer: heldFor(split.same.length, all.length, earlier) };
}

/** The delivery that brought the first of these rows that is held: of one who was erased nothing leads to any. */
async function deliveryBehind(tx: Transaction, rows: readonly IdentifiedRecord[]): Promise<number | null> {
  for (const { id } of rows) {
    const delivery = await deliveryOfSubmission(tx, id);
    if (delivery !== null) return delivery;
  }
  return null;
}

function heldFor(same: number, rows: number, earlier: number | null): FinishedDelivery {
  const older = earlier === null ? 'an older file' : `delivery ${earlier}`;
  return {
    status: 'held',
    noteCode: 'rows-equal',
    note:
      `${same} of ${rows} rows say exactly what rows of ${older} say, and no column tells whose they are. ` +
      'Answer "add" if each file of this source holds only new answers: all rows count, equal ones as different people. ' +
      'Answer "replace" if each file holds everything so far: equal rows are the same people and count once. ' +
      'Your answer is remembered for the files to come.',
    suggestedMapping: null,
    files: [],
    dataTo: null,
  };
}
