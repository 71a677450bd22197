import type { SubmissionColumns } from '#counting';
import { seeded } from '../disclosure/made-up-city.js';

/** Number of values of each dimension of the made-up edition. */
export const SIZES: Record<string, number> = {
  ward: 21,
  agency: 4,
  source: 9,
  quarter: 12,
  engagement: 40,
  participation: 6,
  'age-band': 8,
  sex: 3,
  'ethnic-group': 7,
  disability: 3,
  deprivation: 6,
};
export const THEMES = 48;
const BROADER = 8;
export const COMMUNITIES = 16;
const OF_PERSON = ['ward', 'age-band', 'sex', 'ethnic-group', 'disability', 'deprivation'];
const ROWS_A_SUBMISSION = 4;
/** Some of them fall together; measured, and a little less, so that there are at least as many rows as asked for. */
const THEMES_A_SUBMISSION = 3.7;
const ANSWERS_A_SUBMISSION = 4.6;

/** Closed questions of each engagement, from 2 to 30, and the options of each, from 2 to 7. */
const QUESTIONS = Array.from({ length: SIZES.engagement! }, (_, at) => (at === 0 ? 30 : 2 + ((at * 7) % 9)));
const optionsOf = (question: number): number => 2 + (question % 6);
/** Place of a question's base; its options follow. */
const placeOf = (question: number): number =>
  Array.from({ length: question }, (_, before) => 1 + optionsOf(before)).reduce((sum, each) => sum + each, 0);
const PLACES = Array.from({ length: 31 }, (_, question) => placeOf(question));

/**
 * An edition of at least `rows` answers, and hardly more, by `people` made-up people, uneven as real ones are. A row is an answer: a theme of what was
 * written, or an option that was chosen.
 */
export function madeUpEdition(rows: number, people: number, seed: number): SubmissionColumns {
  const random = seeded(seed);
  const below = (size: number, skew = 1): number => Math.floor(size * random() ** skew);
  const countOf = Math.max(people, Math.ceil(rows / (THEMES_A_SUBMISSION + ANSWERS_A_SUBMISSION)));
  const column = (name: string): Uint8Array => {
    if (!OF_PERSON.includes(name))
      return Uint8Array.from({ length: countOf }, () => below(SIZES[name]!, 1.5));
    const own = Uint8Array.from({ length: people }, () => below(SIZES[name]!, 1.4));
    return person.map((id) => own[id]!) as unknown as Uint8Array;
  };
  const person = Int32Array.from({ length: countOf }, (_, at) => (at < people ? at : below(people, 1.3)));
  const bytes = (): Uint8Array => Uint8Array.from({ length: countOf }, () => below(256));
  const personKeys = Uint8Array.from({ length: people }, () => below(256));
  const single = Object.fromEntries(
    Object.keys(SIZES).map((name) => [
      name,
      { values: codes(name, SIZES[name]!), column: Uint8Array.from(column(name)) },
    ]),
  );
  return {
    count: countOf,
    single,
    sets: {
      theme: {
        values: codes('theme', THEMES),
        above: Int32Array.from({ length: THEMES }, (_, code) => (code < BROADER ? -1 : code % BROADER)),
        ...sets(
          countOf,
          () => 1 + below(2 * ROWS_A_SUBMISSION - 1),
          () => below(THEMES, 1.5),
        ),
        filterNarrows: true,
      },
      community: {
        values: codes('community', COMMUNITIES),
        above: new Int32Array(COMMUNITIES).fill(-1),
        ...sets(
          countOf,
          () => 1 + below(3, 3),
          () => below(COMMUNITIES, 2),
        ),
        filterNarrows: false,
      },
      option: closedAnswers(single.engagement!.column, seeded(seed + 7)),
    },
    person,
    argument: Int32Array.from({ length: countOf }, (_, at) => {
      const sort = random();
      return sort < 0.1 ? -1 : sort < 0.2 ? below(Math.ceil(countOf / 500)) : Math.ceil(countOf / 500) + at;
    }),
    personKey: Uint8Array.from(person, (id) => personKeys[id]!),
    submissionKey: bytes(),
    argumentKey: bytes(),
    health: Uint8Array.from(single.agency!.column, (agency) => (agency === 2 ? 1 : 0)),
  };
}

/** Answers of an edition: themes, and options chosen; that a question was answered at all stands beside them and is none. */
export const answersIn = ({ sets }: Pick<SubmissionColumns, 'sets'>): number =>
  sets.theme!.items.length + sets.option!.items.filter((place) => !PLACES.includes(place)).length;

/** Half the questions of its engagement are answered, every fifth by up to two ticks. */
function closedAnswers(
  engagement: ArrayLike<number>,
  random: () => number,
): SubmissionColumns['sets'][string] {
  const start = new Int32Array(engagement.length + 1);
  const items: number[] = [];
  for (let at = 0; at < engagement.length; at++) {
    for (let question = 0; question < QUESTIONS[engagement[at]!]!; question++) {
      if (random() < 0.5) continue;
      const [base, many] = [PLACES[question]!, optionsOf(question)];
      const first = Math.floor(many * random() ** 1.4);
      const second = question % 5 === 4 ? Math.floor(many * random()) : first;
      items.push(base, base + 1 + Math.min(first, second));
      if (second !== first) items.push(base + 1 + Math.max(first, second));
    }
    start[at + 1] = items.length;
  }
  const values = Array.from({ length: PLACES[30]! }, (_, place) => String(place));
  return {
    values,
    above: new Int32Array(values.length).fill(-1),
    start,
    items: Uint16Array.from(items),
    filterNarrows: false,
    within: 'engagement',
  };
}

const codes = (name: string, size: number): string[] =>
  Array.from({ length: size }, (_, at) => `${name}-${at}`);

function sets(
  length: number,
  many: () => number,
  one: () => number,
): { start: Int32Array; items: Uint16Array } {
  const start = new Int32Array(length + 1);
  let items = new Uint16Array(length * 5);
  let end = 0;
  for (let at = 0; at < length; at++) {
    const from = end;
    for (let left = many(); left > 0; left--) {
      const value = one();
      let seen = false;
      for (let item = from; item < end; item++) if (items[item] === value) seen = true;
      if (!seen) items[end++] = value;
    }
    start[at + 1] = end;
    if (end + 16 > items.length) {
      const grown = new Uint16Array(items.length * 2);
      grown.set(items);
      items = grown;
    }
  }
  return { start, items: items.slice(0, end) };
}

export interface Question {
  dimensions: string[];
  filters: Record<string, string[]>;
}

/**
 * Seeded questions of one or two dimensions with up to three filters of one or two values. Every fourth is about closed answers: those of one engagement, alone or by one dimension, some under a filter.
 */
export function questions(many: number, seed: number): Question[] {
  const random = seeded(seed);
  const all: Record<string, number> = { ...SIZES, theme: THEMES, community: COMMUNITIES };
  const names = Object.keys(all).filter((name) => name !== 'source');
  const pick = (): string => names[Math.floor(random() * names.length)]!;
  const aboutAnswers = (): Question => {
    const cut = OF_PERSON[Math.floor(random() * OF_PERSON.length)]!;
    const engagement = Math.floor(random() ** 1.5 * all.engagement!);
    const narrowed: Record<string, string[]> = {};
    if (random() < 0.3 && cut !== 'sex') narrowed.sex = [`sex-${Math.floor(random() * all.sex!)}`];
    const dimensions = random() < 0.3 ? ['option'] : ['option', cut];
    return { dimensions, filters: { engagement: [`engagement-${engagement}`], ...narrowed } };
  };
  return Array.from({ length: many }, (_, at) => {
    if (at % 4 === 3) return aboutAnswers();
    const dimensions = [...new Set(random() < 0.5 ? [pick()] : [pick(), pick()])];
    const filters: Record<string, string[]> = {};
    for (let left = Math.floor(random() * 4); left > 0; left--) {
      const name = pick();
      if (dimensions.includes(name)) continue;
      filters[name] = [
        ...new Set(
          [0, 1]
            .slice(random() < 0.7 ? 1 : 0)
            .map(() => `${name}-${Math.floor(random() ** 1.5 * all[name]!)}`),
        ),
      ];
    }
    return { dimensions, filters };
  });
}
