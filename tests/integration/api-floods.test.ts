import { LIMITS } from '../../apps/api/src/limits/kinds.js';
import { pressSignIn } from '../support/graphql.js';
import { idOf, plantHub } from '../support/small-hub.js';
import { codeOf, startApi, type TestApi } from './api-server.js';

const MINE = idOf('submission', 0); // of agency `city`
const READ = `query ($id: ID!) { respondent(submission: $id, reason: "a check") { submission } }`;
/** What each address that the proxy names is told; the proxy is this machine. */
const from = (address: string): Record<string, string> => ({ 'x-forwarded-for': address });

let api: TestApi;
beforeAll(async () => {
  const plant: Parameters<typeof startApi>[0] = async ({ admin }) => {
    await plantHub(admin, { submissions: 40, people: 20 });
    await admin.query(
      `INSERT INTO vault.respondent (submission, agency, source, given_name) VALUES ($1, 'city', 'city', 'Zebedee')`,
      [MINE],
    );
  };
  api = await startApi(plant, [], ['127.0.0.1']);
});
afterAll(() => api?.stop());

const vaultReads = async (): Promise<number> => {
  const { rows } = await api.database.admin.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM audit.event WHERE action = 'vault-read'`,
  );
  return rows[0]!.n;
};

test('identities are opened as often as a person looks at them, and no oftener; a colleague goes on', async () => {
  const reviewer = await api.signIn('Reviewer', ['reviewer'], ['city']);
  const colleague = await api.signIn('Colleague', ['reviewer'], ['city']);
  for (let n = 0; n < LIMITS.identity.session; n++)
    expect(codeOf(await api.ask(READ, { variables: { id: MINE }, as: reviewer }))).toBeNull();
  const read = await vaultReads();
  const refused = await fetch(`${api.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: reviewer },
    body: JSON.stringify({ query: READ, variables: { id: MINE } }),
  });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60);
  expect(await refused.json()).toMatchObject({
    data: { respondent: null },
    errors: [{ extensions: { code: 'BUSY', detail: 'too-many' } }],
  });
  expect(await vaultReads()).toBe(read);
  // Other work goes on, and so does everybody else’s.
  expect((await api.ask('{ viewer { name } }', { as: reviewer })).data.viewer.name).toBe('Reviewer');
  const theirs = await api.ask(READ, { variables: { id: MINE }, as: colleague });
  expect(theirs.data.respondent).toEqual({ submission: MINE });
});

test('guesses at sign-in links end soon, with the time to come back; another address and whoever is in go on', async () => {
  const analyst = await api.signIn('Analyst', ['analyst'], ['city']);
  const link = `${api.address}/sign-in?token=${await api.link('Analyst')}`;
  const guess = `${api.address}/sign-in?token=${'A'.repeat(43)}`;
  const answers: number[] = [];
  for (let n = 0; n < LIMITS['sign-in'].address; n++)
    answers.push((await pressSignIn(guess, from('198.51.100.7'))).status);
  expect(new Set(answers)).toEqual(new Set([403]));
  // Not even a link that works is tried from there now; it is not used up.
  const refused = await pressSignIn(link, from('198.51.100.7'));
  expect([refused.status, Number(refused.headers.get('retry-after')) > 60]).toEqual([429, true]);
  expect((await api.ask('{ viewer { name } }', { as: analyst })).data.viewer.name).toBe('Analyst');
  expect((await pressSignIn(link, from('198.51.100.8'))).status).toBe(303);
});
