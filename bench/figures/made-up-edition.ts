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
const DISTINCT_A_SUBMISSION = 3.7;

/** An edition of at least `rows` rows, and hardly more, (submission x theme) by `people` made-up people, uneven as real ones are. */
export function madeUpEdition(rows: number, people: number, seed: number): SubmissionColumns {
  const random = seeded(seed);
  const below = (size: number, skew = 1): number => Math.floor(size * random() ** skew);
  const countOf = Math.max(people, Math.ceil(rows / DISTINCT_A_SUBMISSION));
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

/** Seeded questions of one or two dimensions with up to three filters of one or two values. */
export function questions(many: number, seed: number): Question[] {
  const random = seeded(seed);
  const all: Record<string, number> = { ...SIZES, theme: THEMES, community: COMMUNITIES };
  const names = Object.keys(all).filter((name) => name !== 'source');
  const pick = (): string => names[Math.floor(random() * names.length)]!;
  return Array.from({ length: many }, () => {
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
