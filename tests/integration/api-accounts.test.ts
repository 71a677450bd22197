import { pressSignIn } from '../support/graphql.js';
import { plantHub } from '../support/small-hub.js';
import { codeOf, startApi, type TestApi } from './api-server.js';

let api: TestApi;
let administrator: string;
beforeAll(async () => {
  api = await startApi(({ admin }) => plantHub(admin, { submissions: 20, people: 10 }));
  administrator = await api.signIn('Ada Administrator', ['administrator'], []);
});
afterAll(() => api?.stop());

const SET = `mutation ($name: String!, $rights: [HeldRoleInput!]!) { setAccount(name: $name, rights: $rights) }`;
const set = (name: string, rights: { role: string; agency?: string }[], as = administrator) =>
  api.ask(SET, { variables: { name, rights }, as });
const ACCOUNTS = `{ accounts { accounts { name rights { role agency } signedIn signedInAt linkUntil endedAt endedBy } agencies { code } roles { role may } } }`;
interface Line {
  name: string;
  rights: { role: string; agency: string | null }[];
  signedIn: boolean;
  endedBy: string | null;
}
const lines = async (): Promise<Line[]> =>
  (await api.ask(ACCOUNTS, { as: administrator })).data.accounts.accounts;
const line = async (name: string): Promise<Line | undefined> =>
  (await lines()).find((one) => one.name === name);

test('an administrator makes an account, hands over a link, changes it and ends it; all of it is audited with the name', async () => {
  const made = await set('Lee Lead', [
    { role: 'LEAD', agency: 'city' },
    { role: 'PARTNER', agency: 'force' },
  ]);
  expect(made.data.setAccount).toBe(true);
  const link = await api.ask('mutation { makeSignInLink(name: "Lee Lead", minutes: 5) { path minutes } }', {
    as: administrator,
  });
  const pressed = await pressSignIn(api.address + link.data.makeSignInLink.path);
  const cookie = pressed.headers
    .getSetCookie()
    .find((one) => one.includes('hub_session='))!
    .split(';')[0]!;
  const viewer = '{ viewer { roles agencies { code } rights { role agency } } }';
  expect((await api.ask(viewer, { as: cookie })).data.viewer).toEqual({
    roles: ['LEAD', 'PARTNER'],
    agencies: [{ code: 'city' }, { code: 'force' }],
    rights: [
      { role: 'LEAD', agency: 'city' },
      { role: 'PARTNER', agency: 'force' },
    ],
  });
  expect(await line('Lee Lead')).toMatchObject({ signedIn: true, endedBy: null });
  // What is taken away is gone at once, also from a session that is open.
  await set('Lee Lead', [{ role: 'EDITOR', agency: 'city' }]);
  expect(codeOf(await api.ask('{ sources { nodes { code } } }', { as: cookie }))).toBe('NOT_ALLOWED');
  expect(
    (await api.ask('mutation { shutOut(name: "Lee Lead", forGood: true) }', { as: administrator })).data
      .shutOut,
  ).toBe(true);
  expect((await api.ask(viewer, { as: cookie })).data.viewer).toBeNull();
  expect(await line('Lee Lead')).toMatchObject({ rights: [], signedIn: false, endedBy: 'Ada Administrator' });
  const { rows } = await api.database.admin.query<{ action: string }>(
    `SELECT action FROM audit.event WHERE actor = 'Ada Administrator' AND action <> 'signed-in' ORDER BY id`,
  );
  expect(rows.map(({ action }) => action)).toEqual([
    'account-set',
    'sign-in-link-made',
    'account-set',
    'account-ended',
  ]);
});

test('what can’t be is refused in words: no role, an agency that is none, the own account, the last administrator', async () => {
  const refused = async (answer: ReturnType<typeof set>): Promise<[unknown, string | undefined]> => {
    const told = await answer;
    return [codeOf(told), told.errors[0]?.message];
  };
  expect(await refused(set('Nobody', []))).toEqual(['BAD_REQUEST', expect.stringContaining('needs a name')]);
  expect(await refused(set('Nobody', [{ role: 'ANALYST', agency: 'never' }]))).toEqual([
    'BAD_REQUEST',
    'There is no agency of that code.',
  ]);
  expect(await refused(set('Nobody', [{ role: 'ANALYST' }]))).toEqual([
    'BAD_REQUEST',
    'There is no agency of that code.',
  ]);
  expect(await refused(set('Ada Administrator', [{ role: 'ANALYST', agency: 'city' }]))).toEqual([
    'BAD_REQUEST',
    'Another administrator changes your own account.',
  ]);
  await expect(api.shutOut('Ada Administrator', true)).rejects.toThrow('last administrator');
  await set('Abe Administrator', [{ role: 'ADMINISTRATOR' }]);
  await api.shutOut('Abe Administrator', true);
  await expect(api.shutOut('Ada Administrator', true)).rejects.toThrow('last administrator');
  expect(await line('Nobody')).toBeUndefined();
});

test('accounts are an administrator’s alone, and an administrator opens no other door', async () => {
  const others = [
    await api.signIn('Ana Analyst', ['analyst', 'editor', 'lead', 'duty', 'officer'], ['city', 'force']),
    await api.signIn('Pat Partner', ['partner', 'reviewer'], ['city']),
  ];
  const doors = [
    ACCOUNTS,
    'mutation { shutOut(name: "Pat Partner") }',
    'mutation { makeSignInLink(name: "Ana Analyst") { path } }',
    'mutation { setAccount(name: "Pat Partner", rights: [{ role: ADMINISTRATOR }]) }',
  ];
  for (const as of others)
    for (const door of doors)
      expect([door, codeOf(await api.ask(door, { as }))]).toEqual([door, 'NOT_ALLOWED']);
  for (const door of doors) expect(codeOf(await api.ask(door))).toBe('NOT_SIGNED_IN');
  for (const door of [
    '{ submissions { nodes { id } } }',
    '{ nextComments(pile: BATCH) { submission } }',
    '{ safeguardingQueue { kinds } }',
    '{ sources { nodes { code } } }',
    '{ matches { nodes { a { submission } } } }',
    '{ workbench { codebook } }',
    'mutation { changeCodebook(change: { kind: ADD }) }',
  ])
    expect([door, codeOf(await api.ask(door, { as: administrator }))]).toEqual([
      door,
      door.includes('matches') ? expect.stringMatching(/NOT_ALLOWED|BAD_REQUEST/) : 'NOT_ALLOWED',
    ]);
});

test('two administrators who end each other in the same moment leave one', async () => {
  const bea = await api.signIn('Bea Administrator', ['administrator'], []);
  const end = (name: string, as: string) =>
    api.ask(`mutation { shutOut(name: "${name}", forGood: true) }`, { as });
  await Promise.all([end('Bea Administrator', administrator), end('Ada Administrator', bea)]);
  const { rows } = await api.database.admin.query(
    `SELECT name FROM access.account a JOIN access.role_held h ON h.account_id = a.id WHERE h.role = 'administrator' AND ended_at IS NULL`,
  );
  expect(rows).toHaveLength(1);
});
