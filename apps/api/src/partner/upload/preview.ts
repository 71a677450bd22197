import { connector as connectorOf, suggestMapping, type Connector, type ReadOutcome } from '#connectors';
import type { RawRow } from '#domain';
import type { DeliveryPreview } from './preview.type.js';

/** Reads any table, whatever its columns. */
const ANY_TABLE = 'spreadsheet';
const SHOWN = 10;
const SAMPLED = 200;

export interface Uploaded {
  name: string;
  mediaType: null;
  bytes: Uint8Array;
}

const NOTHING: DeliveryPreview = {
  readable: false,
  problem: null,
  encoding: null,
  delimiter: null,
  sheet: null,
  header: [],
  rows: [],
  rowCount: 0,
  columns: [],
  suggestedMapping: null,
  notes: [],
};

/**
 * What the hub makes of a file before it is delivered; nothing is stored.
 * @param mapping the one to be used: the partner's own choice, or the source's
 */
export async function previewFile(file: Uploaded, connector: Connector, mapping: unknown): Promise<DeliveryPreview> {
  const [table, outcome] = await Promise.all([readAnyTable(file, mapping), connector.read([file], mapping)]);
  const read = table.status === 'read' ? table : outcome.status === 'read' ? outcome : null;
  if (!read) return { ...NOTHING, problem: reasonOf(outcome) ?? reasonOf(table) };
  const header = headerOf(read.rows);
  const suggestion = suggestMapping(header, read.rows.slice(0, SAMPLED).map((row) => row.cells));
  const fits = outcome.status === 'read';
  return {
    ...NOTHING,
    readable: true,
    problem: fits ? null : reasonOf(outcome),
    header,
    rows: read.rows.slice(0, SHOWN).map((row) => header.map((label) => row.cells[label] ?? null)),
    rowCount: read.files.reduce((sum, one) => sum + one.rows, 0),
    columns: suggestion.columns.map(({ column, as, confidence, reason }, position) => ({
      label: column,
      position,
      as,
      confidence,
      why: reason,
    })),
    suggestedMapping: fits ? mapping : ((outcome.status === 'held' && outcome.suggestedMapping) || suggestion.mapping),
    notes: [...assumptionsOf(read), ...(fits ? [] : suggestion.questions)],
  };
}

/** Every column passed over and none asked for: decoding alone, under the layout that the mapping names. */
async function readAnyTable(file: Uploaded, mapping: unknown): Promise<ReadOutcome> {
  const any = await connectorOf(ANY_TABLE);
  if (!any) return { status: 'refused', code: 'connector-absent', reason: 'Files can’t be previewed.', rejections: [] };
  const layout = (mapping as { layout?: unknown } | null)?.layout ?? {};
  const open = {
    layout,
    engagement: { key: 'preview', title: 'Preview' },
    columns: [{ as: 'ignore', column: '*' }],
    otherColumns: 'ignore',
  };
  return any.read([file], open);
}

const headerOf = (rows: readonly RawRow[]): string[] => [...new Set(rows.slice(0, SAMPLED).flatMap((row) => Object.keys(row.cells)))];

const reasonOf = (outcome: ReadOutcome): string | null => (outcome.status === 'read' ? null : outcome.reason);

/** Sentences on what was taken for granted: encoding, delimiter, sheet. */
function assumptionsOf(read: Extract<ReadOutcome, { status: 'read' }>): string[] {
  const { assumptions } = read.context.notes;
  return Array.isArray(assumptions) ? assumptions.map(String) : [];
}
