import { type Columns, type Group, plain } from './group.js';
import { characteristicNamed } from './characteristic-labels.js';
import { matrixOf } from './matrix.js';
import type { ColumnProfile } from './profile.js';
import { rankingOf } from './ranking.js';
import { runsOf, type Run } from './stems.js';
import { wordsOf } from './meaning.js';
import { ASKS } from './words.js';
import { TICK, tickAllOf } from './tick-all.js';
import { OPTION_OR_PERSON } from './ticked-words.js';
import { unstemmed } from './unstemmed.js';

const OTHER =
  /^other\b|\bother\b.*\b(specify|state|say|text)\b|please (specify|state)|- text$|^text$|_other$|_text$|\[other\]$/i;
/** Finds the questions that take several columns: the longest run whose cells fit wins, and no column stands in two. */
export function findGroups(columns: Columns): Group[] {
  const used = new Set(columns.taken);
  const groups: Group[] = [];
  const runs = runsOf(columns.labels)
    .map((run) => withoutTaken(run, columns.taken))
    .filter((run) => run.columns.length > 1)
    .sort((a, b) => Number(a.code) - Number(b.code) || b.columns.length - a.columns.length);
  for (const run of runs) {
    const rest = withoutTaken(run, used);
    if (rest.columns.length < 2) continue;
    const group = groupOf(rest, columns);
    if (!group) continue;
    groups.push(group);
    for (const at of [...group.columns, ...(group.twin === null ? [] : [group.twin])]) used.add(at);
  }
  groups.push(...unstemmed(columns, used));
  return groups.sort((a, b) => a.columns[0]! - b.columns[0]!);
}

function withoutTaken(run: Run, taken: ReadonlySet<number>): Run {
  const keep = run.columns.map((at) => !taken.has(at));
  return {
    ...run,
    columns: run.columns.filter((_, index) => keep[index]),
    items: run.items.filter((_, index) => keep[index]),
  };
}

function groupOf(run: Run, columns: Columns): Group | null {
  const written = run.columns.filter((at, index) => isOther(run.items[index]!, columns.profiles[at]!));
  const others = written.filter((at) => !answersAlike(at, run.columns, written, columns.profiles));
  const members = run.columns.filter((at) => !others.includes(at));
  const items = run.items.filter((_, index) => members.includes(run.columns[index]!));
  const own = { ...run, columns: members, items };
  if (members.length < 2 || isSection(own, columns)) return null;
  const found = rankingOf(own, columns) ?? tickAllOf(own, columns) ?? matrixOf(own, columns);
  if (!found) return null;
  const twin = columns.labels.findIndex(({ label }) => label === run.stem);
  const doubt = members.some((at) => columns.options.get(at)) ? OPTION_OR_PERSON : null;
  return {
    ...found,
    others,
    twin: twin >= 0 && !members.includes(twin) ? twin : null,
    ask: found.ask ?? doubt,
  };
}

/** A heading over questions of their own ("About you" over age, sex and disability) makes no question of them. */
const isSection = ({ stem, items, columns }: Run, { options }: Columns): boolean =>
  !ASKS.test(stem.toLowerCase()) &&
  items.some(
    (item, index) =>
      item.endsWith('?') || (characteristicNamed(wordsOf(item)) !== null && !options.has(columns[index]!)),
  );

/** "Other charities" beside "Funders", with the same few answers: an item like the others, in which nobody wrote. */
function answersAlike(
  at: number,
  all: readonly number[],
  written: readonly number[],
  profiles: readonly ColumnProfile[],
): boolean {
  const siblings = all.filter((other) => other !== at && !written.includes(other));
  const answers = new Set(siblings.flatMap((other) => [...profiles[other]!.counts.keys()].map(plain)));
  const own = profiles[at]!;
  return own.counts.size >= 2 && own.share((value) => answers.has(plain(value))) > 0.9;
}

/** A column in which another option was written in words. */
const isOther = (item: string, profile: ColumnProfile): boolean =>
  OTHER.test(item) &&
  (profile.filled === 0 ||
    profile.share((value) => !TICK.has(plain(value)) && plain(value) !== plain(item)) > 0.5);
