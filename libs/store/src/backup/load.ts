import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

import { endClient, openClient } from '../connections.js';
import { MIGRATIONS } from '../migrations/index.js';
import { columnList, hubTables, lastMigration, type HubSequence, type HubTable } from './hub-tables.js';

/** What a backup has of one table. */
export interface TableRows {
  name: string;
  columns: string[];
  /** In COPY's text format. */
  open(): Readable;
}

/** Whether a hub may be restored into a database: `used` holds something, `newer` was brought further than the backup was. */
export type Target = 'ready' | 'used' | 'newer' | 'unknown-version';

/** Rows in any of these make a hub somebody's own. */
const OWN = ['engagement.agency', 'intake.source', 'intake.delivery', 'access.account', 'audit.event'];

/** Who was signed in when the backup was made may have been shut out since. */
const LETS_IN = ['access.session', 'access.sign_in_link'];

/** @param migration name of the last migration of the backup */
export async function lookAtTarget(adminUrl: string, migration: string): Promise<Target> {
  const names = MIGRATIONS.map((each) => new each().name);
  if (!names.includes(migration)) return 'unknown-version';
  return inTransaction(adminUrl, async (client) => {
    const last = await lastMigration(client);
    if (last === null) return 'ready';
    await client.query('SET LOCAL ROLE hub_owner');
    for (const table of OWN) if (await holdsRows(client, table)) return 'used';
    return names.indexOf(last) > names.indexOf(migration) ? 'newer' : 'ready';
  });
}

async function holdsRows(client: pg.Client, table: string): Promise<boolean> {
  const there = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    table,
  ]);
  if (!there.rows[0]?.there) return false;
  return (await client.query(`SELECT FROM ${table} LIMIT 1`)).rows.length > 0;
}

/**
 * Puts the rows of a backup into a database of the backup's own version that holds nothing of anybody's: all of it or nothing.
 * Works as `hub_owner`, so that no superuser is needed: triggers that guard rows against change rest meanwhile, and references
 * are checked as ever, each table coming after those that it refers to. Nobody is signed in afterwards, and no sign-in link opens.
 * @param adminUrl a login that may act as `hub_owner`
 * @throws Error where the backup's tables are not those of the database
 */
export async function loadTables(
  adminUrl: string,
  backup: { tables: readonly TableRows[]; sequences: readonly HubSequence[] },
): Promise<void> {
  await inTransaction(adminUrl, async (client) => {
    await client.query('SET LOCAL ROLE hub_owner');
    const tables = await hubTables(client);
    const given = new Map(backup.tables.map((each) => [each.name, each]));
    expectSameTables(tables, given);
    const names = tables.map(({ name }) => name);
    const secured = await guarded(client);
    // A COPY is refused where policies bind, and what migrations planted is in the backup too.
    for (const name of names) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
    for (const name of secured) await client.query(`ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY`);
    await client.query(`TRUNCATE ${names.join(', ')}`);
    for (const table of tables) await copyIn(client, table, given.get(table.name)!);
    for (const name of secured) await client.query(`ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`);
    for (const name of names) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
    for (const { name, value, called } of backup.sequences)
      await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [name, value, called]);
    for (const table of LETS_IN) await client.query(`DELETE FROM ${table}`);
  });
}

async function copyIn(client: pg.Client, { name }: HubTable, rows: TableRows): Promise<void> {
  await pipeline(rows.open(), client.query(copyFrom(`COPY ${name} (${columnList(rows)}) FROM STDIN`)));
}

function expectSameTables(tables: readonly HubTable[], given: ReadonlyMap<string, TableRows>): void {
  const shape = ({ name, columns }: { name: string; columns: string[] }): string =>
    `${name} (${[...columns].sort().join(', ')})`;
  const here = tables.map(shape).sort();
  const there = [...given.values()].map(shape).sort();
  const strange = here.find((each) => !there.includes(each)) ?? there.find((each) => !here.includes(each));
  if (strange) throw new Error(`the backup and this version do not agree about ${strange.split(' ')[0]}`);
}

async function guarded(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relforcerowsecurity AND n.nspowner = 'hub_owner'::regrole ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

async function inTransaction<T>(adminUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await openClient(adminUrl);
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } finally {
    await endClient(client); // an open transaction is rolled back
  }
}
