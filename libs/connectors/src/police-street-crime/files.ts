import {
  fail,
  ok,
  wardOfSmallArea,
  type LeftOutRow,
  type Outcome,
  type RawRow,
  type Rejection,
} from '#domain';
import type { DeliveredFile } from '../contract.js';
import { cellOfPlain, readJsonFile } from '../document-connector.js';
import { csvRecords } from '../reading/csv.js';
import { decodeText } from '../reading/decode.js';
import { detectDelimiter } from '../reading/delimiter.js';
import { refused, rejectRow, type FileProblem } from '../reading/place.js';
import { bundle } from './shape.js';

/** The columns that are read; of the others (points, streets, outcomes) nothing is kept. */
export const COLUMNS = {
  id: 'Crime ID',
  month: 'Month',
  area: 'LSOA code',
  kind: 'Crime type',
  /** Of pages of the interface, which name a ward in place of a small area. */
  ward: 'Ward',
} as const;

export interface CrimeRows {
  file: string;
  rows: RawRow[];
  rejections: Rejection[];
  leftOut: LeftOutRow[];
}

const SMALL_AREA = /^[EW]01\d{6}$/i;
const NEEDED = [COLUMNS.month, COLUMNS.area, COLUMNS.kind];

/** A street-level file of data.police.uk, or pages of its interface as this connector pulls them. */
export function readCrimeFile(file: DeliveredFile): Outcome<CrimeRows, FileProblem> {
  const decoded = decodeText(file.bytes, null);
  if (!decoded.ok) return decoded;
  const { text } = decoded.value;
  return /^\s*[[{]/.test(text) ? readPages(file) : readTable(file.name, text);
}

function readTable(file: string, text: string): Outcome<CrimeRows, FileProblem> {
  const found: CrimeRows = { file, rows: [], rejections: [], leftOut: [] };
  let headings: string[] | null = null;
  for (const { row, cells, problem } of csvRecords(text, detectDelimiter(text).delimiter)) {
    if (!headings) {
      headings = cells.map((cell) => cell.trim());
      const missing = NEEDED.filter((column) => !headings?.includes(column));
      if (missing.length > 0) return fail(refused('layout-unknown', layoutReason(missing), row));
      continue;
    }
    const fault = problem ? BROKEN : cells.length > headings.length ? TOO_LONG : null;
    if (fault) found.rejections.push(rejectRow(file, row, ...fault));
    else if (cells.some((cell) => cell.trim() !== '')) place(found, row, cellsUnder(headings, cells));
    else found.rejections.push(rejectRow(file, row, 'row-empty', 'The row is blank.'));
  }
  if (!headings) return fail(refused('file-empty', 'The file is empty.'));
  return ok(found);
}

const BROKEN: [string, string] = ['quotes-broken', 'The quotation marks of this row do not match.'];
const TOO_LONG: [string, string] = ['row-long', 'The row has more cells than there are headings.'];
const layoutReason = (missing: readonly string[]): string =>
  `This is no street-level crime file: it has no column ${missing.map((name) => `"${name}"`).join(', ')}.`;

function cellsUnder(headings: readonly string[], cells: readonly string[]): RawRow['cells'] {
  const cell = (column: string): string | null => cells[headings.indexOf(column)]?.trim() || null;
  return Object.fromEntries(
    [COLUMNS.id, COLUMNS.month, COLUMNS.area, COLUMNS.kind].map((column) => [column, cell(column)]),
  );
}

/** A row that lies elsewhere, or that the police give no place, is no fault of the file: it is left out, and told. */
function place(found: CrimeRows, row: number, cells: RawRow['cells']): void {
  const area = cells[COLUMNS.area] ?? null;
  const elsewhere = area !== null && SMALL_AREA.test(area) && wardOfSmallArea(area) === null;
  if (area === null || elsewhere)
    found.leftOut.push({ file: found.file, row, why: elsewhere ? 'outside-city' : 'no-place' });
  else found.rows.push({ file: found.file, row, cells });
}

function readPages(file: DeliveredFile): Outcome<CrimeRows, FileProblem> {
  const json = readJsonFile(file);
  if (!json.ok) return json;
  const page = bundle.safeParse(json.value);
  if (!page.success)
    return fail(
      refused(
        'layout-unknown',
        'The file is not a page of crimes by ward ("areas", each with its "ward" and "crimes"). A list as the interface gives it says no ward: deliver the street-level CSV, or have it pulled with a polygon for each ward.',
      ),
    );
  const rows: RawRow[] = [];
  for (const { ward, crimes } of page.data.areas)
    for (const item of crimes) {
      const of = typeof item === 'object' && item !== null ? (item as Record<string, unknown>) : {};
      const cells = {
        [COLUMNS.id]: cellOfPlain(of['id']),
        [COLUMNS.month]: cellOfPlain(of['month']),
        [COLUMNS.ward]: ward,
        [COLUMNS.kind]: cellOfPlain(of['category']),
      };
      rows.push({ file: file.name, row: rows.length + 1, cells });
    }
  return ok({ file: file.name, rows, rejections: [], leftOut: [] });
}
