import type { GroupRecord, LinkageResult, LinkedPair } from '../contract.js';
import { standardisePostcode } from '../standardise/postcode.js';
import { type GroupName, isGeneric, namesWithin, standardiseGroupName } from './group-name.js';

interface Group {
  id: string;
  names: GroupName[];
  outward: string;
  unit: string;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Letters added, dropped, changed, or neighbours swapped, between two words; 3 where their lengths differ by more than two. */
function editsApart(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let edits = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, before[j - 2]! + 1);
      next.push(edits);
    }
    [before, row] = [row, next];
  }
  return row[b.length]!;
}

/** One slip in five letters and more, or one letter more or less in four; two slips in eight. */
function wordsAlike(a: string, b: string): boolean {
  if (a === b) return true;
  const length = Math.min(a.length, b.length);
  if (length < 4) return false;
  const edits = editsApart(a, b);
  return (edits === 1 && (length > 4 || a.length !== b.length)) || (edits === 2 && length >= 8);
}

/** How often a spelling must occur for each time that another one does, to be the right one of the two. */
const RIGHT = 3;

/** Each word as it is mostly spelt among all names, so that a misspelt word is not taken for a rare one. */
function spellingOf(names: readonly GroupName[]): (word: string) => string {
  const count = new Map<string, number>();
  for (const word of names.flatMap((name) => name.words)) count.set(word, (count.get(word) ?? 0) + 1);
  const known = [...count].sort((x, y) => y[1] - x[1] || byText(x[0], y[0]));
  const right = new Map<string, string>();
  for (const [word, times] of known) {
    const better = known.find(([other, more]) => more >= RIGHT * times && wordsAlike(word, other));
    right.set(word, better === undefined ? word : right.get(better[0])!);
  }
  return (word) => right.get(word) ?? word;
}

/** Share of the rarer-weighted words that both names hold, between 0 and 1. */
function overlap(a: GroupName, b: GroupName, weightOf: (word: string) => number): number {
  const shared = a.words.filter((word) => b.words.some((other) => wordsAlike(word, other)));
  const total = (words: string[]): number => words.reduce((sum, word) => sum + weightOf(word), 0);
  const common = total(shared);
  return (2 * common) / (total(a.words) + total(b.words) || 1);
}

function score(
  a: Group,
  b: Group,
  weightOf: (word: string) => number,
  meanings: ReadonlyMap<string, number>,
): { weight: number; rule: string } {
  let best = { weight: -10, rule: 'names-differ' };
  const offer = (weight: number, rule: string): void => {
    if (weight > best.weight) best = { weight, rule };
  };
  for (const x of a.names) {
    for (const y of b.names) {
      if (x.key !== '' && x.key === y.key) offer(14, 'same-words');
      const share = overlap(x, y, weightOf);
      if (share >= 0.85) offer(9, 'near-words');
      else if (share >= 0.7) offer(3, 'shared-words');
      const short = (g: GroupName, other: GroupName): boolean =>
        g.words.length === 1 && g.words[0]!.length >= 3 && other.initials.includes(g.words[0]!);
      if (short(x, y)) offer(abbreviation(x.words[0]!, meanings), 'abbreviation');
      if (short(y, x)) offer(abbreviation(y.words[0]!, meanings), 'abbreviation');
    }
  }
  const place =
    a.unit !== '' && a.unit === b.unit
      ? 5
      : a.outward === '' || b.outward === ''
        ? 0
        : a.outward === b.outward
          ? 1
          : -4;
  return { weight: best.weight + place, rule: best.rule };
}

/** Initials that can be those of one name only tell it; of several, they tell little. */
function abbreviation(letters: string, meanings: ReadonlyMap<string, number>): number {
  const names = meanings.get(letters) ?? 1;
  return names === 1 ? 7 : names === 2 ? 3 : 1;
}

/** How many differently spelt names each initials can stand for; near spellings of one name count once. */
function meaningsOf(groups: readonly Group[]): ReadonlyMap<string, number> {
  const names = new Map<string, string[][]>();
  for (const name of groups.flatMap((group) => group.names)) {
    for (const letters of name.initials) {
      const known = names.get(letters) ?? [];
      const same = known.some((words) => words.every((word, at) => wordsAlike(word, name.words[at] ?? '')));
      if (!same) names.set(letters, [...known, name.words]);
    }
  }
  return new Map([...names].map(([letters, known]) => [letters, known.length]));
}

function wordWeights(groups: readonly Group[]): (word: string) => number {
  const count = new Map<string, number>();
  for (const group of groups) {
    for (const word of new Set(group.names.flatMap((name) => name.words)))
      count.set(word, (count.get(word) ?? 0) + 1);
  }
  return (word) => Math.log2(1 + groups.length / (count.get(word) ?? 1)) * (isGeneric(word) ? 0.3 : 1);
}

function candidates(groups: readonly Group[]): [Group, Group][] {
  const blocks = new Map<string, Group[]>();
  for (const group of groups) {
    const keys = group.names.flatMap((name) => [
      ...name.words,
      ...name.words.map((word) => word.slice(0, 5)),
      ...name.initials,
    ]);
    for (const key of new Set(keys)) blocks.set(key, [...(blocks.get(key) ?? []), group]);
  }
  const seen = new Map<string, [Group, Group]>();
  for (const [, block] of [...blocks].sort((x, y) => x[1].length - y[1].length)) {
    if (block.length > 400) continue;
    block.forEach((a, at) => block.slice(at + 1).forEach((b) => seen.set(`${a.id}\u0000${b.id}`, [a, b])));
  }
  return [...seen.values()];
}

/** Groups organisations that several sources name differently: aliases, abbreviations, legal forms, typing slips. */
export function linkGroups(records: readonly GroupRecord[], threshold = 6): LinkageResult {
  const written = records.map(({ name }) => namesWithin(name));
  const spelling = spellingOf(written.flat().map((name) => standardiseGroupName(name)));
  const groups = records
    .map((record, at): Group => {
      const { unit, outward } = standardisePostcode(record.postcode);
      const names = written[at]!.map((name) => standardiseGroupName(name, spelling));
      return { id: record.id, names, unit, outward };
    })
    .sort((x, y) => byText(x.id, y.id));
  const weightOf = wordWeights(groups);
  const meanings = meaningsOf(groups);
  const pairs: LinkedPair[] = candidates(groups)
    .map(([a, b]) => {
      const { weight, rule } = score(a, b, weightOf, meanings);
      return {
        a: a.id,
        b: b.id,
        weight,
        probability: 1 / (1 + 2 ** -weight),
        rule,
        evidence: [{ field: 'name', level: rule, weight }],
      };
    })
    .filter((pair) => pair.weight >= 2)
    .sort((x, y) => y.weight - x.weight || byText(x.a, y.a) || byText(x.b, y.b));
  const at = (cut: number): { id: string; members: string[] }[] => joinAt(groups, pairs, cut);
  const clusters = at(threshold);
  return {
    clusters,
    pairs,
    review: pairs.filter((pair) => pair.weight < threshold),
    model: { code: 'group', version: 1, parameters: { threshold } },
    people: { value: clusters.length, low: at(2).length, high: at(12).length },
  };
}

function joinAt(
  groups: readonly Group[],
  pairs: readonly LinkedPair[],
  cut: number,
): { id: string; members: string[] }[] {
  const parent = new Map(groups.map((group) => [group.id, group.id]));
  const find = (id: string): string => (parent.get(id) === id ? id : find(parent.get(id)!));
  for (const pair of pairs) {
    if (pair.weight < cut) continue;
    const [a, b] = [find(pair.a), find(pair.b)].sort(byText);
    parent.set(b!, a!);
  }
  const members = new Map<string, string[]>();
  for (const group of groups) members.set(find(group.id), [...(members.get(find(group.id)) ?? []), group.id]);
  return [...members].map(([id, list]) => ({ id, members: list }));
}
