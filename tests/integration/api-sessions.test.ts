import { codeOf, startApi, type TestApi } from './api-server.js';
import { plantHub } from '../support/small-hub.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi(({ admin }) => plantHub(admin, { submissions: 8, people: 8 }));
});
afterAll(() => api?.stop());

const OWN = '{ ownSessions { id here beganAt lastUsedAt endsAt } }';
interface Told {
  id: string;
  here: boolean;
}
const own = async (as: string): Promise<Told[]> => (await api.ask(OWN, { as })).data.ownSessions;
const end = (id: string, as: string) =>
  api.ask('mutation ($id: ID!) { endSession(id: $id) }', { variables: { id }, as });
const viewer = async (as: string) => (await api.ask('{ viewer { name } }', { as })).data.viewer;

test('somebody who is signed in sees where, and ends a session left open elsewhere; it is recorded', async () => {
  const here = await api.signIn('Ann', ['analyst'], ['city']);
  const elsewhere = await api.signIn('Ann', ['analyst'], ['city']);
  const other = await api.signIn('Ben', ['partner'], ['city']);
  const sessions = await own(here);
  expect(sessions.map((session) => session.here).sort()).toEqual([false, true]);
  expect(JSON.stringify(sessions)).not.toContain(here.split('=')[1]);
  // Not by somebody else, who sees the own one alone.
  expect(await own(other)).toHaveLength(1);
  const left = sessions.find((session) => !session.here)!;
  expect((await end(left.id, other)).data.endSession).toBe(false);
  expect(await viewer(elsewhere)).toEqual({ name: 'Ann' });
  expect((await end(left.id, here)).data.endSession).toBe(true);
  expect(await viewer(elsewhere)).toBeNull();
  expect(await viewer(here)).toEqual({ name: 'Ann' });
  expect((await end(left.id, here)).data.endSession).toBe(false);
  const { rows } = await api.database.admin.query(
    `SELECT actor FROM audit.event WHERE action = 'session-ended' ORDER BY id`,
  );
  expect(rows).toEqual([{ actor: 'Ann' }]);
});

test('a session that was left for an hour is neither listed nor ends another', async () => {
  const here = await api.signIn('Eve', ['analyst'], ['city']);
  await api.signIn('Eve', ['analyst'], ['city']);
  await api.database.admin.query(
    `UPDATE access.session SET last_used = now() - interval '61 minutes' WHERE account_id = (SELECT id FROM access.account WHERE name = 'Eve')
       AND created_at = (SELECT max(created_at) FROM access.session s WHERE s.account_id = access.session.account_id)`,
  );
  expect(await own(here)).toHaveLength(1);
});

test('whoever is not signed in has no sessions, and only an administrator sees alarms', async () => {
  expect(codeOf(await api.ask(OWN))).toBe('NOT_SIGNED_IN');
  const partner = await api.signIn('Ben', ['partner'], ['city']);
  expect(codeOf(await api.ask('{ alarms { what } }', { as: partner }))).toBe('NOT_ALLOWED');
  for (let time = 0; time < 20; time += 1) await api.ask('{ alarms { what } }', { as: partner });
  const administrator = await api.signIn('Root', ['administrator'], ['city']);
  expect((await api.ask('{ alarms { what words times } }', { as: administrator })).data.alarms).toEqual([
    { what: 'not-allowed', words: 'Ben was refused 21 times what the account may not do', times: 21 },
  ]);
});
