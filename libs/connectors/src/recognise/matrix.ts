import { base, type Columns, type Group, plain } from './group.js';
import type { ColumnProfile } from './profile.js';
import { isScaleStep, scaleOrder } from '#domain';
import { RANKS } from './ranking.js';
import type { Run } from './stems.js';
import { FREE_TEXT_SURE } from './words.js';

/** Most different answers of a matrix; a longer list is no scale that several items share. */
const MOST_ANSWERS = 12;

/** Items that share a question and its answers; null where the columns take different answers. */
export function matrixOf(run: Run, { profiles }: Columns): Group | null {
  const values = new Map<string, number>();
  let smallest = Infinity;
  for (const at of run.columns) {
    const profile = profiles[at]!;
    if (profile.counts.size > MOST_ANSWERS) return null;
    if (profile.counts.size > 0) smallest = Math.min(smallest, profile.filled);
    for (const [value, count] of profile.counts) values.set(value, (values.get(value) ?? 0) + count);
  }
  const answers = [...values.keys()];
  if (answers.length < 2 || answers.length > MOST_ANSWERS) return null;
  const long = answers.some((answer) => answer.length > 80);
  const scaled = answers.filter(isScaleStep).length >= 0.6 * answers.length;
  const total = [...values.values()].reduce((sum, count) => sum + count, 0);
  const repeated = total >= 2.5 * answers.length;
  const numeric = answers.every((answer) => /^\d{1,2}(\.0+)?$/.test(answer));
  if (long || (!scaled && !repeated)) return null;
  if (run.items.some((item) => FREE_TEXT_SURE.test(item.toLowerCase()) && !scaled)) return null;
  if (run.code && !scaled && !sharedAnswers(run, profiles)) return null;
  if (!scaled && !numeric && !sharedAnswers(run, profiles)) return null;
  if (numeric && !scaled && NAME.test(run.stem) && !areScores(run, profiles)) return null;
  const ordered = scaleOrder(answers);
  // A score and its words stand under one name and share no answer: that is no question of two items.
  if (ordered === null && !overlapping(run, profiles)) return null;
  return {
    ...base,
    kind: 'matrix',
    columns: run.columns,
    text: run.stem,
    items: run.items,
    options: ordered ?? (numeric ? answers.sort((a, b) => Number(a) - Number(b)) : answers),
    scale: ordered !== null || numeric,
    confidence: scaled ? 0.95 : 0.8,
    reason: 'The columns share a question and take the same few answers.',
    ask:
      numeric && RANKS.test(run.stem)
        ? 'The label asks for an order, and some rows give the same place twice or none: are these places or scores?'
        : null,
  };
}

/** A name that a program gives a group of questions ("household", "Q4"), and no question. */
const NAME = /^[\w./-]{1,40}$/;
const TOPS = [5, 7, 10];

/** Under a name alone numbers may be counts (adults, children): scores all begin at one or nought and end where scales end. */
function areScores(run: Run, profiles: readonly ColumnProfile[]): boolean {
  if (run.code) return true;
  const values = run.columns.map((at) => [...profiles[at]!.counts.keys()].map(Number));
  const top = Math.max(...values.flat());
  return (
    TOPS.includes(top) &&
    values.flat().every((value) => value >= 1) &&
    values.filter((own) => own.includes(top)).length >= Math.min(2, values.length)
  );
}

/** Does every column that holds anything share an answer with another one? */
function overlapping(run: Run, profiles: readonly ColumnProfile[]): boolean {
  const sets = run.columns
    .map((at) => new Set([...profiles[at]!.counts.keys()].map(plain)))
    .filter(({ size }) => size > 0);
  return (
    sets.length < 2 ||
    sets.every((set) => sets.some((other) => other !== set && [...set].some((answer) => other.has(answer))))
  );
}

/** Do at least two of the columns take the same answers? */
function sharedAnswers(run: Run, profiles: readonly ColumnProfile[]): boolean {
  const sets = run.columns.map((at) => new Set([...profiles[at]!.counts.keys()].map(plain)));
  const seen = sets.filter((set) => set.size > 0);
  if (seen.length < 2) return false;
  const all = new Set(seen.flatMap((set) => [...set]));
  return seen.every((set) => [...set].length >= 0.34 * all.size);
}
