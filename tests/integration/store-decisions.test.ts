import { publishEdition } from '#facts';
import type { DecisionDraft } from '#domain';
import { adoptPriorities } from '#pipeline';
import {
  Database,
  readDecisionBoard,
  readDecisionVersions,
  readOwnDecisions,
  readPublicDecisions,
  saveAnswerPromise,
  saveDecision,
  savePlanPriority,
  takeBackDecision,
} from '#store';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { plantSession } from '../support/plant-rows.js';
import { plantHub, plantThemes, type SmallHub } from '../support/small-hub.js';

const SIZE: SmallHub = { submissions: 300, people: 120, seed: 3 };
let database: TestDatabase;
let worker: Database;
let published: Database;
let workbench: Database;
const sessions: Record<'city' | 'force' | 'reviewer', string> = { city: '', force: '', reviewer: '' };

beforeAll(async () => {
  database = await testDatabase();
  await plantHub(database.admin, SIZE);
  await plantThemes(database.admin, SIZE);
  worker = await Database.open(database.urlFor('worker'));
  published = await Database.open(database.urlFor('published'));
  workbench = await Database.open(database.urlFor('workbench'));
  sessions.city = await plantSession(database.admin, ['officer'], ['city']);
  sessions.force = await plantSession(database.admin, ['lead'], ['force']);
  sessions.reviewer = await plantSession(database.admin, ['reviewer', 'analyst'], ['city']);
  await publishEdition(worker);
});
afterAll(async () => {
  await Promise.all([worker, published, workbench].map((one) => one.close()));
  await database.drop();
});

const draft = (over: Partial<DecisionDraft> = {}): DecisionDraft => ({
  agency: 'city',
  reference: 'LIGHT-1',
  public: false,
  title: 'Lamps are mended',
  decided: 'Mend every lamp on twelve routes.',
  decidedOn: '2025-03-04',
  why: null,
  willDo: true,
  notDone: null,
  notDoneBecause: null,
  decidedBy: 'The board',
  model: 'after-asking',
  lead: null,
  portfolio: null,
  engagements: ['city/survey-0'],
  themes: ['lighting'],
  wards: [],
  communities: [],
  priorities: [],
  evidence: [{ figure: 'themes-by-community/theme=lighting', edition: 1 }],
  quotes: [],
  actions: [
    { what: 'Mend', owner: 'Highways', due: '2025-05-31', state: 'done', doneOn: '2025-05-30', because: null, effect: null, effectFigure: { figure: 'themes-by-community/theme=lighting', edition: 1 } },
    { what: 'Tell', owner: 'Schools', due: '2025-07-01', state: 'planned', doneOn: null, because: null, effect: null, effectFigure: null },
  ],
  ...over,
}); // prettier-ignore

const save = (one: DecisionDraft, seen: number | null, session = sessions.city) =>
  workbench.transaction((tx) => saveDecision(tx, one, seen), session);
const own = (session?: string) => workbench.transaction((tx) => readOwnDecisions(tx), session);
const publicNow = async () => (await readPublicDecisions(published, null)).map(({ reference }) => reference);

describe('a decision', () => {
  test('is saved whole, read back whole, and each saving is kept as a version', async () => {
    const saved = await save(draft(), null);
    const id = saved.status === 'saved' ? saved.id : '';
    const [held] = await own(sessions.city);
    expect(held).toMatchObject({ ...draft(), id, origin: 'hub', version: 1 });
    expect(await publicNow()).toEqual([]);

    await save(draft({ public: true, title: 'All lamps are mended', actions: [draft().actions[0]!] }), 1);
    const versions = await workbench.transaction((tx) => readDecisionVersions(tx, id), sessions.city);
    expect(versions.map(({ number, by, decision }) => [number, by.slice(0, 7), decision?.title])).toEqual([
      [2, 'planted', 'All lamps are mended'],
      [1, 'planted', 'Lamps are mended'],
    ]);
    expect(versions[1]?.decision?.actions).toHaveLength(2);
    expect(await publicNow()).toEqual(['LIGHT-1']);
    await expect(database.admin.query('DELETE FROM decisions.version')).rejects.toThrow('never changed');
  });

  test('of somebody who read an older version is not saved over the newer one', async () => {
    expect(await save(draft({ title: 'Mine' }), 1)).toEqual({ status: 'changed-meanwhile' });
    expect(await save(draft({ title: 'Mine' }), null)).toEqual({ status: 'changed-meanwhile' });
    expect((await own(sessions.city))[0]?.title).toBe('All lamps are mended');
  });

  test('is written by its own agency’s people alone, and drafts are seen by nobody else', async () => {
    expect(await save(draft({ reference: 'X' }), null, sessions.force)).toEqual({ status: 'not-allowed' });
    expect(await save(draft({ reference: 'X' }), null, sessions.reviewer)).toEqual({ status: 'not-allowed' });
    expect(await own(sessions.force)).toEqual([]);
    expect(await own()).toEqual([]);
    const [held] = await own(sessions.city);
    const take = (session: string) => workbench.transaction((tx) => takeBackDecision(tx, held!.id), session);
    expect(await take(sessions.force)).toBe(false);
    await expect(workbench.query(`DELETE FROM decisions.decision`)).rejects.toMatchObject({ code: '42501' });
    await expect(published.query('SELECT FROM decisions.decision')).rejects.toMatchObject({ code: '42501' });
  });

  test('without a figure, or refused without a reason, is stopped by the database too', async () => {
    await expect(save(draft({ reference: 'Y', evidence: [] }), null)).rejects.toThrow('needs a figure');
    await expect(save(draft({ reference: 'Y', willDo: false }), null)).rejects.toThrow('refusal_has_reason');
    await expect(
      save(draft({ reference: 'Y', actions: [{ ...draft().actions[0]!, state: 'will-not-do', because: 'no' }] }), null),
    ).rejects.toThrow('action_refusal_has_reason'); // prettier-ignore
  });
});

describe('an agency’s own record', () => {
  const STATEMENT = `INSERT INTO engagement.statement (id, agency, source, engagement, delivery, kind, issued_on, text, action, place)
    VALUES ('11111111-1111-4111-8111-111111111111', 'force', 'force', 'survey-0', 1, 'priority', '2024-05-01', 'Off-road bikes', NULL, 'Budshead')`;
  const record = async () =>
    (await readPublicDecisions(published, null)).find(({ origin }) => origin === 'pulled');

  test('is a decision without a figure until somebody ties one; its own words stay the agency’s', async () => {
    await database.admin.query(STATEMENT);
    expect([await adoptPriorities(worker), await adoptPriorities(worker)]).toEqual([1, 0]);
    const held = (await record())!;
    expect(held).toMatchObject({ title: 'Off-road bikes', wards: ['E05002078'], evidence: [], version: 1 });
    const tied = draft({ ...held, title: 'Other words', evidence: draft().evidence, themes: ['disorder'] });
    expect(await save(tied, 1, sessions.force)).toMatchObject({ status: 'saved' });
    expect(await record()).toMatchObject({
      title: 'Off-road bikes',
      themes: ['disorder'],
      evidence: draft().evidence,
      public: true,
    });
  });

  test('published again with what was done is brought up to date and keeps what was tied', async () => {
    await database.admin.query(
      `UPDATE engagement.statement SET action = 'Two bikes seized', action_on = '2024-07-27'`,
    );
    expect(await adoptPriorities(worker)).toBe(1);
    expect(await record()).toMatchObject({
      evidence: draft().evidence,
      version: 3,
      actions: [{ state: 'done', doneOn: '2024-07-27' }],
    });
  });

  test('can’t be taken back here, and goes when the agency takes it back there', async () => {
    const id = (await record())!.id;
    expect(await workbench.transaction((tx) => takeBackDecision(tx, id), sessions.force)).toBe(false);
    await worker.query(`DELETE FROM engagement.statement`);
    expect(await record()).toBeUndefined();
  });
});

test('an edition carries what was public then, with plans and promises, and neither it nor its hash moves after', async () => {
  const plan = { agency: 'city', code: 'safe-streets', plan: 'Corporate plan', title: 'Safe streets', themes: ['lighting'] };
  await workbench.transaction(async (tx) => {
    expect(await savePlanPriority(tx, plan)).toBe(true);
    expect(await savePlanPriority(tx, { ...plan, agency: 'force' })).toBe(false);
    expect(await saveAnswerPromise(tx, { agency: 'city', months: 6, words: null, contact: null })).toBe(true);
  }, sessions.city);
  const before = await published.query('SELECT number, hash FROM facts.editions() ORDER BY number');
  // A decision alone makes no edition: figures are the same whoever decides what.
  expect((await publishEdition(worker)).status).toBe('unchanged');
  await database.admin.query(
    `INSERT INTO engagement.submission (id, agency, source, engagement, delivery, file, "row", content_hash, submitted_on, ward)
     SELECT gen_random_uuid(), 'city', 'city', 'survey-0', 1, 'more.csv', n, 'more-' || n, '2025-01-15', 'E05002078' FROM generate_series(1, 8) n`,
  );
  expect(await publishEdition(worker)).toMatchObject({ status: 'published', edition: 2 });
  const carried = () => readPublicDecisions(published, 2);
  expect((await carried()).map(({ title }) => title)).toEqual(['All lamps are mended']);
  const board = await readDecisionBoard(published, 2);
  expect(board).toMatchObject({ priorities: [plan], promises: [{ agency: 'city', months: 6 }] });
  expect(board.digest).toMatch(/^[0-9a-f]{64}$/);

  await save(draft({ public: true, title: 'Later words' }), 2);
  expect((await carried()).map(({ title }) => title)).toEqual(['All lamps are mended']);
  expect(await readPublicDecisions(published, 1)).toEqual([]);
  expect(await published.query('SELECT number, hash FROM facts.editions() WHERE number = 1')).toEqual(before);
  await expect(database.admin.query(`UPDATE decisions.frozen SET document = '{}'`)).rejects.toThrow('never changes');
  await expect(
    database.admin.query(`INSERT INTO decisions.frozen VALUES (1, gen_random_uuid(), '{}')`),
  ).rejects.toThrow('never changes');
}); // prettier-ignore
