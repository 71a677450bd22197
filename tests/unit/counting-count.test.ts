import fc from 'fast-check';
import {
  assemble,
  count,
  encodeRows,
  keepPairs,
  keptAnswer,
  openPairs,
  type Counted,
  type CountQuestion,
  type FactRow,
} from '#counting';
import { kernelModule, kernelOver } from '../support/kernel.js';

const GROUPS: Record<string, string> = { noise: 'disorder', drinking: 'disorder', litter: 'places' };
const SINGLE = ['ward', 'agency', 'sex'];

/** Submissions of few people with few values, so that everything collides. */
const submission = fc.record({
  person: fc.nat(6),
  argument: fc.option(fc.nat(8)),
  ward: fc.constantFrom('E1', 'E2', 'E3'),
  agency: fc.constantFrom('city', 'health'),
  sex: fc.constantFrom('female', 'male', 'not-asked'),
  communities: fc.uniqueArray(fc.constantFrom('carers', 'students', 'allotments'), { maxLength: 3 }),
  themes: fc.uniqueArray(fc.constantFrom('noise', 'drinking', 'disorder', 'litter', 'other'), {
    maxLength: 4,
  }),
});
type Made = typeof submission extends fc.Arbitrary<infer T> ? T : never;

/** Rows as the fact table has them, shuffled by `order`. */
function rowsOf(submissions: readonly Made[], order = 1): FactRow[] {
  const rows = submissions.flatMap((made, id) =>
    (made.themes.length ? made.themes : ['']).map((theme) => ({
      submission: `s${id}`,
      person: `p${made.person}`,
      argument: made.argument === null ? null : `a${made.argument}`,
      personKey: (made.person * 37) % 256,
      submissionKey: (id * 91) % 256,
      argumentKey: ((made.argument ?? 0) * 53) % 256,
      health: made.agency === 'health',
      single: { ward: made.ward, agency: made.agency, sex: made.sex },
      communities: made.communities,
      theme,
      themeGroup: GROUPS[theme] ?? theme,
    })),
  );
  return rows.map((_, at) => rows[(at * order) % rows.length]!);
}

/** The same by sets, row by row, as the database does it. */
function naive(rows: readonly FactRow[], { dimensions, filters }: CountQuestion): Record<string, unknown> {
  const valuesOf = (row: FactRow, dimension: string): string[] => {
    if (dimension === 'theme') return [...new Set([row.theme, row.themeGroup])];
    if (dimension === 'community') return row.communities.length ? [...row.communities] : [''];
    return [row.single[dimension]!];
  };
  const cells = new Map<string, FactRow[]>();
  for (const row of rows) {
    if (
      !Object.entries(filters).every(([name, any]) =>
        valuesOf(row, name).some((value) => any.includes(value)),
      )
    )
      continue;
    const keys = dimensions.reduce<string[][]>(
      (all, name) => all.flatMap((before) => valuesOf(row, name).map((value) => [...before, value])),
      [[]],
    );
    for (const key of keys) cells.set(key.join('|'), [...(cells.get(key.join('|')) ?? []), row]);
  }
  const distinct = <T>(
    hit: readonly FactRow[],
    id: (row: FactRow) => T | null,
    key: (row: FactRow) => number,
  ): [number, number] => {
    const found = new Map(hit.filter((row) => id(row) !== null).map((row) => [id(row), key(row)]));
    return [found.size, [...found.values()].reduce((sum, each) => sum + each, 0) % 256];
  };
  return Object.fromEntries(
    [...cells].map(([key, hit]) => [
      key,
      [
        ...distinct(
          hit,
          (row) => row.submission,
          (row) => row.submissionKey,
        ),
        ...distinct(
          hit,
          (row) => row.person,
          (row) => row.personKey,
        ),
        ...distinct(
          hit,
          (row) => row.argument,
          (row) => row.argumentKey,
        ),
        hit.some((row) => row.health),
      ],
    ]),
  );
}

function asRecord(counted: Counted): Record<string, unknown> {
  return Object.fromEntries(
    Array.from({ length: counted.submissions.length }, (_, cell) => [
      counted.keys.map((column, at) => counted.values[at]![column[cell]!]).join('|'),
      [
        counted.submissions[cell],
        counted.submissionKeys[cell],
        counted.people[cell],
        counted.personKeys[cell],
        counted.arguments[cell],
        counted.argumentKeys[cell],
        counted.health[cell] === 1,
      ],
    ]),
  );
}

const dimension = fc.constantFrom('ward', 'agency', 'sex', 'theme', 'community');
const filter = fc.record(
  {
    ward: fc.subarray(['E1', 'E2', 'E9'], { minLength: 1 }),
    sex: fc.subarray(['female', 'not-asked'], { minLength: 1 }),
    theme: fc.subarray(['noise', 'disorder', 'litter', 'places', ''], { minLength: 1 }),
    community: fc.subarray(['carers', 'students', ''], { minLength: 1 }),
  },
  { requiredKeys: [] },
);

const kernel = kernelModule();

describe('counting', () => {
  test('equals sets, in JavaScript and in the kernel, for any facts, dimensions and filters', () => {
    fc.assert(
      fc.property(
        fc.array(submission, { minLength: 1, maxLength: 40 }),
        fc
          .array(dimension, { maxLength: 3 })
          .filter((names) => names.indexOf('theme') === names.lastIndexOf('theme')),
        filter,
        fc.constantFrom(1, 1009),
        (submissions, dimensions, filters, order) => {
          const rows = rowsOf(submissions, order);
          const question = { dimensions, filters: filters as Record<string, string[]> };
          const table = assemble(encodeRows(rows, SINGLE));
          const counted = count(table, question);
          expect(asRecord(counted)).toEqual(naive(rows, question));
          expect(kernelOver(table, kernel).count(question)).toEqual(counted);
        },
      ),
      { numRuns: 600 },
    );
  });

  test('over more submissions than a block, with people whose submissions lie in several wards', () => {
    const made = fc
      .sample(submission, { numRuns: 9000, seed: 5 })
      .map((each, at) => ({ ...each, person: at % 2500, argument: at % 3 ? at : each.argument }));
    const rows = rowsOf(made);
    const table = assemble(encodeRows(rows, SINGLE));
    const asked: CountQuestion[] = [
      { dimensions: ['theme', 'ward'], filters: {} },
      { dimensions: ['community', 'community'], filters: { ward: ['E2'] } },
      { dimensions: [], filters: { theme: ['disorder'], community: ['carers'] } },
    ];
    for (const question of asked) {
      expect(asRecord(count(table, question))).toEqual(naive(rows, question));
      expect(kernelOver(table, kernel).count(question)).toEqual(count(table, question));
    }
  });

  test('dimensions of hundreds of values, and sets of more than a word', () => {
    const rows = rowsOf(fc.sample(submission, { numRuns: 3000, seed: 8 })).map((row, at) => ({
      ...row,
      single: { ...row.single, agency: `agency ${Number(row.submission.slice(1)) % 400}` },
      theme: row.theme && `${row.theme} ${at % 70}`,
      themeGroup: row.theme && (at % 2 ? `${row.theme} ${at % 70}` : `broad ${(at % 70) % 3}`),
    }));
    const table = assemble(encodeRows(rows, SINGLE));
    const asked: CountQuestion[] = [
      { dimensions: ['agency', 'sex'], filters: { theme: ['noise 4', 'broad 1', 'litter 68'] } },
      { dimensions: ['theme', 'community'], filters: { theme: ['litter 69', 'broad 2', 'broad 0'] } },
      { dimensions: ['theme'], filters: { agency: ['agency 3', 'agency 399', 'agency 256'] } },
    ];
    for (const question of asked) {
      const counted = count(table, question);
      expect(counted.people.length).toBeGreaterThan(2);
      expect(asRecord(counted)).toEqual(naive(rows, question));
      expect(kernelOver(table, kernel).count(question)).toEqual(counted);
    }
  });

  test('what is kept of the whole is what is counted, either way round', () => {
    const table = assemble(encodeRows(rowsOf(fc.sample(submission, { numRuns: 200, seed: 3 })), SINGLE));
    const kept = openPairs(
      table.description,
      keepPairs(table, (question) => count(table, question)),
    );
    for (const dimensions of [[], ['theme'], ['theme', 'ward'], ['ward', 'theme'], ['community', 'sex']])
      expect(keptAnswer(kept, { dimensions, filters: {} })).toEqual(
        count(table, { dimensions, filters: {} }),
      );
    expect(keptAnswer(kept, { dimensions: ['theme'], filters: { ward: ['E1'] } })).toBeNull();
    expect(keptAnswer(kept, { dimensions: ['community', 'community'], filters: {} })).toBeNull();
    expect(() => openPairs(table.description, Int32Array.of(5))).toThrow(RangeError);
  });

  test('what can’t be asked is refused by name', () => {
    const table = assemble(encodeRows(rowsOf(fc.sample(submission, 3)), SINGLE));
    expect(() => count(table, { dimensions: ['shoe-size'], filters: {} })).toThrow(/no dimension shoe-size/);
    expect(() => count(table, { dimensions: [], filters: { 'shoe-size': ['9'] } })).toThrow(
      /no dimension shoe-size/,
    );
    expect(() => count(table, { dimensions: ['ward', 'sex', 'agency', 'theme'], filters: {} })).toThrow(
      /three/,
    );
    expect(() => count(table, { dimensions: ['theme', 'theme'], filters: {} })).toThrow(/theme/);
    expect(count(table, { dimensions: ['ward'], filters: { ward: ['nowhere'] } }).people).toHaveLength(0);
  });

  test('columns that do not fit are never counted', () => {
    const columns = encodeRows(rowsOf(fc.sample(submission, 5)), SINGLE);
    expect(() => assemble({ ...columns, person: columns.person.slice(1) })).toThrow(RangeError);
    const theme = { ...columns.sets.theme!, items: columns.sets.theme!.items.slice(1) };
    expect(() => assemble({ ...columns, sets: { ...columns.sets, theme } })).toThrow(RangeError);
  });
});
