import { childScript, Readers, type ReadersOptions, Turns } from '#connectors';
import {
  agreementProblem,
  rawFiles,
  type FinishedDelivery,
  type PendingDelivery,
  type Transaction,
} from '#store';
import type { Rejection } from '#domain';

import { connectorOf } from './connector-of.js';
import { emptied } from './emptied.js';
import { readAndSort, type ReadRequest, type SortedPart, type SortedRest } from './read-and-sort.js';
import { SharedEqual } from './share-equal.js';
import { noRows } from './sort-rows.js';
import { engagementTooLong } from './storable.js';
import type { ReadRows } from './read-rows.js';

/** A delivery that was read, or the answer that it gets instead. */
export type Reading =
  | { ok: true; rows: ReadRows }
  | {
      ok: false;
      answer: Pick<FinishedDelivery, 'status' | 'noteCode' | 'note'> & { suggestedMapping?: unknown };
      rejections: readonly Rejection[];
    };

export type DeliveryReaders = Readers<ReadRequest, SortedPart, SortedRest>;

/** Two at a time, as many as deliveries are worked on at once; a million rows of a survey fit. */
const LIMITS = { processorSeconds: 300, memoryMb: 1_536, heapMb: 1_152, turns: new Turns(2, 1_000) };

/** Processes that read deliveries. @param limits on what each may take */
export const deliveryReaders = (limits: ReadersOptions): DeliveryReaders =>
  new Readers(childScript(import.meta.url, 'reading-child'), readAndSort, limits);

/** Those of the hub, for all its deliveries. */
export const READERS = deliveryReaders(LIMITS);

/**
 * Reads the raw files of a delivery by its mapping, in a process of its own. Keeps nothing.
 * @throws what a reader or the database throws
 */
export async function readDelivery(
  tx: Transaction,
  pending: PendingDelivery,
  readers = READERS,
): Promise<Reading> {
  if (pending.decision === 'cancel')
    return answered('refused', 'cancelled', 'Cancelled by the sender: nothing was counted.');
  const connector = await connectorOf(pending.connector);
  const kinds = pending.ownMapping ? connector.fieldKinds(pending.mapping) : null;
  // What was allowed when it arrived may not be any more: hours can lie between the two, and a decision.
  const problem = await agreementProblem(tx, pending.source, kinds);
  if (problem) return answered('refused', problem.code, `${problem.reason} Nothing was counted.`);
  const gone = await emptied(tx, pending.id);
  if (gone)
    return answered('refused', gone.code, `${gone.reason} Send the same file again. Nothing was counted.`);
  const sorted = noRows();
  const shared = new SharedEqual();
  const answer = await readers.ask(await requestOf(tx, pending), (part) => {
    for (const one of part.records) sorted.records.push({ ...one, record: shared.of(one.record) });
    sorted.recorded.push(...part.recorded);
    sorted.recordedAgain.push(...part.recordedAgain);
    sorted.repeatedHere.push(...part.repeatedHere);
    sorted.rejections.push(...part.rejections);
    sorted.notUsed.push(...part.notUsed);
  });
  if (answer.ended !== null) return tooMuch(answer.ended, readers.options);
  const read = answer.value;
  if (read.status !== 'read')
    return {
      ok: false,
      answer: {
        status: read.status,
        noteCode: read.code,
        note: read.reason,
        suggestedMapping: read.status === 'held' ? read.suggestedMapping : null,
      },
      rejections: read.rejections,
    };
  const described = read.engagements.flatMap((each) => engagementTooLong(each) ?? []);
  if (described[0]) return answered('refused', 'text-too-long', described[0]);
  const { files, engagements, leftOut = [], gathered = [], questions = [], wordings = [] } = read;
  return {
    ok: true,
    rows: {
      brings: connector.brings ?? null,
      sorted,
      files,
      engagements,
      questions,
      wordings,
      leftOut,
      gathered,
    },
  };
}

const requestOf = async (tx: Transaction, pending: PendingDelivery): Promise<ReadRequest> => ({
  agency: pending.agency,
  source: pending.source,
  connector: pending.connector,
  mapping: pending.mapping,
  addedBy: pending.decision === 'add' ? pending.id : null,
  files: await rawFiles(tx, pending.id),
});

const tooMuch = (ended: 'too-slow' | 'too-large', { processorSeconds, memoryMb }: ReadersOptions): Reading =>
  answered(
    'held',
    `reading-${ended}`,
    ended === 'too-slow'
      ? `Reading this delivery took more than ${processorSeconds} seconds of processor time, so it was stopped. It is kept as it came; send it again in parts.`
      : `Reading this delivery took more than ${memoryMb} MB of memory, so it was stopped. It is kept as it came; send it again in parts.`,
  );

const answered = (status: 'refused' | 'held', noteCode: string, note: string): Reading => ({
  ok: false,
  answer: { status, noteCode, note },
  rejections: [],
});
