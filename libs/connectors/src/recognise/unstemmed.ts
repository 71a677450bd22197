import { base, type Columns, type Group, plain } from './group.js';
import { ticksOf } from './tick-all.js';

/** Beside the options a column for what they lack. */
const OTHER_LABEL = /^other\b.{0,40}$/i;
const LONGEST_OPTION = 60;

/** Neighbouring columns without a common stem whose cells hold nothing but their own label, or a cross. */
export function unstemmed(columns: Columns, used: Set<number>): Group[] {
  const groups: Group[] = [];
  let run: number[] = [];
  // An option that nobody ticked stands empty between those that were.
  let empty: number[] = [];
  const close = (): void => {
    const last = [...run, ...empty];
    const group = run.length >= 2 ? groupOf(last, columns, used) : null;
    if (group) groups.push(group);
    run = [];
    empty = [];
  };
  columns.labels.forEach((_, at) => {
    if (used.has(at)) return close();
    if (isTicked(at, columns)) {
      run.push(...empty, at);
      empty = [];
    } else if (run.length > 0 && couldBeOption(at, columns)) empty.push(at);
    else close();
  });
  close();
  for (const group of groups) for (const at of [...group.columns, ...group.others]) used.add(at);
  return groups;
}

function groupOf(run: number[], { labels, profiles }: Columns, used: ReadonlySet<number>): Group | null {
  const items = run.map((at) => labels[at]!.label);
  const ticks = ticksOf(run, items, profiles);
  if (!ticks || !(ticks.byLabel || run.length >= 3)) return null;
  const next = run.at(-1)! + 1;
  const other = labels[next] && !used.has(next) && OTHER_LABEL.test(labels[next].label);
  return {
    ...base,
    others: other ? [next] : [],
    kind: 'multi-choice',
    columns: run,
    text: null,
    items,
    chosen: [...ticks.chosen],
    notChosen: [...ticks.notChosen],
    confidence: ticks.byLabel ? 0.85 : 0.6,
    reason: 'Neighbouring columns hold a tick or their own label and nothing else.',
    ask: 'No label says the question of these options: are they of one question, and of which?',
  };
}

function isTicked(at: number, { labels, profiles }: Columns): boolean {
  const { label } = labels[at]!;
  const values = [...profiles[at]!.counts.keys()];
  if (values.length === 1 && plain(values[0]!) === plain(label)) return true;
  return (
    values.length > 0 &&
    values.length <= 2 &&
    values.every((value) => /^(x|✓|✔|1|0|1\.0|0\.0)$/i.test(value)) &&
    label.length <= LONGEST_OPTION &&
    !label.endsWith('?')
  );
}

const couldBeOption = (at: number, { labels, profiles }: Columns): boolean =>
  profiles[at]!.filled === 0 &&
  labels[at]!.label.length <= LONGEST_OPTION &&
  !labels[at]!.label.endsWith('?');
