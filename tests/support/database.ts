import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { openEmbedded, type DatabaseServer, type DatabaseRole } from '#platform';
import { migrateQueue } from '#queue';
import { ensureLogins, migrate, openClient, openPool } from '#store';

/** A database of the test's own, with every migration applied and nothing in it. */
export interface TestDatabase {
  /** The superuser's address. */
  adminUrl: string;
  /** The address of one of the hub's roles: a real login, with its grants and no more. */
  urlFor(role: DatabaseRole): string;
  /** A pool of the superuser, which no row-level policy binds: for looking and for planting rows. */
  admin: pg.Pool;
  /** Drops the database. Close your own pools first; forgotten ones are cut off. */
  drop(): Promise<void>;
}

const TEMPLATE = 'hub_template';
let server: Promise<DatabaseServer> | undefined;

/**
 * A fresh database on the run's one embedded server (started by the first test that asks; not durable, so fast).
 * ```
 * let database: TestDatabase;
 * beforeAll(async () => void (database = await testDatabase()));
 * afterAll(() => database.drop());
 * ```
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { adminUrl, logins, urlFor } = await testServer();
  await onServer(adminUrl, (client) => ensureTemplate(client, adminUrl, logins));
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(adminUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`));
  const admin = openPool(on(adminUrl, name), 4);
  return {
    adminUrl: on(adminUrl, name),
    urlFor: (role) => on(urlFor(role), name),
    admin,
    drop: async () => {
      await admin.end();
      await onServer(adminUrl, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

/** The run's embedded server; each call of a test file gives the same one. Never stop it: the run's end does. */
export function testServer(): Promise<DatabaseServer> {
  const state = process.env.HUB_TEST_STATE;
  if (!state)
    throw new Error('HUB_TEST_STATE is not set: run the tests with the repository’s jest.config.js');
  return (server ??= openEmbedded(state, { durable: false }));
}

async function onServer<T>(adminUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await openClient(on(adminUrl, 'postgres'));
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Migrates once for the run; other test processes wait, for the template appears under its name when it is whole. */
async function ensureTemplate(
  client: pg.Client,
  adminUrl: string,
  logins: DatabaseServer['logins'],
): Promise<void> {
  await client.query('SELECT pg_advisory_lock(7)');
  const there = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [TEMPLATE]);
  if (there.rowCount) return;
  const part = `${TEMPLATE}_part`;
  await client.query(`DROP DATABASE IF EXISTS ${part} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${part}`);
  await migrate(on(adminUrl, part));
  await migrateQueue(on(adminUrl, part));
  await ensureLogins(on(adminUrl, part), logins);
  await client.query(`ALTER DATABASE ${part} RENAME TO ${TEMPLATE}`);
}

function on(address: string, database: string): string {
  const url = new URL(address);
  url.pathname = `/${database}`;
  return url.href;
}
