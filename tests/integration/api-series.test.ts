import { proposeSeriesOf } from '#domain';
import { askedEngagements, Database, proposeSeries } from '#store';
import { plantTwoYears, STANDING } from '../support/two-years.js';
import { codeOf, startApi, type TestApi } from './api-server.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi(async (database) => {
    await plantTwoYears(database.admin, STANDING);
    const worker = await Database.open(database.urlFor('worker'));
    await proposeSeries(worker, proposeSeriesOf(await askedEngagements(worker)));
    await worker.close();
  });
});
afterAll(() => api?.stop());

const declare = (decision: object) =>
  `mutation { decideBreak(decision: {agency: "council", key: "feed", ${Object.entries(decision)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join(', ')}}) { key breaks { since reason state decidedBy } } }`;

test('a lead says from which day or quarter a series asks in another way; nobody else does, and not without a reason', async () => {
  const lead = await api.signIn('Lead', ['lead'], ['council']);
  const declared = { since: '2024-Q3', changed: true, reason: 'A new form asks less' };
  for (const as of [
    await api.signIn('Analyst', ['analyst'], ['council']),
    await api.signIn('Other lead', ['lead'], ['force']),
  ])
    expect(codeOf(await api.ask(declare(declared), { as }))).toMatch(/^NOT_(ALLOWED|FOUND)$/);
  for (const wrong of [
    { since: '2024-13-01' },
    { since: 'summer' },
    { reason: 'short' },
    { reason: 'x'.repeat(301) },
  ])
    expect(codeOf(await api.ask(declare({ ...declared, ...wrong }), { as: lead }))).toBe('BAD_REQUEST');
  const done = await api.ask(declare(declared), { as: lead });
  expect(done.data).toEqual({
    decideBreak: {
      key: 'feed',
      breaks: [{ since: '2024-07-01', reason: 'A new form asks less', state: 'declared', decidedBy: 'Lead' }],
    },
  });
  const back = await api.ask(declare({ since: '2024-07-01', changed: false }), { as: lead });
  expect((back.data as { decideBreak: object }).decideBreak).toMatchObject({
    breaks: [{ state: 'refused' }],
  });
});
