import { base, type Columns, type Group, plain } from './group.js';
import type { ColumnProfile } from './profile.js';
import type { Run } from './stems.js';

export const TICK = new Set([
  '1',
  '1.0',
  'x',
  'y',
  'yes',
  'true',
  't',
  'on',
  '✓',
  '✔',
  '☑',
  'ticked',
  'checked',
  'selected',
  'chosen',
]);
const UNTICK = new Set([
  '0',
  '0.0',
  '2',
  '2.0',
  'n',
  'no',
  'false',
  'f',
  'off',
  '☐',
  'not ticked',
  'unticked',
  'unchecked',
  'not checked',
  'not selected',
  'not chosen',
  'unselected',
  '-',
]);

/** Does a cell say no more than whether something is ticked? */
export const isTick = (cell: string): boolean => TICK.has(plain(cell)) || UNTICK.has(plain(cell));

/** Hands that tick in ways of their own: x, X, ✓, y, 1. */
const MOST_TICKS = 8;
const onlyTicks = ({ counts, overflow }: ColumnProfile): boolean =>
  overflow === 0 && counts.size <= MOST_TICKS && [...counts.keys()].every((value) => TICK.has(plain(value)));

interface Ticks {
  chosen: Set<string>;
  notChosen: Set<string>;
  byLabel: boolean;
}

/** The cells of columns that choose an option by a tick or by the option itself; null where they are more than that. */
export function ticksOf(
  members: readonly number[],
  items: readonly string[],
  profiles: readonly ColumnProfile[],
): Ticks | null {
  const ticks: Ticks = { chosen: new Set(), notChosen: new Set(), byLabel: true };
  let filled = 0;
  for (const [index, at] of members.entries()) {
    const profile = profiles[at]!;
    if (profile.counts.size > (onlyTicks(profile) ? MOST_TICKS : 3)) return null;
    for (const value of profile.counts.keys()) {
      const key = plain(value);
      filled++;
      if (key === plain(items[index]!)) continue;
      ticks.byLabel = false;
      if (TICK.has(key)) ticks.chosen.add(value);
      else if (UNTICK.has(key)) ticks.notChosen.add(value);
      else return null;
    }
  }
  if (filled === 0) return null;
  if (
    [...ticks.notChosen].some((value) => /^2(\.0)?$/.test(value)) &&
    ![...ticks.chosen].some((value) => /^1(\.0)?$/.test(value))
  )
    return null;
  return ticks;
}

/** Options with a column each, of which people ticked some; null where the cells are more than that. */
export function tickAllOf(run: Run, { profiles, labels }: Columns): Group | null {
  const ticks = ticksOf(run.columns, run.items, profiles);
  if (!ticks) return null;
  const yesNo = [...ticks.chosen, ...ticks.notChosen].every((value) =>
    /^(yes|no|y|n|true|false)$/i.test(value),
  );
  const both = ticks.notChosen.size > 0;
  if (yesNo && both && !ticks.byLabel && asksEach(run.stem)) return null;
  if (!ticks.byLabel && both && ticks.chosen.size === 0) return null;
  return {
    ...base,
    kind: 'multi-choice',
    columns: run.columns,
    text: run.code ? codeText(run, labels) : run.stem,
    items: run.items,
    chosen: [...ticks.chosen],
    notChosen: [...ticks.notChosen],
    confidence: ticks.byLabel || !yesNo ? 0.95 : 0.85,
    reason: ticks.byLabel
      ? 'Each cell holds the option of its own column or nothing.'
      : 'Each column says yes or no to one option of the same question.',
  };
}

const codeText = (run: Run, labels: Columns['labels']): string => labels[run.columns[0]!]?.stem ?? run.stem;
/** "Do you agree with each of these" is asked of every item; "Which of these" is ticked. */
const asksEach = (stem: string): boolean =>
  /^(q?\d+[a-z]?[.):]?\s*)?(do|does|did|have|has|are|is|was|were|would|will|can|should|could)\b/i.test(
    stem,
  ) && !/tick|select|choose|apply|any of/i.test(stem);
