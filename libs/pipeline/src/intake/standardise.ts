import type { ReadOutcome } from '#connectors';
import { HubError } from '#domain';
import {
  claimDelivery,
  deliveryById,
  deliveryOfSubmission,
  finishDelivery,
  lockFor,
  putJob,
  rawFiles,
  removeLeftovers,
  saveRowOutcomes,
  type Database,
  type FinishedDelivery,
  type PendingDelivery,
  type Transaction,
} from '#store';

import { connectorOf } from './connector-of.js';
import { RecordIds } from './identity.js';
import { keepRecords, splitKnown, type KnownSplit } from './keep-records.js';
import { goesOn, heldFor, type UncodedAnswers, uncodedIn, uncodedNote } from './uncoded-answers.js';
import { receiptByFile, sortRows, type SortedRows } from './sort-rows.js';

type Read = Extract<ReadOutcome, { status: 'read' }>;

/**
 * Turn one delivery's raw files into standardised records and its receipt. Idempotent: a delivery that is
 * already finished is left alone, and everything is written in one transaction.
 * @throws what the database or a reader throws; a delivery over which a reader fell is answered for all the same
 */
export async function standardise(db: Database, delivery: number): Promise<void> {
  const pending = await deliveryById(db, delivery);
  if (!pending || pending.status !== 'received') return;
  try {
    await standardisePending(db, pending);
  } catch (error) {
    // A fault without a system's code is ours and will be there next time: nobody should wait for it, nor a publication.
    if (typeof (error as { code?: unknown }).code !== 'string') await close(db, pending, OUR_FAULT);
    throw error;
  }
}

const OUR_FAULT = {
  status: 'held',
  noteCode: 'reading-failed',
  note: 'Something failed on our side while this delivery was read. It is kept as it came and can be read again once that is mended.',
} as const;

async function standardisePending(db: Database, pending: PendingDelivery): Promise<void> {
  if (pending.decision === 'cancel') {
    await close(db, pending, {
      status: 'refused',
      noteCode: 'cancelled',
      note: 'Cancelled by the sender: nothing was counted.',
    });
    return;
  }
  const connector = await connectorOf(pending.connector);
  const outcome = await connector.read(await rawFiles(db, pending.id), pending.mapping);
  if (outcome.status !== 'read') {
    await close(
      db,
      pending,
      {
        status: outcome.status,
        noteCode: outcome.code,
        note: outcome.reason,
        suggestedMapping: outcome.status === 'held' ? outcome.suggestedMapping : null,
      },
      outcome.rejections,
    );
    return;
  }
  const ids = new RecordIds(pending.agency, pending.source, pending.decision === 'add' ? pending.id : null);
  const sorted = sortRows(outcome, connector, ids);
  await db.transaction(async (tx) => {
    if (!(await claimDelivery(tx, pending.id))) return;
    // Two files of one source may hold the same row: the second must see what the first has kept.
    await lockFor(tx, `standardise.${pending.source}`);
    await write(tx, pending, outcome, sorted);
  });
}

async function write(
  tx: Transaction,
  pending: PendingDelivery,
  read: Read,
  sorted: SortedRows,
): Promise<void> {
  const split = await splitKnown(tx, pending.id, sorted.records);
  // A pulled source is its own master: what it says now replaces what it said. A file must be asked about.
  const replace = pending.way === 'pull' || pending.decision === 'replace';
  if (split.changed.length > 0 && !replace) {
    await hold(tx, pending, split);
    return;
  }
  const uncoded = uncodedIn([...split.fresh, ...split.changed]);
  if (uncoded.length > 0 && mustWait(pending)) {
    await finishDelivery(tx, pending.id, heldFor(uncoded, pending.mapping));
    return;
  }
  const accepted = [...split.fresh, ...split.changed, ...split.ours];
  const repeated = [
    ...split.same.map(({ record, id }) => ({ file: record.file, row: record.row, id })),
    ...sorted.repeatedHere,
  ];
  const files = receiptByFile(read, { accepted, repeated, rejections: sorted.rejections });
  await removeLeftovers(
    tx,
    pending.id,
    accepted.map(({ id }) => id),
  );
  await keepRecords(
    tx,
    { agency: pending.agency, source: pending.source, delivery: pending.id },
    read.engagements,
    split,
  );
  const rejectedRows = new Map(
    sorted.rejections.filter((r) => r.row !== null).map((r) => [`${r.file}\u0000${r.row}`, r]),
  );
  await saveRowOutcomes(
    tx,
    pending,
    [
      ...accepted.map(({ record, id }) => ({
        file: record.file,
        row: record.row,
        outcome: 'accepted',
        record: id,
      })),
      ...repeated.map(({ file, row, id }) => ({ file, row, outcome: 'repeated', record: id })),
      ...[...rejectedRows.values()].map(({ file, row }) => ({
        file,
        row: row ?? 0,
        outcome: 'rejected',
        record: null,
      })),
    ],
    sorted.rejections,
  );
  await finishDelivery(tx, pending.id, await verdict(tx, files, split, accepted.length, repeated, uncoded));
  if (accepted.length > 0) for (const job of ['link', 'code']) await putJob(tx, job);
}

/** Nobody is asked where the source says "go on", where nobody stands by (a pull), or where a person has answered. */
const mustWait = ({ way, decision, mapping }: PendingDelivery): boolean =>
  way !== 'pull' && decision !== 'replace' && decision !== 'add' && !goesOn(mapping);

async function verdict(
  tx: Transaction,
  files: FinishedDelivery['files'],
  split: KnownSplit,
  accepted: number,
  repeated: readonly { id: string }[],
  uncoded: readonly UncodedAnswers[],
): Promise<FinishedDelivery> {
  const days = [...split.fresh, ...split.ours, ...split.changed, ...split.same].flatMap(({ record }) =>
    record.kind === 'submission' && record.submittedOn ? [record.submittedOn] : [],
  );
  const allRepeated = accepted === 0 && repeated.length > 0;
  const earlier = allRepeated ? await deliveryOfSubmission(tx, repeated[0]!.id) : null;
  const noneTaken = accepted === 0 && repeated.length === 0 && files.some((file) => file.rows > 0);
  return {
    status: allRepeated ? 'repeated' : 'accepted',
    noteCode: allRepeated
      ? 'looks-the-same'
      : noneTaken
        ? 'none-taken'
        : uncoded.length > 0
          ? 'answers-uncoded'
          : null,
    note: allRepeated
      ? `Every row is already held${earlier ? `: this looks the same as delivery ${earlier}` : ''}. Nothing was counted twice.`
      : noneTaken
        ? 'No row could be taken: each is in quarantine with its reason. Is it the right file, read by the right mapping?'
        : uncoded.length > 0
          ? uncodedNote(uncoded)
          : null,
    suggestedMapping: null,
    files,
    dataTo: days.reduce<string | null>(
      (latest, day) => (latest === null || day > latest ? day : latest),
      null,
    ),
  };
}

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

async function close(
  db: Database,
  pending: PendingDelivery,
  finished: Pick<FinishedDelivery, 'status' | 'noteCode' | 'note'> & { suggestedMapping?: unknown },
  rejections: {
    file: string;
    row: number | null;
    column: string | null;
    code: string;
    reason: string;
  }[] = [],
): Promise<void> {
  if (finished.status === 'accepted')
    throw new HubError('bug', 'closed-as-accepted', 'Only a read delivery can be accepted.');
  await db.transaction(async (tx) => {
    if (!(await claimDelivery(tx, pending.id))) return;
    await saveRowOutcomes(
      tx,
      pending,
      [],
      rejections.map((r) => ({ ...r, cells: null })),
    );
    await finishDelivery(tx, pending.id, { suggestedMapping: null, files: [], dataTo: null, ...finished });
  });
}
