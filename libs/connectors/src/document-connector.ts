import { fail, ok, type AgencyKind, type Engagement, type Outcome } from '#domain';
import type { Connector, DeliveredFile, ReadOutcome } from './contract.js';
import { assemble } from './mapping/assemble.js';
import { mappedFieldKinds } from './mapping/fields.js';
import { mappingParser, mappingProblem, type LayoutPreset } from './mapping/parse.js';
import { rowReaders } from './mapping/row-readers.js';
import type { SheetMapping } from './mapping/schema.js';
import { decodeText } from './reading/decode.js';
import { parseJson, type JsonValue } from './reading/json-parse.js';
import { syntaxProblem } from './reading/json-rows.js';
import { refused, type FileProblem } from './reading/place.js';
import type { Table } from './reading/table.js';
import { fileNamesProblem, mappingRefused, outcomeOfProblem } from './read-problems.js';

/** What one JSON document holds: submissions as rows of cells, with the engagements and questions that it describes. */
export interface DocumentContent {
  rows: Record<string, string | null>[];
  engagements: Engagement[];
  questionTexts: Record<string, string>;
}

export interface DocumentOptions extends LayoutPreset {
  code: string;
  title: string;
  agencyKinds: readonly AgencyKind[];
  /** Takes a document apart, or says in words what it lacks. */
  extract(document: unknown): Outcome<DocumentContent, string>;
}

/** A connector whose files are JSON documents of one known shape, with a mapping for their fields. Rows count from 1 in their order. */
export function documentConnector({
  code,
  title,
  agencyKinds,
  extract,
  ...preset
}: DocumentOptions): Connector {
  const parse = mappingParser({ ...preset, allOptional: true });
  return {
    code,
    title,
    agencyKinds,
    ways: ['file'],
    checkMapping: (document) => mappingProblem(parse(document)),
    fieldKinds: (document) => {
      const mapping = parse(document);
      return mapping.ok ? mappedFieldKinds(mapping.value) : [];
    },
    read: (files, document) => {
      const mapping = parse(document);
      return Promise.resolve(
        mapping.ok ? readDocuments(files, mapping.value, document, extract) : mappingRefused(mapping.error),
      );
    },
    toRecord: rowReaders(parse),
  };
}

function readDocuments(
  files: DeliveredFile[],
  mapping: SheetMapping,
  document: unknown,
  extract: DocumentOptions['extract'],
): ReadOutcome {
  const problem = fileNamesProblem(files);
  if (problem) return problem;
  const tables: Table[] = [];
  const engagements: Engagement[] = [];
  const questionTexts: Record<string, string> = {};
  for (const file of files) {
    const content = readDocument(file, extract);
    if (!content.ok) return outcomeOfProblem(file.name, content.error, mapping);
    tables.push(tableOf(file.name, content.value.rows));
    engagements.push(...content.value.engagements);
    Object.assign(questionTexts, content.value.questionTexts);
  }
  return assemble({ tables, mapping, document, engagements, questionTexts });
}

function readDocument(
  file: DeliveredFile,
  extract: DocumentOptions['extract'],
): Outcome<DocumentContent, FileProblem> {
  const json = readJsonFile(file);
  if (!json.ok) return json;
  const content = extract(json.value);
  return content.ok ? content : fail(refused('layout-unknown', content.error));
}

/** A file as a plain JSON value, or a refusal that names line and column. */
export function readJsonFile(file: DeliveredFile): Outcome<unknown, FileProblem> {
  const text = decodeText(file.bytes, null);
  if (!text.ok) return text;
  try {
    return ok(plainValue(parseJson(text.value.text)));
  } catch (error) {
    return fail(syntaxProblem(error));
  }
}

/** Numbers that JavaScript can't hold exactly stay text. */
function plainValue(value: JsonValue): unknown {
  if (value.type === 'array') return value.items.map(plainValue);
  if (value.type === 'object')
    return Object.fromEntries(value.entries.map(([key, item]) => [key, plainValue(item)]));
  if (value.type === 'number') {
    const number = Number(value.source);
    return Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number))
      ? number
      : value.source;
  }
  return value.type === 'null' ? null : value.value;
}

/** The cell of a plain JSON value: text as it is, lists and objects as JSON text, null for nothing. */
export function cellOfPlain(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return String(value);
  const text = JSON.stringify(value);
  return text === '[]' || text === '{}' ? null : text;
}

function tableOf(file: string, rows: DocumentContent['rows']): Table {
  const labels = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const table: Table = {
    file,
    kind: 'json',
    labels,
    rows: [],
    rejections: [],
    unread: [],
    leftOut: [],
    assumptions: [],
    encoding: 'utf-8',
  };
  table.rows = rows.map((cells, index) => ({ file, row: index + 1, cells }));
  return table;
}
