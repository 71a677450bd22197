import { HubError, type Rejection } from '#domain';
import {
  claimDelivery,
  deliveryOfSubmission,
  finishDelivery,
  lockFor,
  markMended,
  markMendedCells,
  putJob,
  recordEvent,
  removeLeftovers,
  saveRowOutcomes,
  type Correction,
  type FinishedDelivery,
  type PendingDelivery,
  type Transaction,
} from '#store';

import { settleEqualRows, type EqualRows } from './equal-rows.js';
import { keepRecords, readAnew, splitKnown, type KnownSplit } from './keep-records.js';
import { outcomeLines, readOtherwise, usedWithout } from './row-outcomes.js';
import type { ReadRows } from './read-rows.js';
import { receiptByFile } from './sort-rows.js';
import { goesOn, heldFor, uncodedIn } from './uncoded-answers.js';
import { settleUntoldRows } from './untold-rows.js';
import { verdict, whyRefused } from './verdict.js';
import { writeRecorded } from './write-recorded.js';

/**
 * Keeps what was read, with its receipt, in the caller's transaction. Nothing where another process finished it meanwhile.
 * @returns `read-again` where the source's standing answer makes its rows new: nothing was kept yet
 */
export async function writeDelivery(
  tx: Transaction,
  pending: PendingDelivery,
  read: ReadRows,
): Promise<'done' | 'read-again'> {
  // A publication that has everything before it made ready keeps newcomers out until it is through.
  await lockFor(tx, 'taking', 'shared');
  if (!(await claimDelivery(tx, pending.id))) return 'done';
  // Two files of one source may hold the same row: the second must see what the first has kept.
  await lockFor(tx, `standardise.${pending.source}`);
  if (read.brings !== 'recorded') return write(tx, pending, read);
  await writeRecorded(tx, pending, read);
  return 'done';
}

async function write(
  tx: Transaction,
  pending: PendingDelivery,
  { sorted, files: read, engagements, questions, wordings, leftOut, gathered }: ReadRows,
): Promise<'done' | 'read-again'> {
  const replace = replaces(pending);
  const known = await splitKnown(tx, pending, sorted.records);
  const split = replace ? readAnew(known) : known;
  if (split.changed.length > 0 && !replace) {
    await hold(tx, pending, split);
    return 'done';
  }
  const untold = await settleUntoldRows(tx, pending, split);
  const equal: EqualRows = untold
    ? { next: 'hold', answer: untold }
    : await settleEqualRows(tx, pending, known);
  if (equal.next === 'read-as-new') return 'read-again';
  if (equal.next === 'hold') {
    await finishDelivery(tx, pending.id, equal.answer);
    return 'done';
  }
  const uncoded = uncodedIn([...split.fresh, ...split.changed, ...split.reread.map(({ record }) => record)]);
  if (uncoded.length > 0 && mustWait(pending)) {
    await finishDelivery(tx, pending.id, heldFor(uncoded, pending.mapping));
    return 'done';
  }
  const accepted = [...split.fresh, ...split.changed, ...split.ours];
  const ids = accepted.map(({ id }) => id);
  const reread = split.reread.length;
  const repeated = [
    ...split.same.map(({ record, id }) => ({ file: record.file, row: record.row, id })),
    ...sorted.repeatedHere,
  ];
  const files = receiptByFile(read, { accepted, repeated, rejections: sorted.rejections, leftOut });
  await removeLeftovers(tx, pending, ids);
  const corrected = await keepRecords(
    tx,
    { agency: pending.agency, source: pending.source, delivery: pending.id },
    { engagements, questions, wordings },
    split,
  );
  const finished = await verdict(tx, {
    ...{ pending, engagements, files, split, repeated, uncoded, gathered },
    accepted: accepted.length,
  });
  await saveRowOutcomes(
    tx,
    pending,
    outcomeLines(accepted, repeated, sorted, leftOut),
    [...sorted.rejections, ...whyRefused(finished, sorted.rejections.length)],
    usedWithout(accepted, sorted),
  );
  await markMendedCells(tx, pending.id, readOtherwise(split, sorted));
  await markMended(tx, pending, [...new Set(accepted.flatMap(({ id, plain }) => [id, plain]))]);
  await finishDelivery(tx, pending.id, finished);
  if (corrected.rows > 0) await recordCorrection(tx, pending, corrected);
  if (reread > 0) await recordReading(tx, pending, reread);
  if (accepted.length + reread > 0) for (const job of ['link', 'code']) await putJob(tx, job);
  return 'done';
}

/** A pulled source is its own master: what it says now replaces what it said. A file must be asked about. */
const replaces = ({ way, decision }: PendingDelivery): boolean => way === 'pull' || decision === 'replace';

/** Nobody is asked where the source says "go on", where nobody stands by (a pull), or where a person has answered. */
const mustWait = ({ way, decision, mapping }: PendingDelivery): boolean =>
  way !== 'pull' && decision !== 'replace' && decision !== 'add' && !goesOn(mapping);

async function hold(tx: Transaction, pending: PendingDelivery, split: KnownSplit): Promise<void> {
  const earlier = await deliveryOfSubmission(tx, split.changed[0]!.id);
  const rows = split.changed.length;
  await finishDelivery(tx, pending.id, {
    status: 'held',
    noteCode: 'rows-changed',
    note: `${rows} ${rows === 1 ? 'row has' : 'rows have'} an id that is already held with other content (first in row ${split.changed[0]!.record.row}), as if delivery ${earlier ?? 'before'} was corrected: replace, add or cancel?`,
    suggestedMapping: null,
    files: [],
    dataTo: null,
  });
}

/** A correction takes the place of what was held: who sent it is known, and what it cost others' work is written down. */
async function recordCorrection(
  tx: Transaction,
  { id, agency, way }: PendingDelivery,
  corrected: Correction,
): Promise<void> {
  await recordEvent(tx, {
    agency,
    action: 'rows-corrected',
    subject: String(id),
    detail: { way, ...corrected },
  });
}

/** Rows that had not changed were read otherwise, by another mapping: what is held of them is others' work too. */
async function recordReading(
  tx: Transaction,
  { id, agency, way }: PendingDelivery,
  rows: number,
): Promise<void> {
  const detail = { way, rows };
  await recordEvent(tx, { agency, action: 'rows-read-anew', subject: String(id), detail });
}

/** Ends a delivery of which nothing is kept: with an answer for whoever sent it. */
export async function closeDelivery(
  tx: Transaction,
  pending: Pick<PendingDelivery, 'id' | 'agency' | 'source'>,
  finished: Pick<FinishedDelivery, 'status' | 'noteCode' | 'note'> & { suggestedMapping?: unknown },
  rejections: readonly Rejection[] = [],
): Promise<void> {
  if (finished.status === 'accepted')
    throw new HubError('bug', 'closed-as-accepted', 'Only a read delivery can be accepted.');
  if (!(await claimDelivery(tx, pending.id))) return;
  await saveRowOutcomes(
    tx,
    pending,
    [],
    rejections.map((r) => ({ ...r, cells: null })),
  );
  await finishDelivery(tx, pending.id, { suggestedMapping: null, files: [], dataTo: null, ...finished });
}
