import { fail, ok } from '#domain';
import type { DeliveredFile } from '../contract.js';
import { CsvGridRows, type CsvText } from './csv-grid-rows.js';
import { decodeText } from './decode.js';
import { detectDelimiter, statedDelimiter } from './delimiter.js';
import type { Grid, GridOutcome, GridRow, Layout } from './grid.js';
import { htmlRows, looksHtml, looksXmlWorkbook } from './html-table.js';
import { jsonRows, type JsonRows } from './json-rows.js';
import { refused, type FileProblem } from './place.js';
import { readWorkbook } from './workbook/read.js';

/**
 * Any delivered file to a grid of cells. Never throws for bad input; every fault says where it is. It may take long and much
 * memory: deliveries and previews are read in processes of their own (`apart/`).
 */
export async function readGrid(
  file: DeliveredFile,
  layout: Layout,
  { all = false }: { all?: boolean } = {},
): Promise<GridOutcome> {
  const { bytes } = file;
  if (bytes.length === 0) return fail(refused('file-empty', 'The file is empty.'));
  const binary = knownBinary(bytes);
  if (binary === 'zip') return workbookGrid(bytes, layout, all);
  if (binary) return fail(binary);
  if (/\.xlsx$/i.test(file.name) || /spreadsheetml/i.test(file.mediaType ?? ''))
    return fail(refused('format-unknown', 'The file is named as a workbook (XLSX) but is none.'));
  const decoded = decodeText(bytes, layout.encoding);
  if (!decoded.ok) return decoded;
  const { text, encoding, assumption } = decoded.value;
  if (text.trim() === '') return fail(refused('file-empty', 'The file holds nothing but blank space.'));
  if (looksXmlWorkbook(text))
    return fail(
      refused(
        'format-unknown',
        'The file is a workbook in the XML format of 2003. Open it and save it as XLSX.',
      ),
    );
  const grid = looksHtml(text)
    ? htmlGrid(text)
    : isJson(file, text)
      ? jsonGrid(file.name, text, layout)
      : csvGrid(file, text, layout);
  if (!grid.ok) return grid;
  grid.value.encoding = encoding;
  if (assumption) grid.value.assumptions.unshift(assumption);
  return grid;
}

const NO_SHEETS = { sheet: null, merged: [], hiddenRows: [], sheets: [] };

const MAGIC: [number[], 'zip' | FileProblem][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'zip'],
  [[0x50, 0x4b, 0x05, 0x06], 'zip'],
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    refused(
      'format-unknown',
      'The file is an old (.xls) or a password-protected workbook. Save it as XLSX without a password.',
    ),
  ],
  [[0x1f, 0x8b], refused('format-unknown', 'The file is packed (gzip). Unpack it and send what is inside.')],
  [
    [0x28, 0xb5, 0x2f, 0xfd],
    refused('format-unknown', 'The file is packed (zstd). Unpack it and send what is inside.'),
  ],
  [
    [0x25, 0x50, 0x44, 0x46],
    refused('format-unknown', 'The file is a PDF document. Send the answers as CSV, XLSX or JSON.'),
  ],
];

function knownBinary(bytes: Uint8Array): 'zip' | FileProblem | null {
  return MAGIC.find(([magic]) => magic.every((byte, index) => bytes[index] === byte))?.[1] ?? null;
}

/** The name decides, then the media type, then the first character. */
function isJson(file: DeliveredFile, text: string): boolean {
  if (/\.(json|ndjson|jsonl|geojson)$/i.test(file.name)) return true;
  if (/\.(csv|tsv|tab|txt)$/i.test(file.name)) return false;
  if (/json/i.test(file.mediaType ?? '')) return true;
  if (/csv|tab-separated|text\/plain/i.test(file.mediaType ?? '')) return false;
  return /^\s*[[{]/.test(text);
}

function workbookGrid(bytes: Uint8Array, layout: Layout, all: boolean): GridOutcome {
  const reading = readWorkbook(bytes, { sheet: layout.sheet, all });
  if (!reading.ok) return fail(refused(reading.code, reading.reason));
  return ok({
    kind: 'xlsx',
    sheet: reading.sheet,
    merged: reading.merged,
    hiddenRows: reading.hiddenRows,
    sheets: reading.sheets,
    rows: reading.rows,
    labels: null,
    rejections: [],
    assumptions: reading.assumptions,
    encoding: null,
  });
}

function csvGrid(delivered: DeliveredFile, text: string, layout: Layout): GridOutcome {
  const stated = layout.delimiter === null ? statedDelimiter(text) : null;
  const body = stated?.rest ?? text;
  const isTsv = /\.(tsv|tab)$/i.test(delivered.name) || /tab-separated/i.test(delivered.mediaType ?? '');
  const given = layout.delimiter ?? stated?.delimiter ?? (isTsv ? '\t' : null);
  const guess = given === null ? detectDelimiter(body) : { delimiter: given, assumption: null };
  let wide: GridRow | null = null;
  const file: CsvText = { text: body, delimiter: guess.delimiter, offset: stated ? 1 : 0 };
  const rows = CsvGridRows.of(file, (row) => {
    if (row.cells.length > MAX_COLUMNS) wide ??= row;
  });
  if (wide !== null) return tooWide(wide);
  return ok({
    kind: 'csv',
    ...NO_SHEETS,
    rows,
    labels: null,
    rejections: [],
    assumptions: guess.assumption ? [guess.assumption] : [],
    encoding: null,
  });
}

const tooWide = ({ row, cells }: GridRow): GridOutcome =>
  fail(
    refused(
      'table-too-large',
      `Row ${row} has ${cells.length} cells; the hub takes up to ${MAX_COLUMNS} columns.`,
      row,
    ),
  );

/** A web page under another name: its largest table. */
function htmlGrid(text: string): GridOutcome {
  const rows = htmlRows(text);
  if (rows.length === 0)
    return fail(
      refused(
        'format-unknown',
        'The file is a web page without a table: was a page saved in place of the export?',
      ),
    );
  const assumptions = ['The file is a web page, whatever its name: its largest table is read.'];
  return ok({ kind: 'csv', ...NO_SHEETS, rows, labels: null, rejections: [], assumptions, encoding: null });
}

function jsonGrid(file: string, text: string, layout: Layout): GridOutcome {
  const found = jsonRows(file, text, layout.rowsAt);
  if (!found.ok) return found;
  const { rows, rejections, assumptions } = found.value;
  const base: Grid = {
    kind: 'json',
    ...NO_SHEETS,
    rows: [],
    labels: null,
    rejections,
    assumptions,
    encoding: null,
  };
  if (layout.jsonHeaderRows > 0)
    return ok({
      ...base,
      rows: rows.map(({ row, entries }) => ({ row, cells: entries.map(([, cell]) => cell) })),
    });
  return labelledRows(base, rows);
}

const MAX_COLUMNS = 16_384;
const MAX_CELLS = 20_000_000;

/** Objects become one table: every property met is a column, in the order of meeting. Bare values go by position. */
function labelledRows(base: Grid, rows: JsonRows['rows']): GridOutcome {
  const positions = new Map<string, number>();
  const labels: string[] = [];
  const column = (label: string | null, index: number): number => {
    const key = label === null ? `position ${index}` : `label ${label}`;
    const known = positions.get(key);
    if (known !== undefined) return known;
    positions.set(key, labels.length);
    labels.push(label ?? '');
    return labels.length - 1;
  };
  const made = rows.map(({ row, entries }): GridRow => {
    const cells: (string | null)[] = [];
    entries.forEach(([label, cell], index) => (cells[column(label, index)] = cell));
    return { row, cells };
  });
  if (labels.length > MAX_COLUMNS || labels.length * made.length > MAX_CELLS)
    return fail(
      refused(
        'table-too-large',
        `The file has too many different properties (${labels.length}) for one table.`,
      ),
    );
  base.labels = labels;
  base.rows = made;
  for (const row of made)
    row.cells = Array.from({ length: labels.length }, (_, index) => row.cells[index] ?? null);
  return ok(base);
}
