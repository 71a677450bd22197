import type { GridRow } from '../reading/grid.js';
import { endsOf, isTotal, noteLike, shapeOf } from './ends.js';
import { completesHeader, continuesHeader, isNumbered, voteOn } from './header.js';
import { composeLabels } from './labels.js';
import { straightFrom, turnsUnder } from './turned-header.js';
import {
  filledIn,
  isFilled,
  textOf,
  type SheetCells,
  type Structure,
  type Turn,
  type WhyLeftOut,
} from './sheet.js';

/** Rows at the top in which the header is sought, and rows at the end among which notes and totals are. */
const HEAD = 400;
const TAIL = 40;
const MOST_TITLES = 30;
const MOST_HEADER_ROWS = 4;

/** Rows that a person has called something else than the hub did, by their number in the sheet. */
export type RowsAs = Readonly<Record<string, WhyLeftOut | 'answer'>>;

interface Ends {
  head: GridRow[];
  tail: GridRow[];
  width: number;
}

/**
 * Finds title lines, header rows, repeated headers, totals, notes and blank rows of one sheet, from its cells alone.
 * @param changes rows that a person has called otherwise; they have the last word
 */
export function seeRows(sheet: SheetCells, changes: RowsAs = {}): Structure {
  const ends = walk(sheet.rows);
  if (sheet.labels) return labelled(sheet, ends);
  const header = changedHeader(ends.head, changes) ?? findHeader(ends.head, sheet.merged);
  const first = header.rows[0];
  const rows = header.rows.map((at) => ends.head[at]!);
  const bodyFrom = rows.at(-1)?.row ?? 0;
  const structure: Structure = {
    headerRows: rows.map(({ row }) => row),
    labels: composeLabels(rows, ends.width, sheet.merged),
    bodyFrom,
    notAnswers: new Map(),
    turns: [],
    titles: ends.head
      .slice(0, first ?? 0)
      .map(({ row }) => row)
      .filter((row) => row < bodyFrom),
    confidence: header.confidence,
    reason: header.reason,
    doubts: [],
  };
  if (first === undefined)
    structure.doubts.push({
      about: 'header',
      why: 'No row looks like labels of the columns: say which row holds them, or that there is none.',
    });
  markBody(sheet, structure, ends, rows);
  applyChanges(structure, changes);
  return structure;
}

function walk(rows: Iterable<GridRow>): Ends {
  const ends: Ends = { head: [], tail: [], width: 0 };
  for (const row of rows) {
    if (row.cells.length > ends.width) ends.width = row.cells.length;
    if (ends.head.length < HEAD) {
      if (filledIn(row.cells) > 0) ends.head.push(row);
    }
    ends.tail.push(row);
    if (ends.tail.length > 2 * TAIL) ends.tail.splice(0, TAIL);
  }
  return ends;
}

function labelled(sheet: SheetCells, ends: Ends): Structure {
  return {
    headerRows: [],
    labels: (sheet.labels ?? []).map((label) => ({ label, stem: null, item: null })),
    bodyFrom: 0,
    notAnswers: new Map(
      ends.tail.filter(({ cells }) => filledIn(cells) === 0).map(({ row }) => [row, 'blank']),
    ),
    turns: [],
    titles: [],
    confidence: 1,
    reason: 'The file names its fields itself.',
    doubts: [],
  };
}

interface Header {
  /** Places in `head`. */
  rows: number[];
  confidence: number;
  reason: string;
}

function findHeader(head: readonly GridRow[], merged: readonly string[]): Header {
  const most = head.reduce((max, { cells }) => Math.max(max, filledIn(cells)), 0);
  const first = head.findIndex(
    ({ cells }, at) => at < MOST_TITLES && filledIn(cells) >= Math.max(most > 1 ? 2 : 1, 0.5 * most),
  );
  if (first < 0) return { rows: [], confidence: 0.3, reason: 'No row is wide enough to be the labels.' };
  const vote = voteOn(head, first);
  if (vote.data > 1 && vote.data > 2 * vote.labels && !(vote.labels >= 1 && isNumbered(head[first]!)))
    return {
      rows: [],
      confidence: 0.5,
      reason: 'The first full row is of the same kind as the rows below it.',
    };
  const rows = [first];
  for (let at = first + 1; at < head.length && rows.length < MOST_HEADER_ROWS; at++) {
    if (!continuesHeader(head, first, at)) break;
    rows.push(at);
  }
  for (let at = first - 1; at >= 0 && rows.length < MOST_HEADER_ROWS; at--) {
    if (!completesHeader(head, at, rows, merged)) break;
    rows.unshift(at);
  }
  const sure = vote.labels > 0 && vote.data === 0;
  return {
    rows,
    confidence: sure ? 0.97 : vote.labels > vote.data ? 0.85 : 0.7,
    reason:
      rows.length > 1
        ? `${rows.length} rows of labels: the lower ones are of another kind than the answers below.`
        : 'The first full row is of another kind than the rows below it.',
  };
}

function changedHeader(head: readonly GridRow[], changes: RowsAs): Header | null {
  const rows = head.flatMap(({ row }, at) => (changes[String(row)] === 'header' ? [at] : []));
  return rows.length ? { rows, confidence: 1, reason: 'You said so.' } : null;
}

function markBody(sheet: SheetCells, structure: Structure, ends: Ends, header: GridRow[]): void {
  const { bodyFrom, notAnswers, turns } = structure;
  const body = ends.head.filter(({ row }) => row > bodyFrom);
  const shape = shapeOf(body);
  const isHeader = repeats(header);
  const turnOf = turnsUnder(lowestLabels(header));
  let turn: Turn | null = null;
  let last = 0;
  for (const row of sheet.rows) {
    if (row.row <= bodyFrom) continue;
    last = row.row;
    const filled = filledIn(row.cells);
    if (filled === 0) notAnswers.set(row.row, 'blank');
    else if (isHeader(row)) {
      notAnswers.set(row.row, 'repeated-header');
      if (turns.length > 0) turns.push(straightFrom(row));
    } else if ((turn = turnOf(row))) {
      notAnswers.set(row.row, 'repeated-header');
      turns.push(turn);
    } else if (filled <= shape.usual && isTotal(row, shape)) notAnswers.set(row.row, 'total');
    else if (filled <= 2 && filled < shape.usual && noteLike(row, shape) === 'sure')
      notAnswers.set(row.row, 'note');
  }
  const tail = ends.tail.filter(({ row }) => row > bodyFrom && !notAnswers.has(row)).slice(-TAIL);
  const found = endsOf(tail, shape);
  // All of a short sheet is no end of anything.
  if (found.size >= tail.length) return;
  for (const [row, why] of found) notAnswers.set(row, why);
  if (
    last > 0 &&
    [...found.values()].includes('note') &&
    [...found].some(([row]) => doubtful(tail, row, shape))
  )
    structure.doubts.push({
      about: 'note',
      why: 'A row at the end holds one text and neither id nor date: it is taken for a note and left out.',
    });
}

const doubtful = (tail: GridRow[], number: number, shape: ReturnType<typeof shapeOf>): boolean => {
  const row = tail.find((candidate) => candidate.row === number);
  return row !== undefined && noteLike(row, shape) === 'likely' && !isTotal(row, shape);
};

/** People who type a header again write what they see: of each column its lowest label. */
function lowestLabels(header: readonly GridRow[]): string[] {
  const lines = header.map(({ cells }) => cells.map((cell) => textOf(cell).toLowerCase()));
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  return Array.from({ length: width }, (_, column) => lines.findLast((line) => line[column])?.[column] ?? '');
}

/** Is a row one of the header rows over again? A row equal to the header is never a person. */
function repeats(header: GridRow[]): (row: GridRow) => boolean {
  const lines = header.map(({ cells }) => cells.map((cell) => textOf(cell).toLowerCase()));
  const lowest = lowestLabels(header);
  const keys = lines.length > 1 ? [...lines, lowest] : lines;
  // Most rows differ in their first cell already.
  const begins = ({ cells }: GridRow): boolean => {
    const first = cells.find(isFilled);
    return (
      first !== undefined &&
      first.length < 200 &&
      keys.some((labels) => labels.includes(first.trim().toLowerCase()))
    );
  };
  return (row) =>
    begins(row) &&
    keys.some((labels) => {
      const { cells } = row;
      let same = 0;
      let filled = 0;
      for (let column = 0; column < Math.max(labels.length, cells.length); column++) {
        const text = textOf(cells[column]);
        if (text === '') continue;
        filled++;
        if (text.toLowerCase() === labels[column]) same++;
        else if (filled - same > 2) return false;
      }
      // One tick under its own label is an answer, the whole line of labels is not.
      const all = labels.filter((label) => label !== '').length;
      return same === filled && same >= Math.max(1, 0.6 * all) && (all > 1 || same === all);
    });
}

function applyChanges(structure: Structure, changes: RowsAs): void {
  for (const [row, as] of Object.entries(changes)) {
    if (as === 'header') continue;
    if (as === 'answer') structure.notAnswers.delete(Number(row));
    else structure.notAnswers.set(Number(row), as);
  }
}
