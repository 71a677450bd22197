import { askFigures, communities, editions, figureById, type FigureQuestion, publishEdition } from '#facts';
import { Database } from '#store';

import { testDatabase, type TestDatabase } from '../support/database.js';
import { plantHub, plantThemes } from '../support/small-hub.js';

const SIZE = { submissions: 603, people: 252, seed: 9 };
const LABEL = 'Drummers of the third floor';
const CODE = 'identity-drummers-of-the-third-floor';
const PUBLIC = { kind: 'public' } as const;

let database: TestDatabase;
let worker: Database;
let before: Database;
let published: Database;
beforeAll(async () => {
  database = await testDatabase();
  const { admin } = database;
  await plantHub(admin, SIZE);
  await plantThemes(admin, SIZE);
  worker = await Database.open(database.urlFor('worker'));
  // Seven people call themselves so. An edition of before the rule of ten named it, as one that is on the list is named.
  await admin.query(
    `INSERT INTO linkage.community (code, kind, name, listed) VALUES ($1, 'identity', $2, true)`,
    [CODE, LABEL],
  );
  await admin.query(
    `INSERT INTO linkage.community_alias (kind, label, community, rule) VALUES ('identity', $2, $1, 'same-label')`,
    [CODE, LABEL],
  );
  await admin.query(
    `INSERT INTO engagement.mention (agency, submission, kind, label)
     SELECT s.agency, s.id, 'identity', $1 FROM engagement.submission s
     WHERE s.id IN (SELECT min(m.submission::text)::uuid FROM linkage.membership m GROUP BY m.person ORDER BY m.person LIMIT 7)`,
    [LABEL],
  );
  await publishEdition(worker);
  before = await Database.open(database.urlFor('published'));
  await admin.query('UPDATE linkage.community SET listed = false WHERE code = $1', [CODE]);
});
afterAll(async () => {
  for (const db of [worker, before, published]) await db?.close();
  await database?.drop();
});

const QUESTIONS: FigureQuestion[] = [
  { report: 'themes-by-community', by: ['community'] },
  { report: 'themes-by-community', by: ['community', 'community'] },
  { report: 'themes-by-community', by: ['community', 'agency'] },
  { report: 'themes-by-community', by: ['theme'] },
];
async function figuresOf(db: Database, question: FigureQuestion) {
  const answer = await askFigures(db, { ...question, edition: 1 }, PUBLIC);
  if (!answer.ok) throw new Error(answer.reason);
  return [answer.table.total, ...answer.table.figures];
}
/** What is told of each cell, without what it is called; two communities in any order. */
const cells = (figures: Awaited<ReturnType<typeof figuresOf>>): string[] =>
  figures
    .map((figure) => {
      const codes = figure.keys.map(({ code }) => (code === CODE ? 'withdrawn-1' : code)).sort();
      const { hidden, reason, people, submissions, share } = {
        reason: null,
        people: null,
        submissions: null,
        share: null,
        ...figure,
      };
      return JSON.stringify([codes, hidden, reason, people, submissions, share]);
    })
    .sort();

test('an edition of before tells no name that fewer than ten use, nor the code made of it; its figures stand', async () => {
  const then = await Promise.all(QUESTIONS.map((question) => figuresOf(before, question)));
  expect(JSON.stringify(then)).toContain(CODE);
  const { rows } = await database.admin.query<{ many: number }>('SELECT facts.withdraw_labels() AS many');
  expect(rows[0]!.many).toBe(1);
  published = await Database.open(database.urlFor('published'));
  const now = await Promise.all(QUESTIONS.map((question) => figuresOf(published, question)));
  const named = await communities(published, null, 1);
  const all = JSON.stringify([now, named, await editions(published)]).toLowerCase();
  expect(all).not.toMatch(/drummers/);
  expect(now.map(cells)).toEqual(then.map(cells));
  expect(named).toContainEqual({
    code: 'withdrawn-1',
    name: 'Name withdrawn: fewer than ten people',
    kind: 'identity',
  });
  // The others, which ten and more use, have their names.
  expect(named.filter(({ code }) => /^withdrawn/.test(code))).toHaveLength(1);
  expect(named.length).toBeGreaterThan(1);
});

test('it is asked for by the code that stands for it, and whoever guesses the label learns nothing', async () => {
  const [own] = (await figuresOf(published, QUESTIONS[0]!)).filter(
    ({ keys }) => keys[0]?.code === 'withdrawn-1',
  );
  expect(await figureById(published, own!.id, { edition: 1 }, PUBLIC)).toEqual(own);
  const asked = (code: string) =>
    askFigures(published, { ...QUESTIONS[3]!, filter: { community: [code] }, edition: 1 }, PUBLIC);
  expect(await asked(CODE)).toMatchObject({ ok: false, code: 'unknown-value' });
  expect(await asked(CODE)).toEqual(await asked('identity-nobody-says-so'));
  const told = await asked('withdrawn-1');
  // Whether so few are told by theme is the policy's to say; that there is such a community is not refused.
  expect(told.ok || told.code).not.toBe('unknown-value');
  expect(JSON.stringify(told).toLowerCase()).not.toMatch(/drummers/);
});

test('the edition says what was withdrawn, and is the same edition', async () => {
  const [edition] = await editions(published);
  const [was] = await editions(before);
  expect(edition!.withdrawn).toEqual([
    'Names of communities that fewer than ten people used are withdrawn from it. Its figures stand as they were.',
  ]);
  expect(edition!.hash).toBe(was!.hash);
  // Done again it changes nothing, and an edition made since keeps to the rule by itself.
  await database.admin.query('SELECT facts.withdraw_labels()');
  await database.admin.query(
    `UPDATE coding.assignment SET theme = 'lighting' WHERE id IN (SELECT id FROM coding.assignment WHERE theme = 'litter' ORDER BY id LIMIT 9)`,
  );
  expect(await publishEdition(worker)).toMatchObject({ edition: 2 });
  const [second] = await editions(published);
  expect(second!.withdrawn).toEqual([]);
});
