import type { DeliveredFile, ReadOutcome } from '#connectors';

import { connectorOf } from './connector-of.js';
import { RecordIds } from './identity.js';
import { tellLanguages } from './languages.js';
import { sortRows, type SortedRows } from './sort-rows.js';

/** All that reading a delivery hangs on. */
export interface ReadRequest {
  agency: string;
  source: string;
  connector: string;
  mapping: unknown;
  /** Number of the delivery whose rows are new whatever their ids say; null where none are. */
  addedBy: number | null;
  files: DeliveredFile[];
}

/** Rows, some at a time. */
export type SortedPart = SortedRows;

/** The rest of what was read, or why it was not. */
export type SortedRest =
  | Pick<
      Extract<ReadOutcome, { status: 'read' }>,
      'status' | 'files' | 'engagements' | 'leftOut' | 'gathered' | 'questions' | 'wordings'
    >
  | Exclude<ReadOutcome, { status: 'read' }>;

/** Files to records with their ids, and rows set aside. Touches no database: it runs in a process of its own. */
export async function readAndSort(
  { agency, source, connector: code, mapping, addedBy, files }: ReadRequest,
  part: (part: SortedPart) => Promise<void>,
): Promise<SortedRest> {
  const connector = await connectorOf(code);
  const read = await connector.read(files, mapping);
  if (read.status !== 'read') return read;
  for (const sorted of sortRows(read, connector, new RecordIds(agency, source, addedBy))) {
    await tellLanguages(sorted.records);
    await part(sorted);
  }
  const { files: names, engagements, leftOut = [], gathered = [], questions = [], wordings = [] } = read;
  return { status: 'read', files: names, engagements, leftOut, gathered, questions, wordings };
}
