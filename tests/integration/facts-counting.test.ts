import { assemble, count, countLargerSets, encodeRows, type Counted, type FactRow } from '#counting';
import { publishEdition } from '#facts';
import { countEdition, Database } from '#store';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { plantHub, plantThemes } from '../support/small-hub.js';

/** The engine in memory and the database's counting function are twins: every question has one answer. */
const SINGLE = [
  'ward',
  'agency',
  'quarter',
  'engagement',
  'participation',
  'age-band',
  'sex',
  'ethnic-group',
  'disability',
  'deprivation',
];
const SIZE = { submissions: 1200, people: 400, seed: 11 };

let database: TestDatabase;
let published: Database;
let rows: FactRow[];
beforeAll(async () => {
  database = await testDatabase();
  await plantHub(database.admin, SIZE);
  await plantThemes(database.admin, SIZE);
  const worker = await Database.open(database.urlFor('worker'));
  await publishEdition(worker);
  await worker.close();
  published = await Database.open(database.urlFor('published'));
  const found = await database.admin.query(
    `SELECT f.*, submission_key::text AS s, person_key::text AS p, argument_key::text AS a FROM facts.fact f WHERE edition = 1`,
  );
  rows = found.rows.map((row) => ({
    submission: row.s,
    person: row.p,
    argument: row.a,
    personKey: row.noise_key,
    submissionKey: 0,
    argumentKey: 0,
    health: row.health,
    single: Object.fromEntries(SINGLE.map((name) => [name, row[name.replaceAll('-', '_')]])),
    communities: row.communities,
    theme: row.theme,
    themeGroup: row.theme_group,
  }));
});
afterAll(async () => {
  await published?.close();
  await database?.drop();
});

const asLines = (counted: Counted): string[] =>
  counted.people
    .reduce<string[]>((lines, people, cell) => {
      const keys = counted.keys.map((column, at) => counted.values[at]![column[cell]!]);
      const { submissions, arguments: args, personKeys, health } = counted;
      return [
        ...lines,
        [...keys, submissions[cell], people, args[cell], personKeys[cell], health[cell] === 1].join('|'),
      ];
    }, [])
    .sort();

test('every cut by one dimension and by two, bare and under filters', async () => {
  const table = assemble(encodeRows(rows, SINGLE));
  const all = [...SINGLE, 'theme', 'community'];
  const cuts = [
    [],
    ...all.map((name) => [name]),
    ...all.map((name, at) => [name, all[(at + 5) % all.length]!]),
  ];
  const filters: Record<string, string[]>[] = [
    {},
    { theme: ['disorder', ''], agency: ['city', 'health'] },
    { community: ['carers'], sex: ['female'], quarter: ['2024-Q1', '2025-Q2'] },
  ];
  for (const dimensions of [...cuts, ['community', 'community'], ['theme', 'ward', 'agency']])
    for (const filter of filters) {
      const theirs = (await countEdition(published, 1, dimensions, filter)).map((row) =>
        [...row.keys, row.submissions, row.people, row.arguments, row.keySum, row.health].join('|'),
      );
      expect(asLines(count(table, { dimensions, filters: filter }))).toEqual(theirs.sort());
    }
});

test('the larger sets of a cell are what the table without that dimension or filter says', () => {
  const table = assemble(encodeRows(rows, SINGLE));
  const question = { dimensions: ['theme', 'ward'], filters: { agency: ['city'] } };
  const counted = count(table, question);
  const larger = countLargerSets(question, counted, (each) => count(table, each));
  expect(larger.map((each) => each.dropped)).toEqual(['theme', 'ward', 'agency']);
  const wards = count(table, { dimensions: ['ward'], filters: question.filters });
  const everywhere = count(table, { dimensions: ['theme', 'ward'], filters: {} });
  counted.people.forEach((people, cell) => {
    const at = wards.keys[0]!.indexOf(counted.keys[1]![cell]!);
    expect([larger[0]!.people[cell], larger[0]!.personKeys[cell]]).toEqual([
      wards.people[at],
      wards.personKeys[at],
    ]);
    expect(larger.every((each) => each.people[cell]! >= people)).toBe(true);
    const same = everywhere.people.findIndex((_, other) =>
      [0, 1].every((d) => everywhere.keys[d]![other] === counted.keys[d]![cell]),
    );
    expect(larger[2]!.people[cell]).toBe(everywhere.people[same]);
  });
});
