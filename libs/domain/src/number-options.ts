import type { ClosedOption, GivenAnswer } from './closed-option.js';

/** So many different numbers are told one by one; more in bands. */
const MOST_NUMBERS = 11;
/** Fewer people than this share a label with others: a number that one household gave is never told. */
const FEWEST_FOR_NUMBER = 10;
/** With more of the people than this beyond an end of the bands kept, new ones are cut. */
const MOST_BEYOND = 1 / 2;

interface Alike {
  answer: string;
  people: number;
  value: number;
}

/** A band as an edition tells it: found again by its words. */
type KeptOption = Pick<ClosedOption, 'code' | 'label'>;

/**
 * Options of a question whose answers are numbers: one by one where there are few and each was given by ten people, otherwise
 * in bands whose ends are open, so that the lowest and the highest are never told.
 * @param kept options of the edition before: its bands go on, for figures of nested bands could be taken from each other
 */
export function numberOptions(
  given: readonly GivenAnswer[],
  kept: readonly KeptOption[] = [],
): ClosedOption[] {
  const groups = given
    .map(({ answer, people }) => ({ answer, people, value: Number(answer) }))
    .filter(({ value }) => Number.isFinite(value))
    .sort((a, b) => a.value - b.value);
  if (groups.length === 0) return [];
  const values = [...new Set(groups.map(({ value }) => value))];
  const before = keptEdges(kept);
  const goesOn = before.length > 0 && stillFit(before, groups);
  if (!goesOn && values.length <= MOST_NUMBERS && values.every(Number.isInteger)) return oneByOne(groups);
  const edges = goesOn ? before : edgesOf(groups);
  const codes = new Map(kept.map(({ code, label }) => [label, code]));
  const bandOf = (value: number): number => edges.filter((edge) => value >= edge).length;
  return Array.from({ length: edges.length + 1 }, (_, band) => {
    const label = bandLabel(edges, band);
    const answers = groups.filter(({ value }) => bandOf(value) === band).map(({ answer }) => answer);
    return { code: codes.get(label) ?? codeOf(label), label, role: 'option' as const, answers };
  });
}

/** By its bounds, so that a figure never stands under another band than its own. */
const codeOf = (label: string): string =>
  label
    .replace(/(?<=\d)\.(?=\d)/g, 'p')
    .replace(/(?<![\d])-(?=\d)/g, 'minus-')
    .replace(/[^a-z0-9]+/gi, '-');

/** Whole numbers in order of size; of neighbours that fewer than ten people gave, one label. */
function oneByOne(groups: readonly Alike[]): ClosedOption[] {
  const parts: Alike[][] = [];
  const peopleOf = (part: readonly Alike[]): number => part.reduce((sum, { people }) => sum + people, 0);
  for (const group of groups) {
    const last = parts.at(-1);
    const joins = last && (last.at(-1)!.value === group.value || peopleOf(last) < FEWEST_FOR_NUMBER);
    if (joins) last.push(group);
    else parts.push([group]);
  }
  const [end, beforeEnd] = [parts.at(-1)!, parts.at(-2)];
  if (beforeEnd && peopleOf(end) < FEWEST_FOR_NUMBER) parts.splice(-2, 2, [...beforeEnd, ...end]);
  return parts.map((part, at) => {
    const [from, to] = [part[0]!.value, part.at(-1)!.value];
    const answers = part.map(({ answer }) => answer);
    const alone = from === to && peopleOf(part) >= FEWEST_FOR_NUMBER;
    if (alone)
      return { code: `n${from}`.replace('-', 'minus-'), label: String(from), role: 'option', answers };
    const label = joinedLabel(from, to, at === 0, at === parts.length - 1);
    return { code: codeOf(label), label, role: 'option', answers };
  });
}

function joinedLabel(from: number, to: number, first: boolean, last: boolean): string {
  if (first && last) return 'Any number';
  if (first) return `up to ${to}`;
  return last ? `${from} or more` : `${from} to ${to}`;
}

/** Edges of the bands that an edition tells, lowest first; none where it told the numbers one by one. */
function keptEdges(kept: readonly KeptOption[]): number[] {
  if (!kept.some(({ label }) => /^under /.test(label))) return [];
  return kept
    .flatMap(({ label }) => /^(\S+) (?:to under \S+|or more)$/.exec(label)?.[1] ?? [])
    .map(Number)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
}

function stillFit(edges: readonly number[], groups: readonly Alike[]): boolean {
  const peopleOf = (part: readonly Alike[]): number => part.reduce((sum, { people }) => sum + people, 0);
  const most = MOST_BEYOND * peopleOf(groups);
  const below = groups.filter(({ value }) => value < edges[0]!);
  const above = groups.filter(({ value }) => value >= edges.at(-1)!);
  return peopleOf(below) <= most && peopleOf(above) <= most;
}

/** Round edges that part the middle nine tenths of the people into about six bands. */
function edgesOf(groups: readonly Alike[]): number[] {
  const all = groups.reduce((sum, { people }) => sum + people, 0);
  const quantile = (share: number): number => {
    let seen = 0;
    for (const { value, people } of groups) if ((seen += people) >= share * all) return value;
    return groups.at(-1)?.value ?? 0;
  };
  const values = groups.map(({ value }) => value);
  const [low, high] = [quantile(0.05), quantile(0.95)];
  if (low === high) return edgesBeside(values, low);
  const rough = (high - low) / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  const width = ([1, 2, 5, 10].find((step) => step * power >= rough) ?? 10) * power;
  const first = Math.ceil(low / width);
  const last = Math.max(first, Math.floor(high / width));
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * width).toPrecision(12)));
}

/** Whole numbers beside the one that nearly all gave, where others lie beyond them. */
function edgesBeside(values: readonly number[], common: number): number[] {
  const near = [Math.floor(common), Math.floor(common) + 1];
  const parting = near.filter(
    (edge) => values.some((each) => each < edge) && values.some((each) => each >= edge),
  );
  return parting.length > 0 ? parting : near.slice(1);
}

function bandLabel(edges: readonly number[], band: number): string {
  if (band === 0) return `under ${edges[0]}`;
  if (band === edges.length) return `${edges.at(-1)} or more`;
  return `${edges[band - 1]} to under ${edges[band]}`;
}
