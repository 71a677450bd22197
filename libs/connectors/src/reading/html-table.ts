import { decodeEntities } from '#domain';
import type { GridRow } from './grid.js';

/** Is a text a web page? Reporting tools save such under the name of a workbook. */
export function looksHtml(text: string): boolean {
  let begin = text.slice(0, 5_000).trimStart();
  for (;;) {
    const passed = begin.startsWith('<!--') ? '-->' : /^<\?xml/i.test(begin) ? '?>' : null;
    if (passed === null) return /^<(!doctype html|html|head|meta|body|table|style)\b/i.test(begin);
    const end = begin.indexOf(passed);
    if (end < 0) return false;
    begin = begin.slice(end + passed.length).trimStart();
  }
}

/** Is it a workbook as XML of 2003? It is none of the hub's formats, and a spreadsheet program opens it like others. */
export const looksXmlWorkbook = (text: string): boolean =>
  /^\s*<\?xml[\s\S]{0,500}?urn:schemas-microsoft-com:office:spreadsheet/i.test(text.slice(0, 5_000));

/** Bounded, so that signs without their end cost no more than others. */
const TAG =
  /<(\/?)(table|tr|td|th|br|p|div|li|script|style)\b([^>]{0,2000})>|<!--[\s\S]{0,2000}?-->|<[^>]{0,2000}>/gi;

/** The rows of the largest table of a web page, numbered within it; none where it has no table. Cells that span several stand in the first. */
export function htmlRows(text: string): GridRow[] {
  const page = new Page();
  let from = 0;
  let passed = '';
  for (const match of text.matchAll(TAG)) {
    const name = match[2]?.toLowerCase() ?? '';
    if (passed === '') page.text(text.slice(from, match.index));
    from = match.index + match[0].length;
    if (passed !== '') {
      if (name === passed && match[1]) passed = '';
    } else if ((name === 'script' || name === 'style') && !match[1]) passed = name;
    else if (name !== '') page.tag(name, match[1] === '/', match[3] ?? '');
  }
  return page.largest();
}

interface Table {
  rows: (string | null)[][];
  /** Columns of the row being read that a cell above still fills, with how many rows more. */
  hanging: Map<number, number>;
  cell: { text: string; wide: number; high: number } | null;
}

class Page {
  private readonly done: Table[] = [];
  private readonly open: Table[] = [];

  text(text: string): void {
    const cell = this.open.at(-1)?.cell;
    if (cell) cell.text += decodeEntities(text.replace(/\s+/g, ' '));
  }

  tag(name: string, closes: boolean, attributes: string): void {
    const table = this.open.at(-1);
    if (name === 'table') {
      if (!closes) this.open.push({ rows: [], hanging: new Map(), cell: null });
      else if (table) {
        endCell(table);
        this.done.push(this.open.pop()!);
      }
    } else if (!table) return;
    else if (name === 'tr') {
      endCell(table);
      if (!closes) table.rows.push([]);
    } else if (name === 'td' || name === 'th') {
      endCell(table);
      if (closes) return;
      if (table.rows.length === 0) table.rows.push([]);
      table.cell = { text: '', wide: span(attributes, 'colspan'), high: span(attributes, 'rowspan') };
    } else if (table.cell && table.cell.text !== '') table.cell.text += '\n';
  }

  largest(): GridRow[] {
    const tables = [...this.done, ...this.open].map(({ rows }) => rows);
    const size = (rows: (string | null)[][]): number => rows.reduce((sum, cells) => sum + cells.length, 0);
    const best = tables.sort((a, b) => size(b) - size(a))[0] ?? [];
    const width = best.reduce((most, cells) => Math.max(most, cells.length), 0);
    return best
      .map((cells, at) => ({
        row: at + 1,
        cells: [...cells, ...Array<null>(width - cells.length).fill(null)],
      }))
      .filter(({ cells }) => cells.some((cell) => cell !== null));
  }
}

/** Nobody's table spans more; a larger number is nonsense or ill will. */
const MOST_SPAN = 1_000;

const span = (attributes: string, name: string): number =>
  Math.min(
    MOST_SPAN,
    Math.max(1, Number(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d+)`, 'i').exec(attributes)?.[1] ?? 1)),
  );

function endCell(table: Table): void {
  const { cell, hanging } = table;
  const row = table.rows.at(-1);
  if (!cell || !row) return;
  const hung = (): boolean => (hanging.get(row.length) ?? 0) >= table.rows.length;
  while (hung()) row.push(null);
  const text = cell.text.replace(/[ \t]*\n\s*/g, '\n').trim();
  for (let at = 0; at < cell.wide; at++) {
    if (cell.high > 1) hanging.set(row.length, table.rows.length + cell.high - 1);
    row.push(at === 0 && text !== '' ? text : null);
  }
  table.cell = null;
}
