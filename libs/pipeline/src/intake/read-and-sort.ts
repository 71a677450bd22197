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
export type SortedPart = Partial<SortedRows>;

/** The rest of what was read, or why it was not. */
export type SortedRest =
  | Pick<
      Extract<ReadOutcome, { status: 'read' }>,
      'status' | 'files' | 'engagements' | 'leftOut' | 'gathered' | 'questions'
    >
  | Exclude<ReadOutcome, { status: 'read' }>;

/** Rows in a part: few enough that whoever takes them answers others in between. */
const PART = 500;

/** Files to records with their ids, and rows set aside. Touches no database: it runs in a process of its own. */
export async function readAndSort(
  { agency, source, connector: code, mapping, addedBy, files }: ReadRequest,
  part: (part: SortedPart) => Promise<void>,
): Promise<SortedRest> {
  const connector = await connectorOf(code);
  const read = await connector.read(files, mapping);
  if (read.status !== 'read') return read;
  const sorted = sortRows(read, connector, new RecordIds(agency, source, addedBy));
  await tellLanguages(sorted.records);
  for (const records of slices(sorted.records)) await part({ records });
  for (const repeatedHere of slices(sorted.repeatedHere)) await part({ repeatedHere });
  for (const rejections of slices(sorted.rejections)) await part({ rejections });
  for (const notUsed of slices(sorted.notUsed)) await part({ notUsed });
  const { files: names, engagements, leftOut = [], gathered = [], questions = [] } = read;
  return { status: 'read', files: names, engagements, leftOut, gathered, questions };
}

function* slices<T>(rows: readonly T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += PART) yield rows.slice(at, at + PART);
}
