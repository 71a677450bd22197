import type { Connector, ReadOutcome } from '#connectors';
import {
  HubError,
  type CanonicalRecord,
  type FileReceipt,
  type LeftOutRow,
  type RawRow,
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
  /** Rows that say again what an earlier row of this delivery said under the same id. */
  repeatedHere: { file: string; row: number; id: string }[];
  rejections: RejectedRow[];
  /** Cells without which the records above stand. */
  notUsed: Rejection[];
}

/** `record`: the submission that the row would have made, where that is known. */
type RejectedRow = Rejection & { cells: RawRow['cells'] | null; record?: string | null };

/** Turn rows into records, give each its id, and set aside what can't be used, with the reason. */
export function sortRows(read: Read, connector: Connector, ids: RecordIds): SortedRows {
  const unread = new Map((read.unread ?? []).map((row) => [`${row.file}\u0000${row.row}`, row.cells]));
  const sorted: SortedRows = {
    records: [],
    repeatedHere: [],
    notUsed: [],
    rejections: read.rejections.map((r) => ({ ...r, cells: unread.get(`${r.file}\u0000${r.row}`) ?? null })),
  };
  const byId = new Map<string, IdentifiedRecord>();
  const unreadable = byRow(read.notUsed ?? []);
  for (const row of read.rows) {
    const outcome = connector.toRecord(row, read.context);
    if (!outcome.ok) {
      const would = outcome.meant ? ids.ofRejected(outcome.meant) : null;
      const reasons = [...(unreadable.get(rowName(row)) ?? []), ...outcome.rejections];
      sorted.rejections.push(...reasons.map((r) => ({ ...r, cells: row.cells, record: would })));
      continue;
    }
    const fault = unstorable(outcome.record);
    if (fault) {
      sorted.rejections.push({ ...fault, cells: null, record: meantBy(outcome.record, ids) });
      continue;
    }
    const before = sorted.records.length;
    place(outcome.record, row, ids, byId, sorted);
    if (sorted.records.length > before)
      sorted.notUsed.push(...(unreadable.get(rowName(row)) ?? []), ...(outcome.notUsed ?? []));
  }
  return sorted;
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
  byId: Map<string, IdentifiedRecord>,
  sorted: SortedRows,
): void {
  const hash = contentHash(record);
  const name = ids.of(record, hash, row.arrived ?? null);
  const { id } = name;
  const earlier = byId.get(id);
  if (!earlier) {
    const identified = { ...name, hash, record };
    byId.set(id, identified);
    sorted.records.push(identified);
  } else if (earlier.hash === hash) {
    sorted.repeatedHere.push({ file: record.file, row: record.row, id });
  } else {
    sorted.rejections.push({
      file: record.file,
      row: record.row,
      column: null,
      code: 'id-twice',
      reason: `The same id stands in row ${earlier.record.row} with other content; give each row its own id.`,
      cells: row.cells,
      record: meantBy(record, ids),
    });
  }
}

function meantBy({ kind, engagement, externalId }: CanonicalRecord, ids: RecordIds): string | null {
  if (kind !== 'submission' || externalId === null) return null;
  return ids.ofRejected({ engagement: engagement.key, externalId });
}

export interface Tally {
  accepted: readonly IdentifiedRecord[];
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
