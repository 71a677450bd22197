import { type Answers, askMeasure, askMeasures, askResults, publishEdition } from '#facts';
import { MEASURES } from '#domain';
import { confirmMeasure, Database, endMeasure } from '#store';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { plantSession } from '../support/plant-rows.js';
import { plantHub, plantThemes } from '../support/small-hub.js';

const SIZE = { submissions: 1_600, people: 800, seed: 5 };
const PUBLIC = { kind: 'public' } as const;
const LATEST = { edition: null, working: false };
const [DAY] = MEASURES;
const WORDING = DAY!.wordings[0]!;

let database: TestDatabase;
let worker: Database;
let published: Database;
let workbench: Database;
beforeAll(async () => {
  database = await testDatabase();
  await plantHub(database.admin, SIZE);
  await plantThemes(database.admin, SIZE);
  for (const agency of ['city', 'force'])
    await database.admin.query(
      `INSERT INTO engagement.question (agency, engagement, key, text, kind, options, position) SELECT agency, key, 'day', $2, 'scale', $3, 0
       FROM engagement.engagement WHERE agency = $1`,
      [agency, WORDING.text, WORDING.options],
    );
  await database.admin.query(
    `INSERT INTO engagement.answer (agency, submission, engagement, question, options)
     SELECT s.agency, s.id, s.engagement, 'day', ARRAY[($1::text[])[1 + get_byte(sha256(convert_to(s.id::text, 'UTF8')), 0) % 5]]
     FROM engagement.submission s JOIN engagement.question q ON q.agency = s.agency AND q.engagement = s.engagement AND q.key = 'day'`,
    [WORDING.options],
  );
  [worker, published, workbench] = (await Promise.all(
    (['worker', 'published', 'workbench'] as const).map((role) => Database.open(database.urlFor(role))),
  )) as [Database, Database, Database];
});
afterAll(async () => {
  await Promise.all([worker, published, workbench].map((each) => each?.close()));
  await database?.drop();
});

const joinOf = (agency: string, engagement: string) => ({
  agency, engagement, question: 'day', measure: DAY!.code, wording: 'A', selection: 'open' as const, reason: 'The same words, by the same people',
}); // prettier-ignore

test('only an analyst of the agency joins a question, with a reason; the audit trail says who', async () => {
  const session = await plantSession(database.admin, ['analyst'], ['city']);
  const partner = await plantSession(database.admin, ['partner'], ['city']);
  const [engagement] = (
    await database.admin.query(`SELECT key FROM engagement.engagement WHERE agency = 'city' ORDER BY key`)
  ).rows.map(({ key }) => key as string);
  const by = (hash: string, agency: string, key: string) =>
    workbench.transaction((tx) => confirmMeasure(tx, joinOf(agency, key)), hash);
  expect(await by(session, 'city', engagement!)).toBe(true);
  expect(await by(session, 'force', engagement!)).toBe(false);
  await expect(by(partner, 'city', engagement!)).rejects.toThrow(/analyst/);
  const { rows } = await database.admin.query(`SELECT action FROM audit.event WHERE action LIKE 'measure-%'`);
  expect(rows).toEqual([{ action: 'measure-confirmed' }]);
});

test('an edition freezes what was joined: the share is that of the released options, and later partings move nothing', async () => {
  await publishEdition(worker);
  const answer = await askMeasure(published, DAY!.code, LATEST, PUBLIC);
  if (!answer.ok) throw new Error(answer.reason);
  const [asking] = answer.measure.askings;
  expect(answer.measure).toMatchObject({ times: 1, agencies: 1 });
  // Two of five steps count, drawn evenly.
  expect(asking!.low!).toBeLessThan(Math.min(40, asking!.share!));
  expect(asking!.high!).toBeGreaterThan(Math.max(40, asking!.share!));
  // The survey's own page says the same, of everybody and of women and men.
  const page = await askResults(published, { engagement: asking!.engagement, by: 'sex' }, PUBLIC);
  if (!page.ok) throw new Error(page.reason);
  const own = page.results.questions.find(({ key }) => key === asking!.question)!;
  const sumOf = (answers: Answers): number | null => {
    const parts = WORDING.options.slice(0, 2).map((label) => answers.options.find((each) => each.label === label)!.percent);
    return parts.some((part) => part === null) ? null : parts[0]! + parts[1]!;
  }; // prettier-ignore
  // Where the page refuses the cut, a measure tells nothing by it.
  const among = (code: string): number | null => {
    const one = own.cut.find((each) => each.code === code);
    return one ? sumOf(one.answers) : null;
  };
  expect([asking!.share, asking!.women, asking!.men]).toEqual([
    sumOf(own.all),
    among('female'),
    among('male'),
  ]);
  const session = await plantSession(database.admin, ['analyst'], ['city']);
  const parted = await workbench.transaction(
    (tx) =>
      endMeasure(tx, {
        ...joinOf('city', asking!.engagement.split('/')[1]!),
        reason: 'It was another question after all',
      }),
    session,
  );
  expect(parted).toBe(true);
  expect(await askMeasure(published, DAY!.code, { edition: 1, working: false }, PUBLIC)).toEqual(answer);
  const { rows } = await database.admin.query('SELECT count(*)::int AS all FROM engagement.measured');
  expect(rows).toEqual([{ all: 1 }]);
  await expect(database.admin.query(`DELETE FROM engagement.measured`)).rejects.toThrow(
    /ends, and is not changed/,
  );
});

test('the next edition is without what was parted, and every measure stands in the list', async () => {
  await publishEdition(worker);
  const lines = await askMeasures(published, LATEST, PUBLIC);
  if (!lines.ok) throw new Error(lines.reason);
  expect(lines.measures.map(({ measure }) => measure.code)).toEqual(MEASURES.map(({ code }) => code));
  expect(lines.measures.every(({ times }) => times === 0)).toBe(true);
});
