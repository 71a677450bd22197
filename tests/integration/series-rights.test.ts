import { proposeSeriesOf } from '#domain';
import {
  allSeries,
  askedEngagements,
  type BreakVerdict,
  Database,
  decideBreak,
  decideSeries,
  proposeSeries,
  settleBreak,
} from '#store';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { plantSession } from '../support/plant-rows.js';
import { plantTwoYears, STANDING } from '../support/two-years.js';

let database: TestDatabase;
let worker: Database;
let workbench: Database;
let lead: string;
let analyst: string;
let partner: string;

beforeAll(async () => {
  database = await testDatabase();
  await plantTwoYears(database.admin, STANDING);
  lead = await plantSession(database.admin, ['lead'], ['council']);
  analyst = await plantSession(database.admin, ['analyst'], ['council']);
  partner = await plantSession(database.admin, ['partner'], ['council', 'force']);
  worker = await Database.open(database.urlFor('worker'));
  workbench = await Database.open(database.urlFor('workbench'));
  await proposeSeries(worker, proposeSeriesOf(await askedEngagements(worker)));
});
afterAll(async () => {
  await worker?.close();
  await workbench?.close();
  await database?.drop();
});

const as = <T>(session: string, work: (tx: Parameters<typeof decideSeries>[0]) => Promise<T>): Promise<T> =>
  workbench.transaction(work, session);

test('a lead sees and signs series of the own agency alone, nobody else signs any; the audit trail says who', async () => {
  for (const session of [lead, analyst])
    expect((await as(session, allSeries)).map(({ agency, key }) => [agency, key])).toEqual([
      ['council', 'feed'],
    ]);
  expect(await as(partner, allSeries)).toEqual([]);
  expect(await workbench.transaction(allSeries)).toEqual([]);
  const sign = (session: string, agency: string, key: string): Promise<boolean> =>
    as(session, (tx) => decideSeries(tx, { agency, key }, 'signed'));
  expect(await sign(analyst, 'council', 'feed')).toBe(false);
  expect(await sign(partner, 'council', 'feed')).toBe(false);
  expect(await sign(lead, 'force', 'survey-2024')).toBe(false);
  expect((await allSeries(worker)).filter(({ state }) => state !== 'proposed')).toEqual([]);
  expect(await sign(lead, 'council', 'feed')).toBe(true);
  const name = `planted ${lead.slice(0, 8)}`;
  expect((await as(lead, allSeries))[0]).toMatchObject({ state: 'signed', decidedBy: name });
  const { rows } = await database.admin.query(
    `SELECT actor, agency, action, subject FROM audit.event WHERE action LIKE 'series-%'`,
  );
  expect(rows).toEqual([{ actor: name, agency: 'council', action: 'series-signed', subject: 'feed' }]);
  await expect(as(lead, (tx) => tx.query(`UPDATE engagement.series SET state = 'signed'`))).rejects.toThrow(
    /permission denied/,
  );
});

test('a lead declares and takes back breaks of series of the own agency alone; the audit trail says who', async () => {
  const verdict = (change: Partial<BreakVerdict> = {}): BreakVerdict => ({
    agency: 'council',
    series: 'feed',
    since: '2024-07-01',
    reason: ' A new form asks less. ',
    state: 'declared',
    ...change,
  });
  const say = (session: string, change: Partial<BreakVerdict> = {}): Promise<boolean> =>
    as(session, (tx) => decideBreak(tx, verdict(change)));
  for (const session of [analyst, partner]) expect(await say(session)).toBe(false);
  expect(await say(lead, { agency: 'force', series: 'survey-2024' })).toBe(false);
  expect(await say(lead, { series: 'nothing' })).toBe(false);
  expect(await say(lead, { state: 'refused' })).toBe(false);
  await expect(say(lead, { reason: 'short' })).rejects.toThrow(/check constraint/);
  const breaks = async (session: string) => (await as(session, allSeries)).flatMap((one) => one.breaks);
  expect(await breaks(lead)).toEqual([]);
  expect(await say(lead)).toBe(true);
  const name = `planted ${lead.slice(0, 8)}`;
  expect(await breaks(analyst)).toMatchObject([
    { since: '2024-07-01', reason: 'A new form asks less.', state: 'declared', decidedBy: name },
  ]);
  expect(await breaks(partner)).toEqual([]);
  expect(await say(lead, { state: 'refused', reason: null })).toBe(true);
  expect(await breaks(lead)).toMatchObject([{ reason: 'A new form asks less.', state: 'refused' }]);
  const { rows } = await database.admin.query(
    `SELECT actor, agency, action, subject, detail FROM audit.event WHERE action LIKE 'series-break-%' ORDER BY id`,
  );
  const about = { actor: name, agency: 'council', subject: 'feed', detail: { since: '2024-07-01' } };
  // A reason may be put in other words later: what was printed is known from here.
  const detail = { ...about.detail, reason: 'A new form asks less.' };
  expect(rows).toEqual([
    { ...about, action: 'series-break-declared', detail },
    { ...about, action: 'series-break-refused' },
  ]);
  await expect(as(lead, (tx) => tx.query(`DELETE FROM engagement.series_break`))).rejects.toThrow(
    /permission denied/,
  );
});

test('the hub proposes a break where words of an open question or the channel change, once until somebody decides', async () => {
  const { admin } = database;
  const proposed = async () =>
    (await allSeries(worker)).flatMap(({ key, breaks }) =>
      breaks.filter(({ state }) => state === 'proposed').map(({ reason }) => [key, reason]),
    );
  await admin.query(`UPDATE engagement.question SET text = ' what  MATTERS to you?'`);
  await admin.query(`UPDATE engagement.engagement SET channel = 'online'`);
  expect(await proposed()).toEqual([]);
  await admin.query(`UPDATE engagement.question SET text = 'What troubles you?' WHERE engagement = 'feed'`);
  await admin.query(
    `UPDATE engagement.engagement SET channel = 'paper' WHERE key IN ('feed', 'survey-2025')`,
  );
  expect(await proposed()).toEqual([
    ['feed', 'A question is worded in another way than before.'],
    ['survey-2024', 'People answer over another channel than before.'],
  ]);
  const { rows } = await admin.query<{ day: string }>('SELECT current_date::text AS day');
  const since = rows[0]!.day;
  expect(
    await settleBreak(worker, { agency: 'council', series: 'feed', since, reason: null, state: 'refused' }),
  ).toBe(true);
  expect(await proposed()).toHaveLength(1);
});
