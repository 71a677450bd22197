import {
  askFigures,
  type Figure,
  type FactDimension,
  type FigureQuestion,
  publishEdition,
  refreshWorkingFacts,
} from '#facts';
import { Database } from '#store';
import { plantSession } from '../support/plant-rows.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { plantHub, plantThemes } from '../support/small-hub.js';

/** A third of those who were heard live outside the city: nobody of them may be lost from a table. */
const SIZE = { submissions: 2_400, people: 2_000, seed: 3 };
/** A submission has one value of each; themes and communities may be several. */
const ONE_EACH = ['ward', 'agency', 'engagement', 'quarter', 'participation', 'age-band', 'sex', 'ethnic-group', 'disability', 'deprivation'] as const satisfies readonly FactDimension[]; // prettier-ignore

let database: TestDatabase;
let published: Database;
let workbench: Database;
let session: string;
beforeAll(async () => {
  database = await testDatabase();
  const { admin } = database;
  await plantHub(admin, SIZE);
  await plantThemes(admin, SIZE);
  await admin.query(
    `UPDATE engagement.submission SET ward = 'outside', deprivation = NULL WHERE "row" % 3 = 0`,
  );
  session = await plantSession(admin, ['analyst'], ['city', 'force', 'health', 'together']);
  const worker = await Database.open(database.urlFor('worker'));
  await publishEdition(worker);
  await refreshWorkingFacts(worker);
  await worker.close();
  published = await Database.open(database.urlFor('published'));
  workbench = await Database.open(database.urlFor('workbench'));
});
afterAll(async () => {
  await published?.close();
  await workbench?.close();
  await database?.drop();
});

async function tableBy(by: FactDimension[], working: boolean, filter: FigureQuestion['filter'] = {}) {
  const answer = await askFigures(
    working ? workbench : published,
    { report: 'themes-by-community', by, filter, working },
    working ? { kind: 'analyst', session } : { kind: 'public' },
  );
  if (!answer.ok) throw new Error(answer.reason);
  return answer.table;
}

const submissions = (figure: Figure): number => {
  if (figure.hidden) throw new Error(`${figure.id} is hidden`);
  return figure.submissions;
};
const outside = (figures: readonly Figure[]): Figure =>
  figures.find(({ keys }) => keys[0]?.code === 'outside')!;

test.each(ONE_EACH)('the rows of a table by %s are all of the whole, exactly in working figures', async (dimension) => {
  for (const by of [[dimension], [dimension, 'sex'], [dimension, 'ward']] as FactDimension[][]) {
    if (new Set(by).size < by.length) continue;
    const { total, figures } = await tableBy(by, true);
    expect(submissions(total)).toBe(SIZE.submissions);
    expect([by, figures.reduce((sum, each) => sum + submissions(each), 0)]).toEqual([by, SIZE.submissions]);
  }
}); // prettier-ignore

test('whoever lives elsewhere has a row of their own, in working figures and in the edition', async () => {
  const { rows } = await database.admin.query<{ heard: number }>(
    `SELECT count(*)::int AS heard FROM engagement.submission WHERE ward = 'outside'`,
  );
  const heard = rows[0]!.heard;
  expect(heard).toBeGreaterThan(SIZE.submissions / 4);
  const row = outside((await tableBy(['ward'], true)).figures);
  expect([row.keys[0]?.name, submissions(row)]).toEqual(['Outside Plymouth', heard]);
  const { total, figures } = await tableBy(['ward'], false);
  const told = outside(figures);
  expect(told.keys[0]?.name).toBe('Outside Plymouth');
  expect(Math.abs(submissions(told) - heard)).toBeLessThanOrEqual(5);
  // Each figure may be 5 from its count; a hidden one is of fewer than 30 here.
  const shown = figures.filter(({ hidden }) => !hidden);
  const sum = shown.reduce((all, each) => all + submissions(each), 0);
  const reach = 5 * (shown.length + 1) + 30 * (figures.length - shown.length);
  expect(Math.abs(sum - submissions(total))).toBeLessThanOrEqual(reach);
  expect(shown.length).toBeGreaterThan(15);
});
