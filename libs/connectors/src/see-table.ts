import type { RawRow } from '#domain';
import { labelFinder } from './mapping/labels.js';
import { leaveOutTest } from './mapping/leave-out.js';
import type { ColumnRef, SheetMapping } from './mapping/schema.js';
import type { Grid } from './reading/grid.js';
import { faultIn, labelGrid, type Table, toCells } from './reading/table.js';
import { chooseSheet, sheetsAlike, type SheetAsk } from './recognise/choose-sheet.js';
import type { LayoutKnowledge } from './recognise/layout.js';
import { gatherLines } from './recognise/lines.js';
import type { Recognition } from './recognise/recognition.js';
import { answerRows, recognise } from './recognise/recognise.js';
import { seeRows, type RowsAs } from './recognise/rows.js';
import type { SheetCells, WhyLeftOut } from './recognise/sheet.js';

/** A grid as the recogniser looks at it. */
export const sheetOf = (grid: Grid): SheetCells => ({
  name: grid.sheet,
  hidden: false,
  rows: grid.rows,
  merged: grid.merged,
  hiddenRows: grid.hiddenRows,
  labels: grid.labels,
});

/** Every sheet of a workbook, as the recogniser looks at them. */
const sheetsOf = ({ sheets }: Grid): SheetCells[] => sheets.map((one) => ({ ...one, labels: null }));

interface Chosen {
  grid: Grid;
  sheet: SheetCells;
  /** The other sheets, among which a key of codes may be. */
  others: SheetCells[];
  asks: SheetAsk[];
  alike: string[];
}

/** The sheet of a workbook that holds the answers, with what a person should say about the others. */
export function chosenGrid(grid: Grid): Chosen {
  if (grid.sheets.length === 0) return { grid, sheet: sheetOf(grid), others: [], asks: [], alike: [] };
  const sheets = sheetsOf(grid);
  const { sheet, asks, alike, twins } = chooseSheet(sheets);
  const chosen = grid.sheets.find(({ name }) => name === sheet.name)!;
  return {
    grid: {
      ...grid,
      sheet: chosen.name,
      rows: chosen.rows,
      merged: chosen.merged,
      hiddenRows: chosen.hiddenRows,
    },
    sheet,
    others: sheets.filter((other) => other !== sheet && !twins.has(other)),
    asks,
    alike,
  };
}

/** The chosen sheet as it would be read, with what a person should say about the others; a key of its codes is none of them. */
export function recogniseChosen(
  { sheet, others, asks, alike }: Chosen,
  layouts: readonly LayoutKnowledge[],
  changes: RowsAs = {},
): Recognition {
  const seen = recognise(sheet, layouts, changes, others);
  for (const { sheet: other, ...ask } of asks) if (other !== seen.keyed?.sheet) seen.asks.push(ask);
  seen.otherSheets = alike;
  return seen;
}

/** Sheets of the same columns as the one that is read, which its mapping doesn't know: the tab of a new month, of another site. */
export function strangeSheets(grid: Grid, { layout }: SheetMapping): string[] {
  const { otherSheets } = layout;
  if (otherSheets === null || grid.sheets.length < 2) return [];
  const sheets = sheetsOf(grid);
  const labels = seeRows(sheetOf(grid), layout.rowsAs).labels.map(({ label }) => label);
  return sheetsAlike(sheets, grid.sheet, labels).filter((name) => !otherSheets.includes(name));
}

/** What a person is told of them. */
export const strangeSheetsReason = (names: readonly string[]): string =>
  `${names.length === 1 ? 'The sheet' : 'The sheets'} ${names.map((name) => `"${name}"`).join(', ')} ${names.length === 1 ? 'has' : 'have'} the same columns as the one that is read: send ${names.length === 1 ? 'it' : 'them'} as a file, put the rows on one sheet, or say in the mapping (otherSheets) that ${names.length === 1 ? 'it is' : 'they are'} to be left out.`;

/**
 * A grid as labelled rows under a mapping: rows counted off or recognised as its layout says, rows left out by its rules,
 * and the lines of one person put together.
 */
export function tableUnder(file: string, grid: Grid, mapping: SheetMapping): Table {
  const table =
    mapping.layout.rows === 'recognised'
      ? recognisedTable(file, grid, mapping)
      : labelGrid(file, grid, mapping.layout);
  leaveOut(table, mapping);
  gather(table, mapping);
  return table;
}

function recognisedTable(file: string, grid: Grid, mapping: SheetMapping): Table {
  const sheet = sheetOf(grid);
  const structure = seeRows(sheet, mapping.layout.rowsAs);
  const labels = structure.labels.map(({ label }) => label);
  const table: Table = {
    file,
    kind: grid.kind,
    labels,
    rows: [],
    rejections: [...grid.rejections],
    unread: [],
    leftOut: [
      ...structure.titles.map((row) => ({ row, why: 'title' as const })),
      ...structure.headerRows.map((row) => ({ row, why: 'header' as const })),
      ...[...structure.notAnswers].map(([row, why]) => ({ row, why })),
    ].sort((a, b) => a.row - b.row),
    assumptions: [...grid.assumptions],
    encoding: grid.encoding,
  };
  for (const row of answerRows(sheet, structure)) {
    const raw = { file, row: row.row, cells: toCells(row.cells, labels) };
    const fault = faultIn(row, labels, mapping.layout.shortRows === 'reject');
    if (!fault) table.rows.push(raw);
    else {
      table.rejections.push({ file, row: row.row, ...fault });
      table.unread.push({ ...raw, cells: toCells(row.cells, labels, true) });
    }
  }
  return table;
}

function leaveOut(table: Table, mapping: SheetMapping): void {
  if (mapping.leaveOut.length === 0) return;
  const find = labelFinder(table.labels);
  const places = new Map<ColumnRef, string | null>();
  for (const { column } of mapping.leaveOut) places.set(column, find(column));
  const why = leaveOutTest<RawRow>(mapping, ({ cells }, column) => {
    const label = places.get(column) ?? null;
    return label === null ? null : (cells[label] ?? null);
  });
  const left: { row: number; why: WhyLeftOut }[] = [];
  table.rows = table.rows.filter((row) => {
    // A rule whose column the file hasn't leaves nobody out: the missing column holds the file.
    const reason = why(row);
    if (reason !== null) left.push({ row: row.row, why: reason });
    return reason === null;
  });
  table.leftOut = [...table.leftOut, ...left].sort((a, b) => a.row - b.row);
}

/** Puts lines together; the places of the mapping's columns stay those of the sheet, without question and answer. */
function gather(table: Table, mapping: SheetMapping): void {
  const { lines } = mapping;
  if (!lines) return;
  const find = labelFinder(table.labels);
  const place = (ref: ColumnRef | undefined): number | null => {
    const label = ref === undefined ? null : find(ref);
    return label === null ? null : table.labels.indexOf(label);
  };
  const person = place(lines.person);
  if (person === null) return;
  const plan = { person, question: place(lines.question), answer: place(lines.answer) };
  const questions: string[] = [];
  const rows = table.rows.map(({ row, cells }) => ({
    row,
    cells: table.labels.map((label) => cells[label] ?? null),
  }));
  const gathered = gatherLines(rows, plan, questions);
  const kept = table.labels.filter((_, at) => at !== plan.question && at !== plan.answer);
  table.labels = [...kept, ...questions];
  table.rows = gathered.map(({ row, cells }) => ({
    file: table.file,
    row,
    cells: toCells(cells, table.labels),
  }));
  table.lines = rows.length;
}
