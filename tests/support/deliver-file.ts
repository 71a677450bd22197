import { connector, type DeliveredFile, type ReadOutcome } from '#connectors';
import type { CanonicalRecord, RecordedRecord, Rejection } from '#domain';

/** A file of text or bytes, as it would be delivered. */
export const fileOf = (name: string, content: string | Uint8Array): DeliveredFile => ({
  name,
  mediaType: null,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
});

export interface Delivered {
  outcome: ReadOutcome;
  /** Rows of all files, of which `records` and distinct `rejections` must be the whole. */
  rows: number;
  records: CanonicalRecord[];
  /** What is counted as a context series. */
  recorded: RecordedRecord[];
  rejections: Rejection[];
  /** Cells without which the records stand. */
  notUsed: Rejection[];
}

/** Reads files under a connector and mapping as the hub does. */
export async function deliver(code: string, mapping: unknown, files: DeliveredFile[]): Promise<Delivered> {
  const found = await connector(code);
  if (!found) throw new Error(`no connector ${code}`);
  const problem = found.checkMapping(mapping);
  if (problem) throw new Error(problem.reason);
  const outcome = await found.read(files, mapping);
  const delivered: Delivered = {
    outcome,
    rows: 0,
    records: [],
    recorded: [],
    rejections: outcome.rejections.slice(),
    notUsed: [],
  };
  if (outcome.status !== 'read') return delivered;
  delivered.rows = outcome.files.reduce((sum, { rows }) => sum + rows, 0);
  delivered.notUsed.push(...(outcome.notUsed ?? []));
  for (const row of outcome.rows) {
    const made = found.toRecord(row, outcome.context);
    if (made.ok) {
      if (made.record.kind === 'recorded') delivered.recorded.push(made.record);
      else delivered.records.push(made.record);
      delivered.notUsed.push(...(made.notUsed ?? []));
    } else delivered.rejections.push(...made.rejections);
  }
  return delivered;
}

/** Rows rejected, where a row with several faults is one. */
export const rejectedRows = ({ rejections }: Delivered): number =>
  new Set(rejections.map(({ file, row }) => `${file} ${row}`)).size;
