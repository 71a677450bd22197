import { proposeSeriesOf } from '#domain';
import { allSeries, askedEngagements, Database, decideSeries, proposeSeries } from '#store';
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
