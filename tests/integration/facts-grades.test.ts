import { editionSays, publishEdition } from '#facts';
import { Database, saveThemeGrades, type ThemeGradeRow } from '#store';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { plantHub, plantThemes } from '../support/small-hub.js';

const SIZE = { submissions: 2000, people: 1500 };
let database: TestDatabase;
let worker: Database;
let published: Database;
beforeAll(async () => {
  database = await testDatabase();
  await plantHub(database.admin, SIZE);
  await plantThemes(database.admin, SIZE);
  worker = await Database.open(database.urlFor('worker'));
  published = await Database.open(database.urlFor('published'));
}, 60_000);
afterAll(async () => {
  await Promise.all([worker?.close(), published?.close()]);
  await database?.drop();
});

const bounds = (value: number) => ({ value, low: value - 0.1, high: Math.min(1, value + 0.1) });
const graded = (theme: string, grade: ThemeGradeRow['grade']): ThemeGradeRow => ({
  theme,
  grade,
  model: 'made-up',
  codebook: 'small',
  codebookVersion: 1,
  findings: {
    share: bounds(0.2),
    coded: 0.2,
    precision: bounds(0.9),
    recall: bounds(0.8),
    positives: 7331,
    auditedYes: 7332,
  },
  wanted: grade === 'ready' ? null : { yes: 7333, others: 0 },
});
const set = (grades: ThemeGradeRow[]) => worker.transaction((tx) => saveThemeGrades(tx, grades));

test('an edition keeps the grades of its themes for ever, compares the wards of ready ones alone, and tells no count of the audit', async () => {
  const { rows } = await database.admin.query<{ theme: string }>(
    `SELECT theme FROM coding.assignment WHERE decision = 'assign' GROUP BY theme ORDER BY count(*) DESC, theme LIMIT 2`,
  );
  const [first, second] = rows.map(({ theme }) => theme) as [string, string];
  await set([graded(first, 'ready'), graded(second, 'learning')]);
  const { edition } = await publishEdition(worker);
  const says = (await editionSays(published, edition))!;
  const kept = { coder: 'made-up', codebook: 'small', codebookVersion: 1 };
  const grades = says.grades.map(({ themeName: _, ...grade }) => grade);
  expect(grades.sort((a, b) => (a.grade < b.grade ? -1 : 1))).toEqual([
    { theme: second, grade: 'learning', ...kept },
    { theme: first, grade: 'ready', ...kept },
  ]);
  const compared = says.statements.filter(({ ward }) => ward !== null);
  expect(new Set(compared.map(({ theme }) => theme))).toEqual(new Set([first]));
  const { rows: parts } = await database.admin.query<{ all: string }>(
    'SELECT string_agg(body::text, $1) AS all FROM facts.part WHERE edition = $2',
    [' ', edition],
  );
  expect(parts[0]!.all).not.toMatch(/733[123]/);
  // What is found afterwards is for the next edition.
  await set([graded(first, 'learning'), graded(second, 'ready')]);
  expect(await editionSays(published, edition)).toEqual(says);
  await expect(
    database.admin.query(`UPDATE facts.part SET body = '[]' WHERE edition = ${edition} AND name = 'grades'`),
  ).rejects.toThrow();
}, 60_000);
