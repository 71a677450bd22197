import type { GridRow } from '../reading/grid.js';
import { columnLetter } from '../reading/place.js';
import type { FileReading, SeenSheet } from '../reading-of.js';
import { labelsAsWritten } from '../recognise/key/as-written.js';
import { filledIn, type WhyLeftOut } from '../recognise/sheet.js';
import type { FileLook, LookColumn } from './look.js';

/** Rows shown of the beginning and of the end, and of those between that are left out. */
const FIRST = 30;
const LAST = 10;
const MOST_LEFT_OUT = 60;
/** Columns shown, and letters of a cell: a page shows no more. */
const MOST_COLUMNS = 300;
const MOST_LETTERS = 160;
/** Different values of a column that are shown. */
const MOST_VALUES = 60;

const cut = (text: string): string =>
  text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text;

/** What every row of the file is taken for, by its number; a row that is not named is an answer. */
function wordsOf({ leftOut, headerRows }: FileReading): Map<number, WhyLeftOut> {
  const words = new Map<number, WhyLeftOut>();
  for (const { why, rows } of leftOut) for (const row of rows) words.set(row, why);
  for (const row of headerRows) words.set(row, 'header');
  return words;
}

/** The first rows, the last and those that are left out, in the order of the sheet. */
export function rowsOf(
  { cells }: SeenSheet,
  reading: FileReading,
): Pick<FileLook, 'rows' | 'rowCount' | 'counts'> {
  const words = wordsOf(reading);
  const shown = new Map<number, GridRow>();
  const last: GridRow[] = [];
  let leftOut = 0;
  let rowCount = 0;
  const counts: FileLook['counts'] = {};
  for (const row of cells.rows) {
    if (filledIn(row.cells) === 0) continue;
    rowCount++;
    const as = words.get(row.row) ?? 'answer';
    counts[as] = (counts[as] ?? 0) + 1;
    if (rowCount <= FIRST || (words.has(row.row) && leftOut++ < MOST_LEFT_OUT)) shown.set(row.row, row);
    last.push(row);
    if (last.length > LAST) last.shift();
  }
  for (const row of last) shown.set(row.row, row);
  const rows = [...shown.values()]
    .sort((a, b) => a.row - b.row)
    .map((row) => ({
      row: row.row,
      as: words.get(row.row) ?? ('answer' as const),
      cells: row.cells.slice(0, MOST_COLUMNS).map((cell) => (cell === null ? null : cut(cell))),
    }));
  return { rows, rowCount, counts };
}

/** What each column holds, and what it was taken for. Columns made from lines have no place in the sheet. */
export function columnsOf({ recognition }: SeenSheet): LookColumn[] {
  const { findings, groups, structure, lines } = recognition;
  const labels = labelsAsWritten(recognition);
  const profiles = recognition.keyed?.profiles ?? recognition.profiles;
  const places = new Map(structure.labels.map(({ label }, at) => [label, at]));
  return labels.slice(0, MOST_COLUMNS).map(({ label }, at) => {
    const group = groups.find(({ columns, twin }) => columns.includes(at) || twin === at);
    const finding = findings[at]!;
    const profile = profiles[at]!;
    const position = lines ? (places.get(label) ?? at) : at;
    return {
      position,
      label,
      letter: columnLetter(position),
      confidence: group?.confidence ?? finding.confidence,
      why: group?.reason ?? finding.reason,
      rows: profile.rows,
      filled: profile.filled,
      distinct: profile.distinct,
      values: profile
        .values()
        .slice(0, MOST_VALUES)
        .map((value) => ({ value: cut(value), rows: profile.counts.get(value) ?? 0 })),
    };
  });
}
