import type { Connector, ReadOutcome } from '#connectors';
import {
  HubError,
  type CanonicalRecord,
  type FileReceipt,
  type LeftOutRow,
  type RawRow,
  type RecordedRecord,
  type Rejection,
} from '#domain';

import { contentHash, type RecordIds, type RecordName } from './identity.js';
import { unstorable } from './storable.js';

type Read = Extract<ReadOutcome, { status: 'read' }>;

/** A good row with its identity. */
export interface IdentifiedRecord extends RecordName {
  /** Of what it says. */
  hash: string;
  record: CanonicalRecord;
}

export interface SortedRows {
  /** First of each id, in file order. */
  records: IdentifiedRecord[];
  /** What is counted as a context series, and is no record of anybody. */
  recorded: RecordedRecord[];
  /** Rows that say again what such a row of this delivery said under the same id. */
  recordedAgain: { file: string; row: number }[];
  /** Rows that say again what an earlier row of this delivery said under the same id. */
  repeatedHere: { file: string; row: number; id: string }[];
  rejections: RejectedRow[];
  /** Cells without which the records above stand. */
  notUsed: Rejection[];
}

export const noRows = (): SortedRows => ({
  records: [],
  recorded: [],
  recordedAgain: [],
  repeatedHere: [],
  rejections: [],
  notUsed: [],
});

/** `record`: the submission that the row would have made, where that is known. */
type RejectedRow = Rejection & { cells: RawRow['cells'] | null; record?: string | null };

/** Rows of one part: few enough that whoever takes them answers others in between, and that they are no weight. */
const PART = 500;

/**
 * Turns rows into records, gives each its id, and sets aside what can't be used, with the reason; some rows at a time, so that a
 * million of them never stand in memory together. Of those that went before, only their ids are known.
 * @param read its rows are used up
 */
export function* sortRows(read: Read, connector: Connector, ids: RecordIds): Generator<SortedRows> {
  const unread = new Map((read.unread ?? []).map((row) => [rowName(row), row.cells]));
  for (const some of slices(read.rejections))
    yield { ...noRows(), rejections: some.map((r) => ({ ...r, cells: unread.get(rowName(r)) ?? null })) };
  const byId = new Map<string, Earlier>();
  const unreadable = byRow(read.notUsed ?? []);
  for (const rows of takenFrom(read.rows)) {
    const sorted = noRows();
    for (const row of rows) sortRow(row, { read, connector, ids, byId, unreadable }, sorted);
    yield sorted;
  }
}

interface Sorting {
  read: Read;
  connector: Connector;
  ids: RecordIds;
  byId: Map<string, Earlier>;
  unreadable: Map<string, Rejection[]>;
}

/** What is remembered of a record by those that come after it. */
interface Earlier {
  hash: string;
  row: number;
}

function sortRow(row: RawRow, { read, connector, ids, byId, unreadable }: Sorting, sorted: SortedRows): void {
  const outcome = connector.toRecord(row, read.context);
  if (!outcome.ok) {
    const would = outcome.meant ? ids.ofRejected(outcome.meant) : null;
    const reasons = [...(unreadable.get(rowName(row)) ?? []), ...outcome.rejections];
    sorted.rejections.push(...reasons.map((r) => ({ ...r, cells: row.cells, record: would })));
    return;
  }
  if (outcome.record.kind === 'recorded') return placeRecorded(outcome.record, row, byId, sorted);
  const fault = unstorable(outcome.record);
  if (fault) {
    sorted.rejections.push({ ...fault, cells: null, record: meantBy(outcome.record, ids) });
    return;
  }
  const before = sorted.records.length;
  place(outcome.record, row, ids, byId, sorted);
  if (sorted.records.length > before)
    sorted.notUsed.push(...(unreadable.get(rowName(row)) ?? []), ...(outcome.notUsed ?? []));
}

/** The same, and lets go of each row that was taken: what is remembered of it needs the room. */
function* takenFrom<T>(rows: T[]): Generator<T[]> {
  rows.reverse();
  while (rows.length > 0) yield rows.splice(-PART).reverse();
}

function* slices<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += PART) yield rows.slice(at, at + PART);
}

const rowName = ({ file, row }: { file: string; row: number | null }): string => `${file}\u0000${row}`;

function byRow(cells: readonly Rejection[]): Map<string, Rejection[]> {
  const rows = new Map<string, Rejection[]>();
  for (const cell of cells) rows.set(rowName(cell), [...(rows.get(rowName(cell)) ?? []), cell]);
  return rows;
}

function place(
  record: CanonicalRecord,
  row: RawRow,
  ids: RecordIds,
  byId: Map<string, Earlier>,
  sorted: SortedRows,
): void {
  const hash = contentHash(record);
  const name = ids.of(record, hash, row.arrived ?? null);
  const { id } = name;
  const earlier = byId.get(id);
  if (!earlier) {
    byId.set(id, { hash, row: record.row });
    sorted.records.push({ ...name, hash, record });
  } else if (earlier.hash === hash) {
    sorted.repeatedHere.push({ file: record.file, row: record.row, id });
  } else {
    sorted.rejections.push({
      file: record.file,
      row: record.row,
      ...idTwice(earlier),
      cells: row.cells,
      record: meantBy(record, ids),
    });
  }
}

/** A crime that stands twice is counted once; one that stands in two wards or kinds is not settled by the hub. */
function placeRecorded(
  record: RecordedRecord,
  { cells }: RawRow,
  byId: Map<string, Earlier>,
  sorted: SortedRows,
): void {
  const { file, row, externalId, month, ward, crime } = record;
  const hash = `${month} ${ward} ${crime}`;
  const earlier = externalId === null ? undefined : byId.get(externalId);
  if (!earlier) {
    if (externalId !== null) byId.set(externalId, { hash, row });
    sorted.recorded.push(record);
  } else if (earlier.hash === hash) sorted.recordedAgain.push({ file, row });
  else sorted.rejections.push({ file, row, ...idTwice(earlier), cells });
}

const idTwice = ({ row }: Earlier): Pick<Rejection, 'column' | 'code' | 'reason'> => ({
  column: null,
  code: 'id-twice',
  reason: `The same id stands in row ${row} with other content; give each row its own id.`,
});

function meantBy({ kind, engagement, externalId }: CanonicalRecord, ids: RecordIds): string | null {
  if (kind !== 'submission' || externalId === null) return null;
  return ids.ofRejected({ engagement: engagement.key, externalId });
}

export interface Tally {
  accepted: readonly { record: { file: string } }[];
  repeated: readonly { file: string; row: number }[];
  rejections: readonly Rejection[];
  /** Beside the rows that the files are said to hold. */
  leftOut: readonly LeftOutRow[];
}

/**
 * The receipt by file. A row with several faults is one rejected row.
 * @throws HubError where rows != accepted + repeated + rejected + left out: that is a fault of the connector, never shown as a receipt.
 */
export function receiptByFile(
  read: ReadonlyArray<{ name: string; rows: number }>,
  tally: Tally,
): FileReceipt[] {
  const rejected = new Map<string, Set<number | null>>();
  for (const { file, row } of tally.rejections) {
    const rows = rejected.get(file) ?? new Set();
    rejected.set(file, rows.add(row));
  }
  const count = (file: string, rows: readonly { file: string }[]): number =>
    rows.filter((r) => r.file === file).length;
  const acceptedRows = tally.accepted.map(({ record }) => ({ file: record.file }));
  return read.map(({ name, rows: used }) => {
    const leftOut = count(name, tally.leftOut);
    const rows = used + leftOut;
    const receipt = {
      name,
      rows,
      leftOut,
      accepted: count(name, acceptedRows),
      repeated: count(name, tally.repeated),
      rejected: rejected.get(name)?.size ?? 0,
    };
    if (receipt.accepted + receipt.repeated + receipt.rejected + leftOut !== rows)
      throw new HubError(
        'bug',
        'receipt-wrong',
        `The receipt of file ${read.findIndex((f) => f.name === name) + 1} does not add up.`,
      );
    return receipt;
  });
}
