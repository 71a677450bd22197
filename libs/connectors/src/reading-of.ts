import type { DeliveredFile } from './contract.js';
import { leaveOutTest } from './mapping/leave-out.js';
import { mappingParser } from './mapping/parse.js';
import { refName } from './mapping/resolve.js';
import type { SheetMapping } from './mapping/schema.js';
import { DEFAULT_LAYOUT, type Grid, type GridSheet } from './reading/grid.js';
import { readGrid } from './reading/read-grid.js';
import {
  codesAsks,
  columnAsks,
  dateAsks,
  dateDoubts,
  datesOrdered,
  demographicAsks,
  faultAsks,
} from './reading-asks.js';
import { faultIn } from './reading/table.js';
import { type ColumnLeftOut, columnsLeftOut, notesOfColumns } from './recognise/columns-left-out.js';
import type { LayoutKnowledge } from './recognise/layout.js';
import type { Ask, Recognition } from './recognise/recognition.js';
import { answerRows } from './recognise/recognise.js';
import { labelsAsWritten } from './recognise/key/as-written.js';
import { LEFT_OUT, type SheetCells, type WhyLeftOut } from './recognise/sheet.js';
import { namedAfter, toMapping } from './recognise/to-mapping.js';
import {
  chosenGrid,
  recogniseChosen,
  sheetOf,
  strangeSheets,
  strangeSheetsReason,
  tableUnder,
} from './see-table.js';
import { Summariser, type SheetSummary } from './summarise.js';

/** How one file would be read: what `npx hub read --json` prints for it. */
export interface FileReading extends SheetSummary {
  file: string;
  /** Code of the tool's layout; null where it is no known tool's. */
  layout: string | null;
  sheet: string | null;
  headerRows: number[];
  leftOut: { why: WhyLeftOut; rows: number[] }[];
  /** Columns that hold something and are nobody's answer, with what they are taken for. */
  columnsLeftOut: ColumnLeftOut[];
  asks: Ask[];
  /** What a person should know and need not answer; missing where there is nothing. */
  notes?: string[];
  status: 'ready' | 'asks' | 'refused';
  /** Lines of the file that are the answers of `people`, where several are one person. */
  lines?: number;
}

export interface ReadingWithMapping {
  reading: FileReading;
  /** The mapping under which it was read; null where the file can't be read at all. */
  mapping: SheetMapping | null;
  /** The sheet itself as it was seen; null where the file can't be read at all. */
  seen: SeenSheet | null;
}

/** What a page shows of a sheet beside its reading. */
export interface SeenSheet {
  recognition: Recognition;
  cells: SheetCells;
  /** Every sheet of a workbook; none for other files. */
  sheets: readonly GridSheet[];
  encoding: string | null;
  assumptions: readonly string[];
}

const NOTHING: SheetSummary = {
  people: 0,
  questions: [],
  identifying: [],
  demographics: [],
  dates: { first: null, last: null },
};

const refusal = (file: string, code: string, reason: string): ReadingWithMapping => ({
  reading: {
    file,
    layout: null,
    sheet: null,
    headerRows: [],
    leftOut: [],
    columnsLeftOut: [],
    ...NOTHING,
    asks: [{ column: null, about: code, why: reason }],
    status: 'refused',
  },
  mapping: null,
  seen: null,
});

/**
 * How a file would be read, and the mapping that reads it so; nothing is stored.
 * @param mapping the one to read it under; null recognises the file
 * @param today ISO date: dates after it are asked about
 */
export async function readingOf(
  file: DeliveredFile,
  layouts: readonly LayoutKnowledge[],
  mapping: unknown,
  today: string,
): Promise<ReadingWithMapping> {
  const parsed = mapping === null ? null : mappingParser()(mapping);
  if (parsed && !parsed.ok)
    return refusal(file.name, 'mapping-invalid', `The mapping is not valid: ${parsed.error}.`);
  const given = parsed?.ok ? parsed.value : null;
  const grid = await readGrid(file, given?.layout ?? DEFAULT_LAYOUT, { all: true });
  if (!grid.ok) return refusal(file.name, grid.error.code, grid.error.reason);
  const chosen = given?.layout.sheet
    ? { grid: grid.value, sheet: sheetOf(grid.value), others: [], asks: [], alike: [] }
    : chosenGrid(grid.value);
  const seen = recogniseChosen(chosen, layouts, given?.layout.rowsAs);
  if (seen.refused && !given) return { ...refusal(file.name, seen.refused.code, seen.refused.reason) };
  const read = given
    ? underMapping(file.name, chosen.grid, given, seen, today)
    : asRecognised(file.name, chosen.sheet, seen, today);
  const { sheets, encoding, assumptions } = grid.value;
  const notes = [...seen.notes, ...(given ? [] : notesOfColumns(seen))];
  const reading = notes.length > 0 ? { ...read.reading, notes } : read.reading;
  const said = [...assumptions, ...notes];
  return {
    ...read,
    reading,
    seen: { recognition: seen, cells: chosen.sheet, sheets, encoding, assumptions: said },
  };
}

type Read = Pick<ReadingWithMapping, 'reading' | 'mapping'>;

function asRecognised(file: string, sheet: SheetCells, seen: Recognition, today: string): Read {
  const mapping = toMapping(seen, namedAfter(file));
  const labels = labelsAsWritten(seen).map(({ label }) => label);
  const places = new Map(labels.map((label, at) => [label, at]));
  const left = new Map(seen.structure.notAnswers);
  const why = leaveOutTest<readonly (string | null)[]>(
    mapping,
    (cells, column) => cells[places.get(String(column)) ?? -1] ?? null,
  );
  const summariser = new Summariser(mapping, labels);
  const nobody: number[] = [];
  const faulty: number[] = [];
  const reject = mapping.layout.shortRows === 'reject' && seen.gathered === null;
  for (const one of seen.gathered ?? answerRows(sheet, seen.structure)) {
    const { row, cells } = one;
    const reason = why(cells);
    if (seen.gathered === null && faultIn(one, labels, reject)) faulty.push(row);
    else if (reason !== null) left.set(row, reason);
    else if (!summariser.add(cells)) nobody.push(row);
  }
  const summary = summariser.summary();
  const asks = [
    ...seen.asks,
    ...faultAsks(faulty),
    ...demographicAsks(seen, summary),
    ...dateAsks(seen, summariser.dateDoubts(today)),
  ];
  for (const row of nobody) left.set(row, 'blank');
  const reading: FileReading = {
    file,
    layout: seen.layout?.layout.code ?? null,
    sheet: sheet.name,
    headerRows: seen.structure.headerRows,
    leftOut: grouped(seen, left),
    columnsLeftOut: columnsLeftOut(seen),
    ...summary,
    asks,
    status: summary.people === 0 ? 'refused' : asks.length ? 'asks' : 'ready',
    ...(seen.gathered ? { lines: linesOf(sheet, seen) } : {}),
  };
  if (summary.people === 0)
    reading.asks.unshift({
      column: null,
      about: 'nothing-to-take',
      why: 'No row of the file holds an answer.',
    });
  return { reading, mapping };
}

function linesOf(sheet: SheetCells, { structure }: Recognition): number {
  let lines = 0;
  for (const _row of answerRows(sheet, structure)) lines++;
  return lines;
}

function grouped({ structure }: Recognition, left: ReadonlyMap<number, WhyLeftOut>): FileReading['leftOut'] {
  const rows = new Map<WhyLeftOut, number[]>();
  const put = (why: WhyLeftOut, row: number): void => {
    const alike = rows.get(why);
    if (alike) alike.push(row);
    else rows.set(why, [row]);
  };
  structure.titles.forEach((row) => put('title', row));
  structure.headerRows.forEach((row) => put('header', row));
  for (const [row, why] of left) put(why, row);
  return LEFT_OUT.flatMap((why) =>
    rows.has(why) ? [{ why, rows: rows.get(why)!.sort((a, b) => a - b) }] : [],
  );
}

const ignoredBy = ({ columns }: SheetMapping): ColumnLeftOut[] =>
  columns.flatMap((rule) =>
    rule.as === 'ignore' ? [{ column: refName(rule.column), what: 'left out by the mapping' }] : [],
  );

const sheetAsks = (names: string[]): Ask[] =>
  names.length === 0 ? [] : [{ column: null, about: 'sheet', why: strangeSheetsReason(names) }];

function underMapping(
  file: string,
  grid: Grid,
  mapping: SheetMapping,
  seen: Recognition,
  today: string,
): Read {
  const table = tableUnder(file, grid, mapping);
  const { ordered, undecided } = datesOrdered(table, mapping);
  const summariser = new Summariser(ordered, table.labels);
  const nobody: number[] = [];
  for (const { row, cells } of table.rows)
    if (!summariser.add(table.labels.map((label) => cells[label] ?? null))) nobody.push(row);
  const summary = summariser.summary();
  const asks = [
    ...sheetAsks(strangeSheets(grid, mapping)),
    ...columnAsks(table, mapping),
    ...faultAsks(table.rejections.flatMap(({ row }) => (row === null ? [] : [row]))),
    ...codesAsks(mapping, summary),
    ...(undecided.length > 0 ? undecided : dateDoubts(mapping, summariser.dateDoubts(today))),
  ];
  const left = new Map(table.leftOut.map(({ row, why }) => [row, why]));
  for (const row of nobody) left.set(row, 'blank');
  for (const row of seen.structure.headerRows) left.delete(row);
  return {
    reading: {
      file,
      layout: seen.layout?.layout.code ?? null,
      sheet: grid.sheet,
      headerRows: mapping.layout.rows === 'recognised' ? seen.structure.headerRows : headerOf(grid, mapping),
      leftOut: grouped({ ...seen, structure: { ...seen.structure, headerRows: [], titles: [] } }, left),
      columnsLeftOut: ignoredBy(mapping),
      ...summary,
      asks,
      status: summary.people === 0 ? 'refused' : asks.length ? 'asks' : 'ready',
      ...(table.lines === undefined ? {} : { lines: table.lines }),
    },
    mapping,
  };
}

const headerOf = ({ rows, labels }: Grid, { layout }: SheetMapping): number[] =>
  labels ? [] : [...rows.slice(layout.skipRows, layout.skipRows + layout.headerRows)].map(({ row }) => row);
