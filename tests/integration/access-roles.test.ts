import type pg from 'pg';
import { ACCOUNT_ROLES } from '#domain';
import { migrate, openPool } from '#store';
import { testDatabase, testServer, type TestDatabase } from '../support/database.js';
import { plantRows, plantSession } from '../support/plant-rows.js';
import { generator } from '../support/generator.js';

let database: TestDatabase;
let planted: string[];
let workbench: pg.Pool;
beforeAll(async () => {
  database = await testDatabase();
  planted = await plantRows(database.admin, ['agency-a', 'agency-b']);
  workbench = openPool(database.urlFor('workbench'), 1);
});
afterAll(async () => {
  await workbench?.end();
  await database?.drop();
});

/** Runs in one transaction under a session, and takes back what it did. */
async function under<T>(session: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await workbench.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SELECT set_config('hub.session', $1, true)`, [session]);
    return await work(client);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

/** Agencies whose rows a session sees in a table; null where the workbench may not read the table at all. */
const seen = (session: string, table: string): Promise<string | null> =>
  under(session, async (client) => {
    try {
      const { rows } = await client.query<{ agency: string }>(
        `SELECT DISTINCT agency FROM ${table} ORDER BY 1`,
      );
      return rows.map(({ agency }) => agency.replace('agency-', '')).join('');
    } catch (error) {
      if ((error as { code?: string }).code === '42501') return null;
      throw error;
    }
  });

/** A session with rights of its own: role by agency. */
async function sessionOf(rights: [role: string, agency: string][]): Promise<string> {
  const session = await plantSession(database.admin, [], []);
  await database.admin.query(
    `INSERT INTO access.role_held (account_id, role, agency)
     SELECT s.account_id, r.role, r.agency FROM access.session s, jsonb_to_recordset($2) AS r(role text, agency text) WHERE s.token_hash = $1`,
    [session, JSON.stringify(rights.map(([role, agency]) => ({ role, agency })))],
  );
  return session;
}

const EVERYBODYS = [
  'decisions.action',
  'decisions.decision',
  'decisions.evidence',
  'decisions.plan_priority',
  'decisions.promise',
  'decisions.quote',
  'decisions.version',
  'engagement.engagement',
  'engagement.question',
  'engagement.statement',
  'intake.agreement',
  'intake.source',
];
const DELIVERED = ['intake.delivery', 'intake.row_outcome', 'intake.source_mapping', 'intake.unused_cell'];
const COMMENTS = [
  'coding.assignment',
  'coding.audit_sample',
  'coding.batch_item',
  'coding.coded',
  'coding.human_coding',
  'engagement.answer',
  'engagement.demographic',
  'engagement.mention',
  'engagement.support',
  'engagement.vote',
];
/** A codebook of an agency: what it is, and what comments stand behind it. */
const OWN_CODEBOOKS = ['coding.coded_by', 'coding.codebook_run', 'coding.draft_theme', 'coding.own_codebook'];
const OWN_CODINGS = ['coding.answer_coded', 'coding.answer_word', 'coding.draft_mark', 'coding.draft_member'];
const MATCHING = ['linkage.decision', 'linkage.membership', 'linkage.pair'];

/** `HUB_TEST_MATRIX=1700`, as in `.ci/long`: over 100,000 cases of account, table and agency. */
const ACCOUNTS = Number(process.env.HUB_TEST_MATRIX ?? 150);

const pairsOf = (roles: readonly string[]): [role: string, agency: string][] =>
  roles.flatMap((role) => ['agency-a', 'agency-b'].map((agency): [string, string] => [role, agency]));

/** What each role reads of its agency, table by table: the whole matrix. A table that is added must be put here. */
const MATRIX: Record<string, string[]> = {
  partner: [
    ...EVERYBODYS,
    ...DELIVERED,
    'decisions.answer_code',
    'engagement.submission',
    'intake.quarantine',
  ],
  lead: [
    ...EVERYBODYS,
    ...DELIVERED,
    'coding.hand_mask',
    'coding.released_quote',
    'decisions.answer_word',
    'engagement.series',
    'engagement.series_break',
  ],
  analyst: [
    ...EVERYBODYS,
    ...DELIVERED,
    ...COMMENTS,
    ...MATCHING,
    ...OWN_CODEBOOKS,
    ...OWN_CODINGS,
    'coding.comment_index',
    'coding.emerging',
    'coding.emerging_scan',
    'coding.hand_mask',
    'coding.released_quote',
    'engagement.measured',
    'engagement.series',
    'engagement.series_break',
    'engagement.submission',
  ],
  editor: [...EVERYBODYS, ...OWN_CODEBOOKS],
  reviewer: [...EVERYBODYS, ...DELIVERED, ...MATCHING, 'engagement.submission'],
  officer: [...EVERYBODYS, 'decisions.answer_word'],
  duty: [...EVERYBODYS, 'coding.safeguarding', 'coding.safeguarding_step'],
};

describe('each role, by agency', () => {
  it.each(Object.keys(MATRIX))('%s reads these tables of its agency and no other', async (role) => {
    const session = await sessionOf([[role, 'agency-a']]);
    const rows = await Promise.all(
      planted.map(async (table) => [table, await seen(session, table)] as const),
    );
    const told = rows.filter(([, agencies]) => agencies !== null && agencies !== '');
    expect(told.map(([table]) => table).sort()).toEqual([...MATRIX[role]!].sort());
    expect(new Set(told.map(([, agencies]) => agencies))).toEqual(new Set(['a']));
  });

  it('an administrator reads no row of any agency, and every role stands in this matrix', async () => {
    expect([...Object.keys(MATRIX), 'administrator'].sort()).toEqual([...ACCOUNT_ROLES].sort());
    const session = await sessionOf([['administrator', '*']]);
    for (const table of planted) expect([table, (await seen(session, table)) || '']).toEqual([table, '']);
  });

  it('a partner here who is an analyst there is each in its place', async () => {
    const session = await sessionOf([
      ['partner', 'agency-a'],
      ['analyst', 'agency-b'],
    ]);
    expect(await seen(session, 'engagement.answer')).toBe('b');
    expect(await seen(session, 'intake.quarantine')).toBe('a');
    expect(await seen(session, 'engagement.submission')).toBe('ab');
    const { rows } = await database.admin.query<{ id: string }>(
      `SELECT id FROM engagement.submission WHERE agency = 'agency-a'`,
    );
    // The quote of an agency for which the session is a partner only.
    const released = await under(session, (client) =>
      client.query<{ released: boolean }>(`SELECT coding.release_quote($1, 'words') AS released`, [
        rows[0]!.id,
      ]),
    );
    expect(released.rows[0]!.released).toBe(false);
  });

  it(`mixed rights of ${ACCOUNTS} accounts read what each of them reads, and nothing besides`, async () => {
    const readable: string[] = [];
    const nobody = await sessionOf([]);
    for (const table of planted) if ((await seen(nobody, table)) !== null) readable.push(table);
    const everything = readable.map((table) => `SELECT DISTINCT '${table}' AS place, agency FROM ${table}`);
    const [pairs, random] = [pairsOf(Object.keys(MATRIX)), generator(7)];
    const wrong: string[] = [];
    for (let account = 0; account < ACCOUNTS; account += 1) {
      const rights = pairs.filter(() => random() < 0.2);
      const { rows } = await under(await sessionOf(rights), (client) =>
        client.query<{ place: string; agency: string }>(everything.join(' UNION ALL ')),
      );
      const read = new Set(rows.map(({ place, agency }) => `${place} of ${agency}`));
      const may = new Set(
        rights.flatMap(([role, agency]) => MATRIX[role]!.map((table) => `${table} of ${agency}`)),
      );
      for (const each of new Set([...read, ...may]))
        if (read.has(each) !== may.has(each)) wrong.push(`${rights.join(' and ')}: ${each}`);
    }
    expect(wrong).toEqual([]);
    // Each account against each table of each agency.
    expect(readable.length * 2 * ACCOUNTS).toBeGreaterThan(50 * ACCOUNTS);
  }, 600_000);

  it('whoever is on duty reads the comment that was flagged, and no other', async () => {
    const session = await sessionOf([['duty', 'agency-a']]);
    expect(await seen(session, 'engagement.answer')).toBe('');
    const { rows } = await database.admin.query<{ submission: string; agency: string }>(
      `SELECT submission, agency FROM engagement.answer ORDER BY agency`,
    );
    await database.admin.query('SET session_replication_role = replica');
    for (const { submission, agency } of rows)
      await database.admin.query(
        `INSERT INTO coding.safeguarding (submission, agency, kinds) VALUES ($1, $2, '{harm}')`,
        [submission, agency],
      );
    await database.admin.query('RESET session_replication_role');
    expect(await seen(session, 'engagement.answer')).toBe('a');
    expect(await seen(session, 'engagement.demographic')).toBe('');
    const handle = (as: string, submission: string): Promise<unknown> =>
      under(as, (client) =>
        client.query(`SELECT coding.handle_safeguarding($1, 'no-risk') AS did`, [submission]),
      ).then((answer) => answer.rows[0].did as boolean);
    expect(await handle(session, rows[0]!.submission)).toBe(true);
    expect(await handle(session, rows[1]!.submission)).toBe(false);
    const analyst = await sessionOf([['analyst', 'agency-a']]);
    await expect(handle(analyst, rows[0]!.submission)).rejects.toThrow('only who is on duty');
  });

  it('codebooks are changed by editors alone', async () => {
    const keep = (session: string): Promise<unknown> =>
      under(session, (client) => client.query(`SELECT coding.keep_codebook('{}', '{}', '{}')`));
    await expect(keep(await sessionOf([['analyst', 'agency-a']]))).rejects.toThrow('only an editor');
    // Beyond the right: what is no next version is not kept.
    await expect(keep(await sessionOf([['editor', 'agency-a']]))).resolves.toMatchObject({
      rows: [{ keep_codebook: false }],
    });
  });
});

describe('no rule asks for an agency without saying as what', () => {
  it('neither a function nor a policy but those of what every role sees', async () => {
    const { rows: functions } = await database.admin.query<{ name: string }>(
      `SELECT p.oid::regprocedure::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE n.nspname !~ '^pg_' AND p.prosrc LIKE '%session\\_agencies()%'`,
    );
    expect(functions.map(({ name }) => name)).toEqual([]);
    const { rows: policies } = await database.admin.query<{ name: string }>(
      `SELECT polrelid::regclass::text AS name FROM pg_policy WHERE pg_get_expr(polqual, polrelid) LIKE '%session\\_agencies()%' ORDER BY 1`,
    );
    expect(policies.map(({ name }) => name)).toEqual(EVERYBODYS);
  });
});

describe('accounts of a hub that had them before roles were by agency', () => {
  it('keep every right: an analyst also edits codebooks and is on duty, for the same agencies', async () => {
    const name = `before_roles_${process.pid}`;
    await database.admin.query(`CREATE DATABASE ${name}`);
    const url = new URL((await testServer()).adminUrl);
    url.pathname = `/${name}`;
    await migrate(url.href, 'SourcesOfPartners1700000000028');
    const old = openPool(url.href, 1);
    await old.query(
      `INSERT INTO access.account (name, roles, agencies) VALUES
       ('both', '{partner,analyst}', '{council,police}'), ('reviewer', '{reviewer}', '{council}'), ('nobody', '{}', '{council}')`,
    );
    await migrate(url.href);
    const { rows } = await old.query<{ name: string; held: string }>(
      `SELECT a.name, coalesce(string_agg(h.role || '@' || h.agency, ' ' ORDER BY h.agency, h.role), '') AS held
       FROM access.account a LEFT JOIN access.role_held h ON h.account_id = a.id GROUP BY 1 ORDER BY 1`,
    );
    expect(rows).toEqual([
      {
        name: 'both',
        held: ['council', 'police']
          .map((agency) =>
            ['analyst', 'duty', 'editor', 'partner'].map((role) => `${role}@${agency}`).join(' '),
          )
          .join(' '),
      },
      { name: 'nobody', held: '' },
      { name: 'reviewer', held: 'reviewer@council' },
    ]);
    await old.end();
    await database.admin.query(`DROP DATABASE ${name}`);
  });
});
