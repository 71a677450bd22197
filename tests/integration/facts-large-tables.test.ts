import { askFigures, type FigureQuestion, publishEdition } from '#facts';
import { Database } from '#store';

import { testDatabase, type TestDatabase } from '../support/database.js';
import { worked } from '../support/worked.js';
import { plantHub, plantThemes } from '../support/small-hub.js';

const SIZE = { submissions: 400, people: 150, seed: 5 };
const WARDS = ['E05002078', 'E05002079', 'E05002080', 'E05002081', 'E05002082', 'E05002083'];
const REPORT = 'themes-by-community';

let database: TestDatabase;
let worker: Database;
let published: Database;
beforeAll(async () => {
  database = await testDatabase();
  await plantHub(database.admin, SIZE);
  await plantThemes(database.admin, SIZE);
  // A city that has consulted for years: most of its engagements nobody of the test answered.
  await database.admin.query(
    `INSERT INTO engagement.engagement (agency, key, title, kind, target_communities)
     SELECT 'city', 'old-' || n, 'Old survey ' || n, 'survey', '{}' FROM generate_series(1, 500) n`,
  );
  worker = await Database.open(database.urlFor('worker'));
  published = await Database.open(database.urlFor('published'));
  await publishEdition(worker);
});
afterAll(async () => {
  await worker?.close();
  await published?.close();
  await database?.drop();
});

const ask = (question: FigureQuestion) => askFigures(published, question, { kind: 'public' });

test('a table too large is refused before anything is counted, and the refusal says how to ask less', async () => {
  const question: FigureQuestion = {
    report: REPORT,
    by: ['engagement', 'theme'],
    filter: { ward: WARDS },
  };
  const ms = worked();
  const refused = await ask(question);
  expect(refused).toMatchObject({ ok: false, code: 'too-many-cells' });
  expect(refused.ok ? '' : refused.reason).toMatch(/at most 20000 cells.*filter by fewer values/);
  expect(ms()).toBeLessThan(1_000);
  // Smaller ones are looked at; whether most of them is hidden is another question.
  for (const smaller of [
    { ...question, by: ['theme'] },
    { ...question, by: ['engagement'], filter: { ward: ['E05002078'] } },
  ])
    expect(await ask(smaller as FigureQuestion)).not.toMatchObject({ code: 'too-many-cells' });
});

test('others are served while a large table is answered', async () => {
  let longest = 0;
  let last = worked();
  const watch = setInterval(() => {
    longest = Math.max(longest, last());
    last = worked();
  }, 5);
  const answer = await ask({ report: REPORT, by: ['engagement', 'theme'] });
  clearInterval(watch);
  expect(answer.ok && answer.table.figures.length).toBeGreaterThan(4_000);
  expect(longest).toBeLessThan(500);
});

test('a large table of which most is hidden is refused, and one of which most is told is told', async () => {
  // Of who people are no zero is told, and in most of these engagements nobody said an age.
  const refused = await ask({
    report: REPORT,
    by: ['age-band', 'engagement'],
    filter: { theme: ['litter'] },
  });
  expect(refused).toMatchObject({ ok: false, code: 'mostly-hidden' });
  // Of engagement by theme most is told: nobody was in most of it, and that says nothing of anybody.
  const told = await ask({ report: REPORT, by: ['engagement', 'theme'] });
  const hidden = told.ok ? told.table.figures.filter((figure) => figure.hidden).length : Infinity;
  expect(told.ok && hidden).toBeLessThan(told.ok ? told.table.figures.length / 2 : 0);
});
