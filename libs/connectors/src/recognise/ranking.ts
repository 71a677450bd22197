import { base, type Columns, type Group, plain } from './group.js';
import type { Run } from './stems.js';

export const RANKS = /\b(rank(ing|ed)?|in order|order of|priorit(y|ies|ise|ise?ed)|preference)\b/i;
const PLACE =
  /^(?:rank(?:ing)?|place|position|choice|priority|no\.?|number|#)?\s*(\d{1,2})(?:st|nd|rd|th)?(?:\s*(?:choice|place|priority|preference))?$/i;
const WORD_PLACES = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

function placeOf(item: string): number | null {
  const word = WORD_PLACES.findIndex(
    (name) => plain(item).startsWith(`${name}`) && plain(item).length < name.length + 12,
  );
  if (word >= 0) return word + 1;
  const match = PLACE.exec(item.trim());
  return match ? Number(match[1]) : null;
}

/** Columns that are places of an order, or options that are numbered in one; null where they are neither. */
export function rankingOf(run: Run, columns: Columns): Group | null {
  const places = run.items.map(placeOf);
  const hinted = RANKS.test(run.stem) || run.items.some((item) => RANKS.test(item));
  const ordered = places.every((place, index) => place === index + 1);
  const values = new Set(run.columns.flatMap((at) => [...columns.profiles[at]!.counts.keys()]));
  const words = values.size > 0 && [...values].every((value) => !/^\d+(\.0+)?$/.test(value));
  if (
    ordered &&
    words &&
    (hinted ||
      run.items.some((item) => /rank|choice|place|first/i.test(item)) ||
      ordersRows(run, columns, values.size)) &&
    values.size <= 60
  )
    return ranking(run, 'item', places.map(String), [...values]);
  if (!words && ranksRows(run, columns) && (hinted || run.columns.length >= 3))
    return ranking(run, 'place', run.items, run.items);
  return null;
}

const ranking = (run: Run, cells: 'item' | 'place', items: string[], options: string[]): Group => ({
  ...base,
  kind: 'ranking',
  columns: run.columns,
  text: run.stem,
  items,
  options,
  cells,
  confidence: 0.9,
  reason:
    cells === 'item'
      ? 'The columns are places and hold options.'
      : 'Each row numbers the columns without a repeat.',
});

/** Rows in which columns never hold the same answer, from which on that is no chance. */
const FEWEST_ORDERED = 12;

/** Does every row of the sample hold as many answers as there are, in one order or another? */
function ordersRows(run: Run, { sample }: Columns, answers: number): boolean {
  const rows = sample
    .map((cells) => run.columns.map((at) => (cells[at] ?? '').trim()).filter((cell) => cell !== ''))
    .filter(({ length }) => length > 0);
  return (
    answers === run.columns.length &&
    answers >= 3 &&
    rows.length >= FEWEST_ORDERED &&
    rows.every((cells) => new Set(cells).size === cells.length)
  );
}

/** Does every row of the sample give each column another place from 1 on? */
function ranksRows(run: Run, { sample, profiles }: Columns): boolean {
  let rows = 0;
  for (const cells of sample) {
    const places = run.columns
      .map((at) => (cells[at] ?? '').trim())
      .filter((text, index) => text !== '' && !profiles[run.columns[index]!]!.blankWords.has(text));
    if (places.length === 0) continue;
    rows++;
    const numbers = places.map(Number).sort((a, b) => a - b);
    if (places.length < 2 || numbers.some((number, index) => number !== index + 1)) return false;
  }
  return rows >= 3;
}
