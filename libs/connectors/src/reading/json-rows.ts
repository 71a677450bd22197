import { fail, ok, type Outcome, type Rejection } from '#domain';
import { JsonSyntaxError, parseJson, type JsonValue } from './json-parse.js';
import { held, refused, rejectRow, type FileProblem } from './place.js';

/** Rows of a JSON file. A row that is no object has its cells by position, under no labels. */
export interface JsonRows {
  rows: { row: number; entries: [label: string | null, cell: string | null][] }[];
  rejections: Rejection[];
  /** Sentences to show: which array was taken, repeated keys. */
  assumptions: string[];
}

/** Objects within objects become labels joined by full stops, down to this many levels; deeper ones stay JSON text. */
const FLATTEN_DEPTH = 4;

/**
 * The rows of a JSON text: the items of its array, of the one array of objects within its object, the lines of NDJSON, or
 * else the single value itself. Rows are numbered from 1 in the order of the items; NDJSON by lines of the file.
 * @param path where the array stands (`data.results`), for files that hold several
 */
export function jsonRows(file: string, text: string, path: string | null): Outcome<JsonRows, FileProblem> {
  if (isNdjson(file, text)) return ok(ndjsonRows(file, text));
  try {
    return rowsOf(parseJson(text), path);
  } catch (error) {
    return fail(syntaxProblem(error));
  }
}

/** A refusal that names line and column of the fault. */
export function syntaxProblem(error: unknown): FileProblem {
  if (!(error instanceof JsonSyntaxError)) throw error;
  return refused(
    'json-invalid',
    `The file is not valid JSON at line ${error.line}, column ${error.column}: ${error.what}.`,
    error.line,
  );
}

function isNdjson(file: string, text: string): boolean {
  if (/\.(ndjson|jsonl)$/i.test(file)) return true;
  const lines = text.split('\n', 3).map((line) => line.trim());
  return lines.length > 1 && lines.slice(0, 2).every((line) => line.startsWith('{') && line.endsWith('}'));
}

function ndjsonRows(file: string, text: string): JsonRows {
  const found: JsonRows = { rows: [], rejections: [], assumptions: [] };
  text.split(/\r\n|\n|\r/).forEach((line, index) => {
    if (!line.trim()) return;
    try {
      found.rows.push({ row: index + 1, entries: entriesOf(parseJson(line), found.assumptions) });
    } catch (error) {
      if (!(error instanceof JsonSyntaxError)) throw error;
      const reason = `Line ${index + 1} is not valid JSON at column ${error.column}: ${error.what}.`;
      found.rejections.push(rejectRow(file, index + 1, 'json-invalid', reason));
    }
  });
  return found;
}

function rowsOf(value: JsonValue, path: string | null): Outcome<JsonRows, FileProblem> {
  const found: JsonRows = { rows: [], rejections: [], assumptions: [] };
  const list = path === null ? arrayWithin(value, found.assumptions) : ok(atPath(value, path));
  if (!list.ok) return list;
  if (list.value === null) return fail(refused('json-rows-absent', `There is no list of rows at "${path}".`));
  list.value.forEach((item, index) =>
    found.rows.push({ row: index + 1, entries: entriesOf(item, found.assumptions) }),
  );
  return ok(found);
}

function arrayWithin(value: JsonValue, assumptions: string[]): Outcome<JsonValue[], FileProblem> {
  if (value.type === 'array') return ok(value.items);
  if (value.type !== 'object') return ok([value]);
  const lists = value.entries.filter(([, item]) => isListOfObjects(item));
  const [only] = lists;
  if (lists.length > 1)
    return fail(
      held(
        'json-rows-ambiguous',
        `The file holds ${lists.length} lists of objects: say in the mapping which one holds the rows.`,
        {
          rowsAt: only?.[0] ?? '',
        },
      ),
    );
  if (!only || only[1].type !== 'array') return ok([value]);
  assumptions.push(`The rows are taken from the list "${only[0]}".`);
  return ok(only[1].items);
}

const isListOfObjects = (value: JsonValue): boolean =>
  value.type === 'array' && value.items.length > 0 && value.items.every((item) => item.type === 'object');

function atPath(value: JsonValue, path: string): JsonValue[] | null {
  let at: JsonValue | undefined = value;
  for (const step of path.split('.')) {
    if (at?.type !== 'object') return null;
    at = at.entries.find(([key]) => key === step)?.[1];
  }
  return at?.type === 'array' ? at.items : null;
}

function entriesOf(value: JsonValue, assumptions: string[]): [string | null, string | null][] {
  if (value.type === 'array') return value.items.map((item) => [null, cellOf(item)]);
  if (value.type !== 'object') return [[null, cellOf(value)]];
  const flat = new Map<string, string | null>();
  flatten(value, '', 1, flat, assumptions);
  return [...flat];
}

function flatten(
  value: JsonValue,
  prefix: string,
  depth: number,
  flat: Map<string, string | null>,
  assumptions: string[],
): void {
  if (value.type !== 'object') return;
  for (const [key, item] of value.entries) {
    const label = prefix + key;
    if (item.type === 'object' && item.entries.length > 0 && depth < FLATTEN_DEPTH) {
      flatten(item, `${label}.`, depth + 1, flat, assumptions);
      continue;
    }
    if (flat.has(label))
      noteOnce(assumptions, 'A property is named twice in one object: the last one is taken.');
    flat.set(label, cellOf(item));
  }
}

function noteOnce(notes: string[], note: string): void {
  if (!notes.includes(note)) notes.push(note);
}

/** Text of a value: numbers as written, lists and deep objects as JSON text, null for nothing. */
export function cellOf(value: JsonValue): string | null {
  switch (value.type) {
    case 'null':
      return null;
    case 'string':
      return value.value === '' ? null : value.value;
    case 'number':
      return value.source;
    case 'boolean':
      return String(value.value);
    default:
      return jsonText(value);
  }
}

function jsonText(value: JsonValue): string | null {
  if (value.type === 'array') return value.items.length ? `[${value.items.map(jsonPart).join(',')}]` : null;
  if (value.type === 'object')
    return value.entries.length
      ? `{${value.entries.map(([key, item]) => `${JSON.stringify(key)}:${jsonPart(item)}`).join(',')}}`
      : null;
  return cellOf(value);
}

function jsonPart(value: JsonValue): string {
  if (value.type === 'string') return JSON.stringify(value.value);
  if (value.type === 'array') return jsonText(value) ?? '[]';
  if (value.type === 'object') return jsonText(value) ?? '{}';
  return value.type === 'number' ? value.source : value.type === 'boolean' ? String(value.value) : 'null';
}
