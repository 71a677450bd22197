import type { GridRow } from '../reading/grid.js';
import { parseDate } from '../mapping/dates.js';
import { isDecimal, isEmail, isIp, isPhone, isPostcode, isUuid } from './shapes.js';
import { filledIn, spansOf, textOf } from './sheet.js';

/** Kinds of cell that a label is never of. */
const STRICT: readonly ((text: string) => boolean)[] = [
  isDecimal,
  (text) => /\d/.test(text) && parseDate(text, 'day-first') !== null,
  (text) => /\d/.test(text) && parseDate(text, 'month-first') !== null,
  isEmail,
  isIp,
  isUuid,
  isPostcode,
  isPhone,
  (text) => /^(true|false|yes|no|y|n)$/i.test(text),
];

/** Rows below that are looked at to tell what a column's cells are. */
const BELOW = 80;

/** Rows of sums below a column. */
const MOST_SUMS = 2;

/** A column's cells under a row that may be labels. */
function columnBelow(
  rows: readonly GridRow[],
  from: number,
  column: number,
  except?: (row: GridRow) => boolean,
): string[] {
  const cells: string[] = [];
  for (let at = from; at < rows.length && at < from + BELOW; at++) {
    if (except?.(rows[at]!)) continue;
    const text = textOf(rows[at]!.cells[column]);
    if (text !== '') cells.push(text);
  }
  return cells;
}

/** Is a row nearly the given one over again? Labels that are repeated further down speak for no data. */
function isAgain({ cells }: GridRow): (row: GridRow) => boolean {
  const own = cells.map(textOf);
  const filled = own.filter((text) => text !== '').length;
  return (row) => {
    const same = own.filter((text, column) => text !== '' && textOf(row.cells[column]) === text).length;
    return same >= 3 && same >= 0.8 * filled;
  };
}

export interface LabelVote {
  /** Columns that speak for labels, and columns that speak for data. */
  labels: number;
  data: number;
}

/** Weighs one row against the rows below it: are its cells labels of what follows, or more of the same? */
export function voteOn(rows: readonly GridRow[], at: number): LabelVote {
  const vote: LabelVote = { labels: 0, data: 0 };
  const again = isAgain(rows[at]!);
  rows[at]!.cells.forEach((cell, column) => {
    const text = textOf(cell);
    if (text === '') return;
    const below = columnBelow(rows, at + 1, column, again);
    if (below.length === 0) return;
    const strict = STRICT.filter((test) => below.filter(test).length >= 0.8 * below.length);
    if (strict.length) {
      if (strict.some((test) => test(text))) vote.data++;
      else vote.labels++;
      return;
    }
    const distinct = new Set(below);
    if (distinct.has(text)) {
      // Under a tick-all column the only value is the label itself, and perhaps how often it was ticked.
      const others = below.filter((cell) => cell !== text);
      if (others.length > MOST_SUMS || !others.every(isDecimal)) vote.data++;
    } else if (below.length >= 3 && distinct.size <= below.length / 2) vote.labels += 0.5;
    else if (/\?$|:$/.test(text)) vote.labels += 0.5;
  });
  return vote;
}

const IMPORT_ID = /^\{"?ImportId"?:/i;
const GENERIC_LOWER =
  /^(response|responses|open-ended response|open ended response|other \(please specify\)|answer|score|comments?|selected choice)$/i;

export const isImportIds = ({ cells }: GridRow): boolean => {
  const texts = cells.map(textOf).filter((text) => text !== '');
  return texts.length > 0 && texts.filter((text) => IMPORT_ID.test(text)).length >= texts.length / 2;
};
export const isGenericLower = (text: string): boolean => GENERIC_LOWER.test(text);
/** A word of the tool's below a question, never a label of a person's own making. */
export const saysNothingBelow = (text: string): boolean =>
  isGenericLower(text) && !/^(other|comments?|score)/i.test(text);

/** Short codes for labels ("Ident 1", "Q1", "V2_3"): the wording stands in the next row. */
function isCodes({ cells }: GridRow): boolean {
  const texts = cells.map(textOf).filter((text) => text !== '');
  const codes = texts.filter((text) => /^[a-z]{1,12}[ _.-]?\d+([._]\d+)*(_text)?$/i.test(text));
  return texts.length > 1 && codes.length >= 0.7 * texts.length;
}

/** Columns numbered upwards (0, 1, 2, 5, ...) are labels although they are numbers. */
export function isNumbered({ cells }: GridRow): boolean {
  const numbers = cells
    .map(textOf)
    .filter((text) => /^\d{1,5}$/.test(text))
    .map(Number);
  return numbers.length >= 5 && numbers.every((number, at) => at === 0 || number > numbers[at - 1]!);
}

/** Does the row look like a second line of labels under the given one? */
export function continuesHeader(rows: readonly GridRow[], first: number, at: number): boolean {
  const row = rows[at];
  if (!row || at + 1 >= rows.length) return false;
  if (isImportIds(row)) return true;
  const upper = rows[first]!;
  let holes = 0;
  let under = 0;
  let generic = 0;
  row.cells.forEach((cell, column) => {
    const text = textOf(cell);
    if (text !== '') {
      if (textOf(upper.cells[column]) === '') under++;
      if (isGenericLower(text)) generic++;
    }
  });
  upper.cells.forEach((cell, column) => {
    if (textOf(cell) === '' || textOf(row.cells[column]) !== '') return;
    const below = columnBelow(rows, at + 1, column);
    const span = Math.min(BELOW, rows.length - at - 1);
    if (below.length >= 0.9 * span) holes++;
  });
  const filled = filledIn(row.cells);
  const vote = voteOn(rows, at);
  if (holes > 0 && vote.labels >= vote.data && (under > 0 || generic >= filled / 2)) return true;
  if (isCodes(upper) && vote.labels >= 1 && vote.labels > vote.data) return true;
  return vote.labels >= 2 && vote.labels > 3 * vote.data && vote.labels >= 0.15 * filled;
}

/** Does the row above complete the labels: sections over them, or labels of columns that the row itself leaves blank? */
export function completesHeader(
  rows: readonly GridRow[],
  at: number,
  header: readonly number[],
  merged: readonly string[],
): boolean {
  const row = rows[at]!;
  const [top] = header as [number];
  const labels = rows[top]!;
  if (labels.row - row.row > 1 + (top - at - 1)) return false;
  const columns = row.cells.flatMap((cell, column) => (textOf(cell) === '' ? [] : [column]));
  if (columns.length === 0) return false;
  const texts = columns.map((column) => textOf(row.cells[column]));
  if (texts.some((text) => text.length > 150 || /:$/.test(text) || STRICT.some((test) => test(text))))
    return false;
  const fills = columns.filter((column) => {
    if (header.some((line) => textOf(rows[line]!.cells[column]) !== '')) return false;
    const below = columnBelow(rows, header.at(-1)! + 1, column);
    return below.length > 0 && (columns.length > 1 || !below.every((text, index) => text === String(index)));
  });
  if (fills.length === columns.length) return columns.length > 1 || texts[0]!.length <= 60;
  const wide = spansOf(merged, row.row);
  // One heading over some of the columns: only cells that were merged for it tell how far it reaches.
  if (columns.length === 1) {
    const end = wide.get(columns[0]!);
    return end !== undefined && end - columns[0]! + 1 < 0.8 * filledIn(labels.cells);
  }
  // Sections: at least two, over labels, and each but the last with columns of its own to the right.
  const gaps = columns.filter((column, index) => (columns[index + 1] ?? labels.cells.length) - column > 1);
  return wide.size > 0 || gaps.length >= Math.max(1, Math.floor(columns.length / 3));
}
