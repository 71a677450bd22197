import { wordsOf } from './meaning.js';
import { idWords } from './record-columns.js';
import type { ColumnProfile } from './profile.js';
import { textOf } from './sheet.js';

/** How the lines of one person are told and put together, by places of columns. */
export interface LinesPlan {
  person: number;
  /** Where a line is one answer. */
  question: number | null;
  answer: number | null;
}

const QUESTION =
  /^(question|question (text|title|name|label|wording)|field|field (name|label)|item|prompt|variable|element|component|question ?no\.? and text)$/;
const ANSWER =
  /^(answer|response|value|reply|answers?|answer (text|value|label)|response (text|value)|answer ?\/ ?comment)$/;

/** Is every line one answer of somebody, or are people spread over several lines? Null where a row is a person. */
export function findLines(
  labels: readonly string[],
  profiles: readonly ColumnProfile[],
  sample: readonly (readonly (string | null)[])[],
): LinesPlan | null {
  const words = labels.map(wordsOf);
  const question = words.findIndex((label) => QUESTION.test(label));
  const answer = words.findIndex((label) => ANSWER.test(label));
  const remark = answer < 0 ? remarksOf(words, profiles, question) : null;
  if (remark) return remark;
  const told = question >= 0 && answer >= 0 && repeatsLabels(profiles[question]!);
  const person = bestPerson(words, profiles, [question, answer], told);
  if (person < 0) return null;
  if (told) return { person, question, answer };
  return sameButFew(person, profiles, sample) ? { person, question: null, answer: null } : null;
}

/** Most questions that remarks are sorted by; more are what the remarks are about. */
const MOST_QUESTIONS = 12;

/** A row a remark, each with an id of its own, and the question that it answers beside it. */
function remarksOf(words: string[], profiles: readonly ColumnProfile[], question: number): LinesPlan | null {
  if (question < 0 || !/^question\b/.test(words[question]!)) return null;
  const asked = profiles[question]!;
  const answer = words.findIndex((label) => /^comments?( (text|txt))?$/.test(label));
  const ids = words.map((label, at) => (profiles[at]!.unique ? idWords(label) : 0));
  const person = ids.indexOf(Math.max(...ids));
  const told = repeatsLabels(asked) && asked.counts.size <= MOST_QUESTIONS;
  return told && answer >= 0 && ids[person]! > 0 ? { person, question, answer } : null;
}

/**
 * The column of ids that repeat: the strongest label wins.
 * @param single whether ids that never repeat do too, where lines are told by their question: then nobody gave two answers
 */
function bestPerson(
  words: string[],
  profiles: readonly ColumnProfile[],
  not: number[],
  single: boolean,
): number {
  let best = -1;
  let weight = 0;
  words.forEach((label, at) => {
    const profile = profiles[at]!;
    const of =
      idWords(label) ||
      (/^(participant|person|respondent|user|client|patient)( id)?$|^pt id$/.test(label) ? 3 : 0);
    const complete =
      profile.filled >= 0.98 * profile.rows && (single || !profile.unique) && profile.distinct > 1;
    // An id that repeats is a person's before one that does not.
    const own = of > 0 && !profile.unique ? of + UNIQUE_IS_LESS : of;
    if (own > weight && complete && !not.includes(at)) [best, weight] = [at, own];
  });
  return best;
}

const UNIQUE_IS_LESS = 10;

const repeatsLabels = (profile: ColumnProfile): boolean =>
  profile.counts.size >= 2 && profile.counts.size <= 300 && profile.filled >= 2 * profile.counts.size;

/** Do lines under one id differ in a column or two and agree in all others? */
function sameButFew(
  person: number,
  profiles: readonly ColumnProfile[],
  sample: readonly (readonly (string | null)[])[],
): boolean {
  const first = new Map<string, readonly (string | null)[]>();
  let pairs = 0;
  let alike = 0;
  const width = profiles.filter((profile) => profile.filled > 0).length;
  if (width < 4) return false;
  for (const cells of sample) {
    const id = textOf(cells[person]);
    const before = first.get(id);
    if (!before) {
      first.set(id, cells);
      continue;
    }
    pairs++;
    let differing = 0;
    for (let at = 0; at < profiles.length; at++) if (textOf(before[at]) !== textOf(cells[at])) differing++;
    if (differing <= Math.max(1, 0.35 * width)) alike++;
  }
  return pairs >= 3 && alike >= 0.9 * pairs && pairs >= 0.1 * sample.length;
}

/** Cells of one person after their lines were put together; `row` is the first of the lines. */
export interface Gathered {
  row: number;
  lines: number[];
  cells: (string | null)[];
}

/** The mark between the answers of one person to one question over several lines. */
export const LINE_MARK = '\n';

/**
 * Puts the lines of each person together, in the order of their first lines. Where a line is one answer, its question
 * becomes a column; several answers to one question are joined by a line break. Otherwise cells that differ are joined so.
 * @param questions columns to make, in order; filled in as questions are met
 */
export function gatherLines(
  rows: Iterable<{ row: number; cells: readonly (string | null)[] }>,
  plan: LinesPlan,
  questions: string[],
): Gathered[] {
  const people = new Map<string, Gathered>();
  const places = new Map<string, number>(questions.map((name, at) => [name, at]));
  const fixed = (cells: readonly (string | null)[]): number[] =>
    cells.map((_, at) => at).filter((at) => at !== plan.question && at !== plan.answer);
  let width = 0;
  for (const { row, cells } of rows) {
    const id = textOf(cells[plan.person]);
    const key = id === '' ? `line ${row}` : `id ${id}`;
    const kept = fixed(cells);
    width = Math.max(width, kept.length);
    const person = people.get(key) ?? { row, lines: [], cells: [] };
    if (!people.has(key)) people.set(key, person);
    person.lines.push(row);
    kept.forEach((at, place) => {
      const cell = cells[at] ?? null;
      const before = person.cells[place] ?? null;
      person.cells[place] = plan.question === null ? joined(before, cell) : (before ?? cell);
    });
    if (plan.question === null || plan.answer === null) continue;
    const name = textOf(cells[plan.question]);
    if (name === '') continue;
    if (!places.has(name)) {
      places.set(name, questions.length);
      questions.push(name);
    }
    answersOf(person)[places.get(name)!] = joined(
      answersOf(person)[places.get(name)!] ?? null,
      cells[plan.answer] ?? null,
    );
  }
  return [...people.values()].map((person) => ({
    ...person,
    cells: [
      ...Array.from({ length: width }, (_, at) => person.cells[at] ?? null),
      ...questions.map((_, at) => answersOf(person)[at] ?? null),
    ],
  }));
}

const ANSWERS = new WeakMap<Gathered, (string | null)[]>();
function answersOf(person: Gathered): (string | null)[] {
  let answers = ANSWERS.get(person);
  if (!answers) ANSWERS.set(person, (answers = []));
  return answers;
}

function joined(before: string | null, cell: string | null): string | null {
  if (cell === null || cell.trim() === '') return before;
  if (before === null) return cell;
  return before.split(LINE_MARK).includes(cell) ? before : `${before}${LINE_MARK}${cell}`;
}
