import { askFigures, completeStandings, publishEdition } from '#facts';
import { Database } from '#store';

import { testDatabase, type TestDatabase } from '../support/database.js';
import { plantHub, plantThemes } from '../support/small-hub.js';

const SIZE = { submissions: 400, people: 150, seed: 5 };

let database: TestDatabase;
let worker: Database;
let published: Database;
beforeAll(async () => {
  database = await testDatabase();
  await plantHub(database.admin, SIZE);
  await plantThemes(database.admin, SIZE);
  worker = await Database.open(database.urlFor('worker'));
  published = await Database.open(database.urlFor('published'));
  for (let edition = 1; edition <= 3; edition++) {
    await database.admin.query(
      `INSERT INTO engagement.submission (id, agency, source, engagement, delivery, file, "row", content_hash, submitted_on, ward)
       SELECT gen_random_uuid(), 'city', 'city', 'survey-0', 1, 'more.csv', $1 * 100 + n, $1 || '-' || n, '2025-01-15', 'E05002078'
       FROM generate_series(1, 8) n`,
      [edition],
    );
    await publishEdition(worker);
  }
});
afterAll(async () => {
  await worker?.close();
  await published?.close();
  await database?.drop();
});

const ask = (db: Database) =>
  askFigures(db, { report: 'themes-by-community', by: ['theme'] }, { kind: 'public' });

test('an answer reads what was released at publication: nothing of it is worked out from counts', async () => {
  const role = await Database.open(database.urlFor('published'));
  await expect(role.query('SELECT set_by FROM facts.standing')).rejects.toThrow(/permission denied/);
  await role.close();
  const { rows } = await database.admin.query(
    'SELECT edition, count(*)::int AS tables FROM facts.standing GROUP BY 1 ORDER BY 1',
  );
  expect(rows.map((row) => row.edition)).toEqual([1, 2, 3]);
});

test('editions from before tables were kept get theirs once, and are not answered half-made', async () => {
  const whole = await ask(published);
  await database.admin.query(`ALTER TABLE facts.standing DISABLE TRIGGER USER; DELETE FROM facts.standing;
    ALTER TABLE facts.standing ENABLE TRIGGER USER;`);
  const upgraded = await Database.open(database.urlFor('published'));
  await expect(ask(upgraded)).rejects.toMatchObject({ code: 'EBUSY' });
  expect(await completeStandings(worker)).toBe(3);
  expect(await completeStandings(worker)).toBe(0);
  const { rows } = await database.admin.query(`SELECT FROM facts.standing WHERE dimensions = 'option,area'`);
  expect(rows).toEqual([]);
  const again = await ask(upgraded);
  await upgraded.close();
  const counts = (answer: typeof whole) =>
    answer.ok ? answer.table.figures.map((figure) => [figure.id, figure.hidden || figure.people]) : null;
  expect(counts(whole)?.some(([, hiddenOrPeople]) => hiddenOrPeople !== true)).toBe(true);
  expect(counts(again)).toEqual(counts(whole));
});
