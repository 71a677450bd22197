import type pg from 'pg';

/** A table of the hub's, as a backup holds it. */
export interface HubTable {
  /** `schema.table`. */
  name: string;
  /** In the table's own order; generated ones are left out. */
  columns: string[];
  /** Other tables whose rows must be there before this one's. */
  after: string[];
}

/** What a sequence (of an identity column) would give next. */
export interface HubSequence {
  /** `schema.sequence`. */
  name: string;
  /** A bigint as text. */
  value: string;
  called: boolean;
}

const QUOTED = (schema: string, name: string): string =>
  `quote_ident(${schema}) || '.' || quote_ident(${name})`;

/**
 * Every table of the schemas that belong to `hub_owner`, each after those that it refers to. (The queue's own schema is the
 * worker's: what waits is asked for again at the next start.)
 * @throws Error where tables refer to each other in a ring
 */
export async function hubTables(client: pg.Client): Promise<HubTable[]> {
  const { rows } = await client.query<HubTable>(
    `SELECT ${QUOTED('n.nspname', 'c.relname')} AS name,
       (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
       (SELECT coalesce(array_agg(DISTINCT ${QUOTED('fn.nspname', 'fc.relname')}), '{}') FROM pg_constraint f
        JOIN pg_class fc ON fc.oid = f.confrelid JOIN pg_namespace fn ON fn.oid = fc.relnamespace
        WHERE f.contype = 'f' AND f.conrelid = c.oid AND f.confrelid <> c.oid) AS after
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspowner = 'hub_owner'::regrole ORDER BY 1`,
  );
  return inOrder(rows);
}

function inOrder(tables: readonly HubTable[]): HubTable[] {
  const ordered: HubTable[] = [];
  const placed = new Set<string>();
  while (ordered.length < tables.length) {
    const ready = tables.filter(
      ({ name, after }) => !placed.has(name) && after.every((other) => placed.has(other)),
    );
    if (ready.length === 0) throw new Error('tables of the hub refer to each other in a ring');
    for (const table of ready) placed.add(table.name);
    ordered.push(...ready);
  }
  return ordered;
}

/** Where every sequence of the hub's schemas stands; later than the snapshot at most, which leaves gaps and no doubles. */
export async function hubSequences(client: pg.Client): Promise<HubSequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT ${QUOTED('n.nspname', 'c.relname')} AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'S' AND n.nspowner = 'hub_owner'::regrole ORDER BY 1`,
  );
  const all: HubSequence[] = [];
  for (const { name } of rows) {
    const found = await client.query<{ value: string; called: boolean }>(
      `SELECT last_value::text AS value, is_called AS called FROM ${name}`,
    );
    all.push({ name, ...found.rows[0]! });
  }
  return all;
}

/** Name of the last migration that was run; null where none was. */
export async function lastMigration(client: pg.Client): Promise<string | null> {
  const there = await client.query<{ there: boolean }>(
    `SELECT to_regclass('hub_migration') IS NOT NULL AS there`,
  );
  if (!there.rows[0]?.there) return null;
  const { rows } = await client.query<{ name: string }>(
    'SELECT name FROM hub_migration ORDER BY timestamp DESC LIMIT 1',
  );
  return rows[0]?.name ?? null;
}

export const columnList = ({ columns }: Pick<HubTable, 'columns'>): string =>
  columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(', ');
