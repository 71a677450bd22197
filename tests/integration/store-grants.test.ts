import type pg from 'pg';
import { DATABASE_ROLES, type DatabaseRole } from '#platform';
import { Database, openPool, readCoderRun, releaseQuote } from '#store';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { agencyTables, plantRows, plantSession } from '../support/plant-rows.js';

const HUB_SCHEMAS = [
  'access',
  'audit',
  'intake',
  'engagement',
  'vault',
  'linkage',
  'coding',
  'facts',
  'decisions',
  'reports',
  'public',
];

let database: TestDatabase;
/** Tables that hold a row of agency-a and one of agency-b. */
let planted: string[];
const pools = new Map<DatabaseRole, pg.Pool>();

beforeAll(async () => {
  database = await testDatabase();
  planted = await plantRows(database.admin, ['agency-a', 'agency-b']);
  for (const role of DATABASE_ROLES) pools.set(role, openPool(database.urlFor(role), 1));
});
afterAll(async () => {
  await Promise.all([...pools.values()].map((pool) => pool.end()));
  await database.drop();
});

const as = (role: DatabaseRole): pg.Pool => pools.get(role) as pg.Pool;

/** true where the role may; false where it is refused for want of a right; anything else is a fault of the test. */
async function may(role: DatabaseRole, sql: string): Promise<boolean> {
  try {
    await as(role).query(sql);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return false;
    throw error;
  }
}

async function list(sql: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await database.admin.query<{ name: string }>(sql, values);
  return rows.map(({ name }) => name);
}

const relations = (kinds = ['r', 'p', 'v', 'm']): Promise<string[]> =>
  list(
    `SELECT format('%s.%s', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ANY ($1) AND c.relkind = ANY ($2) ORDER BY 1`,
    [HUB_SCHEMAS, kinds],
  );

/** Relations of which the role may read at least one column, found out by reading each. */
async function readable(role: DatabaseRole): Promise<string[]> {
  const columns = await list(
    `SELECT format('%s.%s.%I', n.nspname, c.relname, a.attname) AS name
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE n.nspname = ANY ($1) AND c.relkind IN ('r', 'p', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped`,
    [HUB_SCHEMAS],
  );
  const client = await as(role).connect();
  await client.query(`SELECT set_config('hub.columns', $1, false), set_config('hub.read', '', false)`, [
    columns.join(),
  ]);
  await client.query(`DO $$ DECLARE path text[]; name text; BEGIN
    FOREACH name IN ARRAY string_to_array(current_setting('hub.columns'), ',') LOOP
      path := string_to_array(name, '.');
      BEGIN
        EXECUTE format('SELECT %s FROM %s.%s LIMIT 0', path[3], path[1], path[2]);
        PERFORM set_config('hub.read', current_setting('hub.read') || ',' || path[1] || '.' || path[2], false);
      EXCEPTION WHEN insufficient_privilege THEN NULL;
      END;
    END LOOP; END $$`);
  const { rows } = await client.query<{ read: string }>(`SELECT current_setting('hub.read') AS read`);
  client.release(true);
  return [...new Set((rows[0]?.read ?? '').split(',').filter(Boolean))].sort();
}

/** Relations that the role may change in some way, as the catalogue tells. */
const writable = (role: DatabaseRole): Promise<string[]> =>
  list(
    `SELECT format('%s.%s', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ANY ($2) AND c.relkind = ANY ('{r,p,v}')
        AND (has_table_privilege($1, c.oid, 'INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER')
             OR has_any_column_privilege($1, c.oid, 'INSERT,UPDATE,REFERENCES')) ORDER BY 1`,
    [`hub_${role}`, HUB_SCHEMAS],
  );

const executable = (role: DatabaseRole): Promise<string[]> =>
  list(
    `SELECT format('%s.%s', n.nspname, p.proname) AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname = ANY ($2) AND has_function_privilege($1, p.oid, 'EXECUTE')
        AND has_schema_privilege($1, n.oid, 'USAGE') ORDER BY 1`,
    [`hub_${role}`, HUB_SCHEMAS],
  );

describe('the role of intake', () => {
  it('reads and writes no table and runs five functions', async () => {
    expect(await readable('intake')).toEqual([]);
    expect(await writable('intake')).toEqual([]);
    expect(await executable('intake')).toEqual([
      'intake.answer_codes',
      'intake.check_key',
      'intake.delivery_status',
      'intake.receive',
      'intake.row_outcomes',
    ]);
  });
});

describe('the role of published figures', () => {
  it('reads and writes no table and runs functions of the facts only', async () => {
    expect(await readable('published')).toEqual([]);
    expect(await writable('published')).toEqual([]);
    const functions = await executable('published');
    expect(functions).toContain('facts.count_edition');
    expect(functions.filter((name) => !name.startsWith('facts.'))).toEqual([]);
    expect(functions.filter((name) => /working|count_cells|count_sql/.test(name))).toEqual([]);
  });

  it('is not shown working figures under the name of edition 0', async () => {
    await expect(as('published').query(`SELECT * FROM facts.count_edition(0, '{}', '{}')`)).rejects.toThrow(
      'working figures are not published',
    );
  });
});

describe('the vault', () => {
  it('is read in bulk by the linker alone', async () => {
    for (const role of DATABASE_ROLES) {
      const allowed = await may(role, 'SELECT family_name, email FROM vault.respondent');
      expect([role, allowed]).toEqual([role, role === 'linker' || role === 'owner']);
    }
  });

  it('opens to the worker for writing and taking back, not for reading', async () => {
    const columns = await list(
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = 'vault.respondent'::regclass AND attnum > 0
        AND has_column_privilege('hub_worker', attrelid, attnum, 'SELECT')`,
    );
    expect(columns).toEqual(['submission']);
    expect(await writable('worker')).toContain('vault.respondent');
    expect(await may('worker', 'UPDATE vault.respondent SET email = NULL')).toBe(false);
  });

  it('keeps codes likewise: read by the linker alone, written and taken back by the worker', async () => {
    for (const role of DATABASE_ROLES) {
      const allowed = await may(role, 'SELECT codes FROM vault.encoded');
      expect([role, allowed]).toEqual([role, role === 'linker' || role === 'owner']);
      const writes = (await writable(role)).includes('vault.encoded');
      expect([role, writes]).toEqual([role, role === 'worker' || role === 'owner']);
    }
  });

  it('is written by nobody else', async () => {
    for (const role of ['intake', 'linker', 'published', 'workbench'] as const) {
      expect([role, (await writable(role)).includes('vault.respondent')]).toEqual([role, false]);
    }
  });
});

describe('the linker', () => {
  it('reads no text: neither answers, nor raw deliveries, nor quarantine', async () => {
    const seen = await readable('linker');
    expect(seen).toContain('vault.respondent');
    expect(seen.filter((name) => /^(intake|coding|facts|access|audit)\./.test(name))).toEqual([]);
    expect(seen).not.toContain('engagement.answer');
  });
});

describe('the workbench', () => {
  it('reads neither vault, raw files, keys, accounts nor the audit, and writes nothing', async () => {
    const seen = await readable('workbench');
    expect(seen).toContain('engagement.submission');
    expect(seen.filter((name) => /^(vault|access|audit|facts)\./.test(name))).toEqual([]);
    expect(seen).not.toContain('intake.raw_file');
    expect(seen).not.toContain('intake.outbox');
    expect(await may('workbench', 'SELECT key_hash FROM intake.source')).toBe(false);
    expect(await may('workbench', 'SELECT pull_address FROM intake.source')).toBe(false);
    expect(await writable('workbench')).toEqual([]);
    expect((await executable('workbench')).filter((name) => name.startsWith('audit.'))).toEqual([]);
  });
});

describe('every role', () => {
  it('owns no right to make anything, or to pass by row-level security', async () => {
    const roles = DATABASE_ROLES.map((role) => `hub_${role}`);
    const mighty = await list(
      `SELECT rolname AS name FROM pg_roles WHERE rolname = ANY ($1)
        AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)`,
      [roles],
    );
    expect(mighty).toEqual([]);
    const makers = await list(
      `SELECT format('%s in %s', r.rolname, n.nspname) AS name FROM pg_roles r, pg_namespace n
        WHERE r.rolname = ANY ($1) AND r.rolname <> 'hub_owner' AND n.nspname = ANY ($2)
          AND has_schema_privilege(r.oid, n.oid, 'CREATE')`,
      [roles, HUB_SCHEMAS],
    );
    expect(makers).toEqual([]);
    const members = await list(
      `SELECT format('%s is a %s', m.rolname, g.rolname) AS name FROM pg_auth_members a
         JOIN pg_roles m ON m.oid = a.member JOIN pg_roles g ON g.oid = a.roleid WHERE m.rolname = ANY ($1)`,
      [roles],
    );
    expect(members).toEqual([]);
  });

  it('may touch no sequence, type or table of a schema that is not its own', async () => {
    for (const role of ['intake', 'published', 'linker', 'workbench'] as const) {
      await expect(as(role).query('SELECT * FROM bullmq.job')).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('functions that act as their owner', () => {
  it('belong to a role that is no superuser, look names up in the catalogue only, and are not for everybody', async () => {
    const weak = await list(
      `SELECT format('%s.%s', n.nspname, p.proname) AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
         JOIN pg_roles r ON r.oid = p.proowner
        WHERE n.nspname = ANY ($1) AND p.prosecdef
          AND (r.rolname <> 'hub_owner' OR NOT coalesce(p.proconfig @> '{search_path=pg_catalog}', false)
               OR EXISTS (SELECT FROM aclexplode(p.proacl) x WHERE x.grantee = 0))`,
      [HUB_SCHEMAS],
    );
    expect(weak).toEqual([]);
  });
});

describe('row-level security', () => {
  const sessions: Record<string, string> = {};
  beforeAll(async () => {
    for (const role of ['partner', 'analyst', 'reviewer', 'duty']) {
      sessions[role] = await plantSession(database.admin, [role], ['agency-a']);
    }
    sessions.nobody = await plantSession(database.admin, [], []);
  });

  /** Whose rows the workbench sees in a table under a session; null where it may not read the table at all. */
  async function seen(table: string, session: string | null): Promise<string[] | null> {
    const client = await as('workbench').connect();
    try {
      await client.query('BEGIN');
      if (session) await client.query(`SELECT set_config('hub.session', $1, true)`, [session]);
      const { rows } = await client.query<{ agency: string }>(`SELECT agency FROM ${table} ORDER BY 1`);
      return rows.map(({ agency }) => agency);
    } catch (error) {
      if ((error as { code?: string }).code === '42501') return null;
      throw error;
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  }

  async function seenEverywhere(session: string | null): Promise<Record<string, string[]>> {
    const everywhere: Record<string, string[]> = {};
    for (const table of planted) {
      const rows = await seen(table, session);
      if (rows) everywhere[table] = rows;
    }
    return everywhere;
  }

  it('is on, and forced upon the owner, wherever a table carries an agency', async () => {
    const open = await list(
      `SELECT name FROM unnest($1::text[]) AS name JOIN pg_class c ON c.oid = name::regclass
        WHERE NOT (c.relrowsecurity AND c.relforcerowsecurity)`,
      [await agencyTables(database.admin)],
    );
    expect(open).toEqual([]);
    expect(planted.length).toBeGreaterThan(20);
  });

  it('is not lost through views', async () => {
    expect(await relations(['m'])).toEqual([]);
    const leaky = await list(
      `SELECT format('%s.%s', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = ANY ($1) AND c.relkind = 'v'
          AND NOT coalesce(c.reloptions && '{security_invoker=true,security_invoker=on}', false)`,
      [HUB_SCHEMAS],
    );
    expect(leaky).toEqual([]);
  });

  it('shows no row without a session, under a made-up one, under an ended one, or to somebody without agencies', async () => {
    const ended = await plantSession(database.admin, ['partner', 'analyst', 'reviewer'], ['agency-a']);
    await database.admin.query(`UPDATE access.session SET expires_at = now() WHERE token_hash = $1`, [ended]);
    for (const session of [null, '', 'agency-a', ended, sessions.nobody ?? '']) {
      const everywhere = await seenEverywhere(session);
      expect(Object.keys(everywhere).length).toBeGreaterThan(10);
      expect(Object.values(everywhere).flat()).toEqual([]);
    }
  });

  it('shows a session its own agency’s rows and nobody else’s', async () => {
    for (const role of ['partner', 'analyst', 'reviewer']) {
      const rows = Object.values(await seenEverywhere(sessions[role] ?? null)).flat();
      expect(new Set(rows)).toEqual(new Set(['agency-a']));
    }
  });

  it('keeps answers, themes and people for analysts, and quarantined cells for partners', async () => {
    const partner = await seenEverywhere(sessions.partner ?? null);
    const analyst = await seenEverywhere(sessions.analyst ?? null);
    for (const table of [
      'engagement.answer',
      'engagement.demographic',
      'coding.assignment',
      'coding.human_coding',
      'coding.audit_sample',
      'coding.batch_item',
      'linkage.membership',
    ]) {
      expect([table, partner[table], analyst[table]]).toEqual([table, [], ['agency-a']]);
    }
    const duty = await seenEverywhere(sessions.duty ?? null);
    const flagged = 'coding.safeguarding';
    expect([partner[flagged], analyst[flagged], duty[flagged]]).toEqual([[], [], ['agency-a']]);
    expect([partner['intake.quarantine'], analyst['intake.quarantine']]).toEqual([['agency-a'], []]);
  });

  it('forgets the session with its transaction', async () => {
    expect(await seen('engagement.submission', sessions.analyst ?? null)).toEqual(['agency-a']);
    expect(await seen('engagement.submission', null)).toEqual([]);
  });

  it('names submissions of the own agencies alone as examples of what a model would change', async () => {
    const { rows: held } = await database.admin.query<{ id: string; agency: string }>(
      'SELECT id, agency FROM engagement.submission ORDER BY agency',
    );
    const examples = held.map(({ id }) => ({ submission: id, gained: ['lighting'], lost: [] }));
    expect(new Set(held.map(({ agency }) => agency))).toEqual(new Set(['agency-a', 'agency-b']));
    const { rows: runs } = await database.admin.query<{ id: number }>(
      `INSERT INTO coding.run (kind, actor, comparison) VALUES ('train', 'test', $1) RETURNING id::int AS id`,
      [JSON.stringify({ compared: 2, examples })],
    );
    const db = await Database.open(database.urlFor('workbench'));
    const shown = (session: string | undefined): Promise<unknown> =>
      db.transaction(async (tx) => (await readCoderRun(tx, runs[0]!.id))?.comparison, session);
    const own = held.filter(({ agency }) => agency === 'agency-a').map(({ id }) => id);
    expect(await shown(sessions.analyst)).toEqual({
      compared: 2,
      examples: examples.filter(({ submission }) => own.includes(submission)),
    });
    expect(await shown(sessions.partner)).toBeNull();
    expect(await shown('')).toBeNull();
    await db.close();
    expect(await may('workbench', 'SELECT comparison FROM coding.run')).toBe(false);
  });

  it('lets an analyst alone release quotes, of the own agencies, in the own name', async () => {
    const { rows } = await database.admin.query<{ id: string }>(
      'SELECT id FROM engagement.submission ORDER BY agency',
    );
    const [own, others] = [rows[0]!.id, rows[1]!.id];
    // A quote is words of the comment.
    await database.admin.query(
      `UPDATE engagement.answer SET submission = $1, text = 'More lamps. Lamps, please' WHERE agency = 'agency-a'`,
      [own],
    );
    const db = await Database.open(database.urlFor('workbench'));
    const release = (session: string | undefined, submission: string): Promise<boolean> =>
      db.transaction((tx) => releaseQuote(tx, submission, 'Lamps, please'), session);
    expect(await release(sessions.analyst, own)).toBe(true);
    expect(await release(sessions.analyst, others)).toBe(false);
    await expect(release(sessions.partner, own)).rejects.toThrow('only an analyst codes');
    await expect(release('', own)).rejects.toThrow('only an analyst codes');
    await db.close();
    const signed = `planted ${sessions.analyst!.slice(0, 8)}`;
    const kept = await database.admin.query(
      `SELECT submission, agency, actor FROM coding.released_quote WHERE text = 'Lamps, please'`,
    );
    expect(kept.rows).toEqual([{ submission: own, agency: 'agency-a', actor: signed }]);
    const written = await database.admin.query(
      `SELECT actor, agency, subject FROM audit.event WHERE action = 'quote-released'`,
    );
    expect(written.rows).toEqual([{ actor: signed, agency: 'agency-a', subject: own }]);
  });

  it('lets an analyst alone sign comments, of the own agencies, in the own name', async () => {
    await database.admin.query(
      `INSERT INTO coding.codebook (code, version, document) SELECT DISTINCT codebook, 1, '{"themes": []}'::jsonb FROM coding.coded ON CONFLICT DO NOTHING`,
    );
    const { rows } = await database.admin.query<{ id: string; agency: string }>(
      'SELECT id, agency FROM engagement.submission ORDER BY agency',
    );
    const sign = async (session: string | undefined, submission: string | undefined): Promise<unknown> => {
      const client = await as('workbench').connect();
      try {
        await client.query('BEGIN');
        await client.query(`SELECT set_config('hub.session', $1, true)`, [session]);
        const { rows: signed } = await client.query<{ id: string | null }>(
          `SELECT coding.sign_comment($1, 'training', 'first', 'none', '{}', '') AS id`,
          [submission],
        );
        const made = signed[0]?.id;
        if (!made) return null;
        const kept = await client.query(
          'SELECT agency, coder, outcome FROM coding.human_coding WHERE id = $1',
          [made],
        );
        return kept.rows[0];
      } finally {
        await client.query('ROLLBACK');
        client.release();
      }
    };
    const [own, others] = [rows[0]?.id, rows[1]?.id];
    expect(await sign(sessions.analyst, own)).toMatchObject({
      agency: 'agency-a',
      coder: expect.stringMatching(/^planted /),
      outcome: 'none',
    });
    expect(await sign(sessions.analyst, others)).toBeNull();
    await expect(sign(sessions.partner, own)).rejects.toThrow('only an analyst codes');
    await expect(sign('', own)).rejects.toThrow('only an analyst codes');
  });

  it('opens the vault to a reviewer one respondent at a time, of the own agency, and writes it down', async () => {
    const { rows } = await database.admin.query<{ submission: string; agency: string }>(
      'SELECT submission, agency FROM vault.respondent ORDER BY agency',
    );
    const read = async (session: string, submission: string | undefined): Promise<unknown> => {
      const client = await as('workbench').connect();
      await client.query('BEGIN');
      await client.query(`SELECT set_config('hub.session', $1, true)`, [session]);
      const answer = await client.query<{ read: unknown }>(
        `SELECT vault.read($1, 'asked by the person') AS read`,
        [submission],
      );
      await client.query('COMMIT');
      client.release();
      return answer.rows[0]?.read ?? null;
    };
    const own = rows.find(({ agency }) => agency === 'agency-a')?.submission;
    const other = rows.find(({ agency }) => agency === 'agency-b')?.submission;
    expect(await read(sessions.reviewer ?? '', own)).toMatchObject({ submission: own });
    expect(await read(sessions.reviewer ?? '', other)).toBeNull();
    expect(await read(sessions.analyst ?? '', own)).toBeNull();
    const written = await list(
      `SELECT subject AS name FROM audit.event WHERE action = 'vault-read' ORDER BY id`,
    );
    expect(written).toEqual([own, other]);
  });
});

describe('what is never changed', () => {
  it.each([
    ['a raw delivery', `UPDATE intake.raw_file SET name = 'other'`],
    ['a raw delivery', `UPDATE intake.raw_file SET content = '\\x00'`],
    ['an erased delivery', `UPDATE intake.raw_file SET content = NULL, content_hash = 'other'`],
    ['a raw delivery', 'DELETE FROM intake.raw_file'],
    ['a raw delivery', 'TRUNCATE intake.raw_file'],
    ['an audited event', `UPDATE audit.event SET actor = 'other'`],
    ['an audited event', 'DELETE FROM audit.event'],
    ['an audited event', 'TRUNCATE audit.event'],
  ])('stays even before its owner: %s (%s)', async (_, sql) => {
    await expect(as('owner').query(sql)).rejects.toThrow(/never (edited|changed)/);
  });
});

test('what the noise of figures hangs on is read by the worker alone, who releases them, and by nobody who answers', async () => {
  const readers: DatabaseRole[] = [];
  for (const role of DATABASE_ROLES) if (await may(role, 'SELECT facts.noise_secret()')) readers.push(role);
  expect(readers).toEqual(['owner', 'worker']);
});
