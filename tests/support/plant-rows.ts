import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';

/** Values for columns whose constraints allow only some. */
const ALLOWED: Record<string, unknown> = {
  'access.role_held.role': 'partner',
  'engagement.series.kind': 'repeats',
  'engagement.agency.kind': 'council',
  'intake.delivery.way': 'push',
  'intake.row_outcome.outcome': 'accepted',
  'vault.encoded.kind': 'keys',
  'linkage.decision.verdict': 'same',
  'coding.assignment.decision': 'assign',
  'coding.assignment.source': 'rule',
  'coding.human_coding.purpose': 'training',
  'coding.human_coding.place': 'first',
  'coding.human_coding.outcome': 'none',
  'coding.audit_chance.chance': 0.5,
  'coding.batch_item.chosen_for': 'unsure',
  'coding.codebook_run.kind': 'group',
  'coding.answer_word.purpose': 'teach',
  'coding.answer_word.outcome': 'none',
  'coding.safeguarding_step.step': 'taken',
  'engagement.support.act': 'likes',
  'engagement.vote.value': 1,
  'engagement.recorded_count.month': '2024-05',
  'engagement.measured.selection': 'open',
  'engagement.measured.reason': 'planted for the test',
  'coding.hand_mask.reason': 'planted for the test',
  'coding.hand_mask.lift_reason': 'planted for the test',
};

interface Column {
  name: string;
  type: string;
  needed: boolean;
}

/** Tables of the hub's schemas that have an `agency` column, as `schema.table`, sorted. */
export async function agencyTables(admin: pg.Pool): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `SELECT format('%s.%s', n.nspname, c.relname) AS name
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relkind IN ('r', 'p') AND a.attname = 'agency' AND NOT a.attisdropped
        AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'public', 'bullmq')
      ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/**
 * Plants one row of each agency in every table that has an `agency` column, whatever its other columns, past foreign
 * keys and triggers: what is planted makes no sense beyond whose it is. A table added tomorrow is planted too.
 */
export async function plantRows(admin: pg.Pool, agencies: string[]): Promise<string[]> {
  const tables = await agencyTables(admin);
  const client = await admin.connect();
  try {
    await client.query('SET session_replication_role = replica');
    for (const table of tables) {
      for (const agency of agencies) await plantOne(client, table, agency);
    }
    await client.query('RESET session_replication_role');
  } finally {
    client.release();
  }
  return tables;
}

async function plantOne(client: pg.PoolClient, table: string, agency: string): Promise<void> {
  const { rows: columns } = await client.query<Column>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type,
            attname LIKE 'agency%' OR (attnotnull AND NOT atthasdef AND attidentity = '') AS needed
       FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [table],
  );
  const needed = columns.filter((column) => column.needed);
  const values = needed.map(({ name, type }) =>
    name.startsWith('agency') ? agency : (ALLOWED[`${table}.${name}`] ?? valueOf(type, name)),
  );
  const names = needed.map(({ name }) => `"${name}"`).join(', ');
  const places = values.map((_, index) => `$${index + 1}`).join(', ');
  await client.query(`INSERT INTO ${table} (${names}) VALUES (${places})`, values);
}

/** No number is planted twice: two that are drawn meet now and then, and a key that is one number takes it once. */
let number = 0;

function valueOf(type: string, name: string): unknown {
  // Pairs are kept in order.
  if (type === 'uuid')
    return name === 'a' ? randomUUID().replace(/^./, '0') : randomUUID().replace(/^./, 'f');
  if (type.endsWith('[]')) return [];
  if (/^(bigint|integer|smallint|numeric|real)/.test(type)) return (number += 1);
  if (type === 'boolean') return false;
  if (type === 'jsonb') return '{}';
  if (type === 'date' || type.startsWith('timestamp')) return '2024-01-01';
  if (type === 'bytea') return Buffer.alloc(1);
  return `planted-${randomBytes(4).toString('hex')}`;
}

/** Gives somebody a session. @returns what to set `hub.session` to */
export async function plantSession(admin: pg.Pool, roles: string[], agencies: string[]): Promise<string> {
  const session = createHash('sha256').update(randomBytes(16)).digest('hex');
  const { rows } = await admin.query<{ id: string }>(
    'INSERT INTO access.account (name) VALUES ($1) RETURNING id',
    [`planted ${session.slice(0, 8)}`],
  );
  await admin.query(
    `INSERT INTO access.role_held (account_id, role, agency)
     SELECT $1, r, CASE r WHEN 'administrator' THEN '*' ELSE a END FROM unnest($2::text[]) r, unnest($3::text[]) a`,
    [rows[0]?.id, roles, agencies],
  );
  await admin.query(
    `INSERT INTO access.session (token_hash, account_id, expires_at) VALUES ($1, $2, now() + interval '1 hour')`,
    [session, rows[0]?.id],
  );
  return session;
}
