import { HubError } from '#domain';
import type { Connector, DeliveredFile } from '../contract.js';
import { mappedFieldKinds } from '../mapping/fields.js';
import { preview } from '../preview.js';
import { readingOf, type ReadingWithMapping } from '../reading-of.js';
import { connector as connectorOf, layouts } from '../registry.js';
import { equalityOf } from './equality.js';
import type { FileLook } from './look.js';
import { columnsOf, rowsOf } from './rows.js';

export interface LookRequest {
  /** Code of the connector of the source. */
  connector: string;
  file: DeliveredFile;
  /** The mapping to read it under; null recognises the file. */
  mapping: unknown;
  /** Whether what the hub was not sure of in the first place is asked too: for a layout that nobody has looked at yet. */
  fresh: boolean;
  /** ISO date: dates after it are asked about. */
  today: string;
}

/** What the hub makes of a file, with all that a person may change of it; nothing is stored. */
export async function lookHere(request: LookRequest): Promise<FileLook> {
  const { connector: code, file, mapping, today } = request;
  const connector = await connectorOf(code);
  if (!connector)
    throw new HubError('stop-source', 'connector-unknown', `There is no connector called ${code}.`);
  const invalid = mapping === null ? null : connector.checkMapping(mapping);
  if (invalid)
    return { ...nothing(file.name), refusal: { code: invalid.code, reason: invalid.reason }, problem: null };
  const whole = mapping === null ? null : (connector.wholeMapping?.(mapping) ?? null);
  if (mapping !== null && whole === null) return knownLayout(connector, file, mapping);
  const read = await readingOf(file, await layouts(), whole, today);
  return read.seen === null ? nothingRead(file.name, read) : shown(connector, request, read);
}

const nothing = (file: string): Omit<FileLook, 'refusal' | 'problem'> => ({
  file,
  tool: null,
  structure: null,
  sheets: [],
  encoding: null,
  assumptions: [],
  reading: null,
  mapping: null,
  asks: [],
  rows: [],
  rowCount: 0,
  counts: {},
  columns: [],
  equality: [],
  fields: [],
  kinds: [],
});

function nothingRead(file: string, { reading }: ReadingWithMapping): FileLook {
  const [ask] = reading.asks;
  const refusal = { code: ask?.about ?? 'unreadable', reason: ask?.why ?? 'We cannot read this file.' };
  return { ...nothing(file), refusal, problem: null };
}

async function shown(
  connector: Connector,
  { file, fresh }: LookRequest,
  { reading, mapping, seen }: ReadingWithMapping,
): Promise<FileLook> {
  const { recognition, sheets, encoding, assumptions } = seen!;
  const { layout, structure } = recognition;
  const columns = columnsOf(seen!);
  const doubts = fresh ? recognition.asks : [];
  return {
    ...nothing(file.name),
    refusal: null,
    tool: layout ? { code: layout.layout.code, title: layout.layout.title } : null,
    structure: { why: structure.reason, confidence: structure.confidence },
    sheets: sheets.map(({ name, rows, hidden }) => ({ name, rows: rows.length, hidden })),
    encoding,
    assumptions: [...assumptions],
    reading,
    mapping,
    asks: [...doubts, ...reading.asks.filter((ask) => !doubts.includes(ask))],
    ...rowsOf(seen!, reading),
    columns,
    equality: mapping ? equalityOf(mapping, columns, reading.dates.last) : [],
    fields: connector.fieldKinds(mapping),
    kinds: (mapping?.columns ?? []).map((rule) => mappedFieldKinds({ ...mapping!, columns: [rule] })),
    problem: await problemOf(connector, file, mapping),
  };
}

/** A layout that the connector reads by itself: there is nothing to be changed, and the first rows are shown. */
async function knownLayout(connector: Connector, file: DeliveredFile, mapping: unknown): Promise<FileLook> {
  const [seen] = await preview([file], mapping);
  const problem = await problemOf(connector, file, mapping);
  const read = { ...nothing(file.name), fields: connector.fieldKinds(mapping), problem, refusal: null };
  if (!seen?.ok) return seen ? { ...read, refusal: { code: seen.code, reason: seen.reason } } : read;
  return {
    ...read,
    encoding: seen.encoding,
    assumptions: seen.assumptions,
    rowCount: seen.rowCount,
    rows: seen.rows.map(({ row, cells }) => ({ row, as: 'answer', cells })),
  };
}

async function problemOf(
  connector: Connector,
  file: DeliveredFile,
  mapping: unknown,
): Promise<FileLook['problem']> {
  const outcome = await connector.read([file], mapping);
  if (outcome.status === 'read') return null;
  const suggestedMapping = outcome.status === 'held' ? outcome.suggestedMapping : null;
  return { status: outcome.status, reason: outcome.reason, suggestedMapping };
}
