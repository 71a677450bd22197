import type { GridRow } from '../reading/grid.js';
import { isCommaDecimal, isDecimal } from './shapes.js';
import { filledIn, isFilled, textOf, type WhyLeftOut } from './sheet.js';

const TOTAL =
  /^(grand |sub-?|overall )?totals?( responses?| answers?| number)?\s*:?$|^(sub-?)?totals?\b[\s:,(-]*[\w/&'’ -]{1,32}\)?\s*:?$|^((overall |grand )?(mean|average|avg\.?|median)( (score|rating|mark|age|value|response|answer)s?)?|mode|sum|counts?|std\.? ?dev(iation)?\.?|standard deviation|min(imum)?|max(imum)?|variance|base|n|valid n|% ?|per ?cent(age)?|net)\s*:?$/i;
const NOTE =
  /^(sources?|notes?|base|n\.? ?b\.?|please note|key|legend|exported|generated|downloaded|report (created|generated|run)|end of|prepared by|produced by|data (from|as at|extracted)|disclaimer|weighted|figures|percentages|this (file|sheet|data|report)|copyright|contact|\*+|†|©|page \d+|\d{1,6} (received|returned|responses?|replies|e-?mails?|letters?|cards|forms|entries))\b|^(\*|†|©)|^page \d+( of \d+)?$|^-{3,}|^={3,}/i;

const OPENS_NOTE =
  /^[\w.]+( \w+)?\s*:|^[*†©=-]|^\d{1,6} (received|returned|responses?|replies|e-?mails?|letters?|cards|forms|entries)\b|^page \d|^(exported|generated|downloaded|report) /i;

const numeric = (text: string): boolean => isDecimal(text) || isCommaDecimal(text);

/** What the body of a sheet is like, to tell from it what is no part of it. */
export interface BodyShape {
  /** Columns that nearly every answer fills: ids and dates rather than answers. */
  keyColumns: number[];
  /** Of those, the ones whose cells are numbers. */
  numericColumns: Set<number>;
  /** Columns whose cells are single words or numbers: ids rather than text. */
  wordColumns: Set<number>;
  /** Columns in which people write: a lone text there is an answer. */
  textColumns: Set<number>;
  /** Usual number of filled cells of a row. */
  usual: number;
}

export function shapeOf(rows: readonly GridRow[]): BodyShape {
  const sample = rows.slice(0, 400).filter(({ cells }) => filledIn(cells) > 0);
  const width = sample.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  const shape: BodyShape = {
    keyColumns: [],
    numericColumns: new Set(),
    wordColumns: new Set(),
    textColumns: new Set(),
    usual: 0,
  };
  if (sample.length < 3) return shape;
  // Up to a few rows at the end may be totals and notes.
  const enough = Math.min(0.95 * sample.length, sample.length - Math.min(4, sample.length * 0.4));
  for (let column = 0; column < width; column++) {
    const texts = sample.map(({ cells }) => textOf(cells[column])).filter((text) => text !== '');
    if (texts.length >= enough) shape.keyColumns.push(column);
    if (texts.length >= 3 && texts.filter(numeric).length >= 0.6 * texts.length)
      shape.numericColumns.add(column);
    if (texts.length >= 5 && texts.filter((text) => !/\s/.test(text)).length >= 0.8 * texts.length)
      shape.wordColumns.add(column);
    if (texts.length >= 3 && areRemarks(texts)) shape.textColumns.add(column);
  }
  const counts = sample.map(({ cells }) => filledIn(cells)).sort((a, b) => a - b);
  shape.usual = counts[Math.floor(counts.length / 2)] ?? 0;
  return shape;
}

/** Sentences, most of them another one. */
const areRemarks = (texts: readonly string[]): boolean =>
  texts.filter((text) => text.split(/\s+/).length >= 4).length >= 0.4 * texts.length &&
  new Set(texts).size >= 0.6 * texts.length;

/** Is the row a total, a mean or another figure about the rows above, wherever it stands? */
export function isTotal({ cells }: GridRow, shape: BodyShape): boolean {
  const first = cells.findIndex(isFilled);
  if (first < 0 || cells[first]!.length > 40 || !TOTAL.test(textOf(cells[first]))) return false;
  const filled = cells.flatMap((cell, column) => (textOf(cell) === '' ? [] : [column]));
  const missing = shape.keyColumns.filter((column) => textOf(cells[column]) === '').length;
  const wrongKind = shape.numericColumns.has(first);
  // Where every row has a number and this one says "Total", its sums may have words with them: "Good: 9".
  const sum = wrongKind ? (text: string): boolean => /\d/.test(text) && text.length <= 20 : numeric;
  const rest = filled.slice(1).every((column) => sum(textOf(cells[column])));
  // A figure under what people wrote is how many of them there are.
  const counts =
    /total/i.test(cells[first]!) &&
    filled.length > 1 &&
    filled.slice(1).every((column) => !shape.numericColumns.has(column));
  return rest && (counts || missing > 0 || wrongKind || (filled.length > 1 && shape.keyColumns.length === 0));
}

/** A figure, or one that says itself that it is a mean or a sum: "Ø 3,4", "avg. 3.4", "n = 77". */
const isSum = (text: string): boolean =>
  numeric(text.replace(/^(ø|∅|x̄|avg\.?|av\.?|mean|total|sum|n)\s*[:=]?\s*(?=[\d.-])/iu, ''));

/** Figures alone where every answer has an id or a date: a row of sums without a word. Only told at the end. */
export function isBareTotal({ cells }: GridRow, shape: BodyShape): boolean {
  const filled = cells.flatMap((cell, column) => (textOf(cell) === '' ? [] : [column]));
  const keys = shape.keyColumns.filter((column) => !filled.includes(column));
  return (
    filled.length > 0 &&
    keys.length >= 1 &&
    keys.length >= shape.keyColumns.length / 2 &&
    filled.every((column) => isSum(textOf(cells[column]))) &&
    filled.length < shape.usual
  );
}

/** `sure`: words that open a note; `likely`: a lone text at the end where every answer has an id or a date. */
export function noteLike({ cells }: GridRow, shape: BodyShape): 'sure' | 'likely' | null {
  const filled = cells.flatMap((cell, column) => (textOf(cell) === '' ? [] : [column]));
  if (isRemarkBelow(filled, textOf(cells[filled[0] ?? -1]), shape)) return 'likely';
  if (filled.length === 0 || filled.length > 2 || filled.length >= Math.max(2, shape.usual)) return null;
  const [first] = filled as [number];
  const text = textOf(cells[first]);
  const keys = shape.keyColumns.filter((column) => column !== first);
  const lacksKeys = keys.length > 0 && keys.every((column) => !filled.includes(column));
  const wrongKind = shape.numericColumns.has(first) && !numeric(text);
  const sentence = shape.wordColumns.has(first) && text.split(/\s+/).length >= 3;
  // "Note: ..." opens a note; "Note that the gate is locked" may be all that somebody wrote.
  const answer = shape.textColumns.has(first) && !OPENS_NOTE.test(text);
  if ((NOTE.test(text) || sentence) && (lacksKeys || wrongKind)) return answer ? 'likely' : 'sure';
  if (filled.length === 1 && (wrongKind || (lacksKeys && shape.keyColumns.includes(first)))) return 'likely';
  return filled.length === 1 && lacksKeys && keys.length >= 2 ? 'likely' : null;
}

/** Columns that every answer fills, from which on a row that lacks most of them is told by them. */
const FEWEST_KEYS = 4;
const MOST_CELLS = 4;

/** "Signed in: 23", with counts of the columns beside it: opened as a note is, and without most of what every answer has. */
function isRemarkBelow(filled: readonly number[], text: string, { keyColumns, usual }: BodyShape): boolean {
  if (filled.length < 2 || filled.length > MOST_CELLS || filled.length >= usual) return false;
  const missing = keyColumns.filter((column) => !filled.includes(column)).length;
  return (
    keyColumns.length >= FEWEST_KEYS &&
    missing > 0.5 * keyColumns.length &&
    keyColumns.includes(filled[0]!) &&
    /^[\w.]+( \w+)?\s*:/.test(text)
  );
}

/** Rows from which on values that never repeat are ids and no chance; a sum of so many is far above the highest. */
const FEWEST_FOR_IDS = 6;
const ABOVE_IDS = 3;

/** Does a row begin with an id as the rows about it do? Somebody who answered little is no row of sums. */
function bearsIds(rows: readonly GridRow[], { keyColumns }: BodyShape): (row: GridRow) => boolean {
  const column = keyColumns[0];
  const of = ({ cells }: GridRow): string => (column === undefined ? '' : textOf(cells[column]));
  const ids = rows.map(of).filter((text) => text !== '');
  const whole = ids.every((text) => /^\d+$/.test(text));
  if (ids.length < FEWEST_FOR_IDS || new Set(ids).size < ids.length || !whole) return () => false;
  return (row) => {
    const id = of(row);
    const highest = Math.max(...ids.filter((other) => other !== id).map(Number));
    return id !== '' && Number(id) <= ABOVE_IDS * highest;
  };
}

const OF_WHAT =
  /^((your )?(answers?|responses?|options?|choices?|categor(y|ies)|values?|ratings?|scores?|questions?|items?))?$/i;
const HOW_MANY =
  /^(counts?|number|no\.?|n|totals?|freq(uency)?\.?|%|per ?cent(age)?|% of total|share|answers|responses|respondents)$/i;

/** Labels of a count of the answers: "Answer", "Count", "Percent". */
function headsCount({ cells }: GridRow): boolean {
  const [first, ...others] = cells.map(textOf);
  const filled = others.filter((text) => text !== '');
  return OF_WHAT.test(first ?? '') && filled.length > 0 && filled.every((text) => HOW_MANY.test(text));
}

/** Places of the rows below a blank one in which somebody counted the answers above; none where nobody did. */
function countedBelow(rows: readonly GridRow[]): number[] {
  const head = rows.findLastIndex(headsCount);
  const from = rows.findLastIndex(({ row }, at) => at > 0 && at <= head && row - rows[at - 1]!.row > 1);
  // A heading may stand over the labels.
  if (from < rows.length / 2 || head - from > 1) return [];
  const counts = rows.slice(head + 1);
  const are = counts.every(({ cells }) => cells.slice(1).map(textOf).every(isFigure));
  return are && counts.length > 0 ? rows.map((_, at) => at).slice(from) : [];
}

const isFigure = (text: string): boolean => text === '' || numeric(text.replace(/\s*%$/, ''));

/** Walks up from the last row while rows are figures about the others or notes on them. */
export function endsOf(rows: readonly GridRow[], shape: BodyShape): Map<number, WhyLeftOut> {
  const found = new Map<number, WhyLeftOut>();
  const bearsId = bearsIds(rows, shape);
  const counted = new Set(countedBelow(rows));
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at]!;
    if (filledIn(row.cells) === 0) continue;
    if (counted.has(at) || isTotal(row, shape) || (!bearsId(row) && isBareTotal(row, shape)))
      found.set(row.row, 'total');
    else if (noteLike(row, shape)) found.set(row.row, 'note');
    else break;
  }
  return found;
}
