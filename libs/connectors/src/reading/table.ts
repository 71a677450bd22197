import type { RawRow, Rejection } from '#domain';
import type { Grid, GridRow, Layout, Rows } from './grid.js';
import type { WhyLeftOut } from '../recognise/sheet.js';
import { columnLetter } from './place.js';

/** A file as labelled rows, with every row that can't be used told apart. */
export interface Table {
  file: string;
  kind: Grid['kind'];
  /** Labels in file order, made unique; a column without one has its letter. */
  labels: string[];
  rows: RawRow[];
  /** One for each row that can't be used, and no more than one. */
  rejections: Rejection[];
  /** The rejected rows as far as they could be read, so that nothing is lost. */
  unread: RawRow[];
  /** Rows that are no answers, or are left out by a rule of the mapping; by their number in the file. */
  leftOut: { row: number; why: WhyLeftOut }[];
  /** Lines of the file that became rows, where several lines are one person. */
  lines?: number;
  assumptions: string[];
  encoding: string | null;
}

/** Puts labels on a grid and sets aside the rows that do not fit under them. */
export function labelGrid(file: string, grid: Grid, layout: Layout): Table {
  const { header, body } = split(grid, layout);
  let width = 0;
  for (const { cells } of body) width = Math.max(width, cells.length);
  const labelled = header.length > 0 || grid.labels !== null;
  const labels = uniqueLabels(grid.labels ?? joinHeader(header, layout.labelFrom, labelled ? 0 : width));
  const table: Table = {
    file,
    kind: grid.kind,
    labels,
    rows: [],
    rejections: [...grid.rejections],
    unread: [],
    leftOut: [],
    assumptions: [...grid.assumptions],
    encoding: grid.encoding,
  };
  for (const row of body) {
    const fault = faultIn(row, labels, labelled && layout.shortRows === 'reject');
    const raw = { file, row: row.row, cells: toCells(row.cells, labels) };
    if (!fault) {
      table.rows.push(raw);
      continue;
    }
    table.rejections.push({
      file,
      row: row.row,
      column: fault.column,
      code: fault.code,
      reason: fault.reason,
    });
    table.unread.push({ ...raw, cells: toCells(row.cells, labels, true) });
  }
  return table;
}

function split(grid: Grid, layout: Layout): { header: GridRow[]; body: Rows } {
  if (grid.labels) return { header: [], body: grid.rows };
  const headerRows = grid.kind === 'json' ? layout.jsonHeaderRows : layout.headerRows;
  const skip = grid.kind === 'json' ? 0 : layout.skipRows;
  const foot = grid.kind === 'json' ? 0 : layout.footerRows;
  const rows = grid.rows.slice(skip, foot ? -foot : undefined);
  return { header: [...rows.slice(0, headerRows)], body: rows.slice(headerRows) };
}

/** Two header rows: the upper label often stands only over the first of its columns, so it is carried to the right. */
function joinHeader(header: GridRow[], from: Layout['labelFrom'], width: number): string[] {
  const [first, ...rest] = header;
  const last = rest.at(-1);
  const widest = Math.max(width, ...header.map(({ cells }) => cells.length));
  let carried: string | null = null;
  return Array.from({ length: widest }, (_, index) => {
    const upper = first?.cells[index] ?? null;
    const lower = last?.cells[index] ?? null;
    if (!last || from === 'first') return upper ?? '';
    if (from === 'last') return lower ?? '';
    carried = upper ?? carried;
    return [carried, lower].filter((label) => label !== null && label !== '').join(' - ');
  });
}

const UNSTORABLE = /\u0000|\ufffd|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

function uniqueLabels(labels: string[]): string[] {
  const used = new Set<string>();
  const copies = new Map<string, number>();
  return labels.map((label, index) => {
    const bare = label.trim() === '' ? columnLetter(index) : withoutDamage(label);
    let copy = copies.get(bare) ?? 1;
    let unique = bare;
    while (used.has(unique)) unique = `${bare} (${++copy})`;
    copies.set(bare, copy);
    used.add(unique);
    return unique;
  });
}

type Fault = { code: string; reason: string; column: string | null };

/** Why a row can't stand under the labels; null where it can. */
export const faultIn = (row: GridRow, labels: readonly string[], rejectShort: boolean): Fault | null =>
  row.problem ? { ...row.problem, column: null } : faultOf(row, labels, rejectShort);

function faultOf(row: GridRow, labels: readonly string[], rejectShort: boolean): Fault | null {
  const { cells } = row;
  if (cells.every((cell) => cell === null || cell.trim() === ''))
    return { code: 'row-empty', reason: 'The row is blank.', column: null };
  const extra = cells.findIndex((cell, index) => index >= labels.length && cell !== null);
  if (extra >= 0)
    return {
      code: 'row-long',
      reason: `The row has ${cells.length} cells under ${labels.length} labels.`,
      column: columnLetter(extra),
    };
  if (rejectShort && cells.length < labels.length)
    return {
      code: 'row-short',
      reason: `The row has ${cells.length} cells under ${labels.length} labels.`,
      column: null,
    };
  return null;
}

/** Can the text be kept as it is? Not with a null character, half a character pair, or the sign that text was lost before. */
export const isStorable = (text: string): boolean => !UNSTORABLE.test(text);

/** The same text with a question mark for each character that can't be kept. */
export const withoutDamage = (text: string): string => text.replace(new RegExp(UNSTORABLE, 'g'), '?');

/** Cells by label. @param mend replaces characters that can't be kept, and keeps cells beyond the labels */
export function toCells(
  cells: readonly (string | null)[],
  labels: readonly string[],
  mend = false,
): Record<string, string | null> {
  const width = Math.max(labels.length, mend ? cells.length : 0);
  const entries = Array.from({ length: width }, (_, index): [string, string | null] => {
    const cell = cells[index] ?? null;
    return [labels[index] ?? columnLetter(index), mend && cell !== null ? withoutDamage(cell) : cell];
  });
  return Object.fromEntries(entries);
}
