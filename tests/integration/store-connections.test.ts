import { setTimeout as sleep } from 'node:timers/promises';

import { isPassing } from '#queue';
import { Database, openClient, openPool } from '#store';

import { testDatabase, type TestDatabase } from '../support/database.js';
import { silentProxy, through, type SilentProxy } from '../support/silent-proxy.js';

/** As the product's, but quick. */
const PATIENCE = { silentMs: 300, askMs: 1_000 };

let database: TestDatabase;
let proxy: SilentProxy;
let db: Database;

beforeAll(async () => {
  database = await testDatabase();
  proxy = await silentProxy({ port: Number(new URL(database.adminUrl).port) });
  db = await Database.open(through(database.urlFor('worker'), proxy), { poolSize: 2, patience: PATIENCE });
});
afterAll(async () => {
  await db?.close();
  await proxy?.stop();
  await database?.drop();
});
afterEach(() => proxy.turn('open'));

/** Ends every connection of the database but the asker's, as a server does that is told to stop. */
const endAll = (): Promise<unknown> =>
  database.admin.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );

/** What nobody caught while the work was done; Jest reports it under whichever test runs. */
async function uncaught(work: () => Promise<void>): Promise<unknown[]> {
  const caught: unknown[] = [];
  const before = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException').on('uncaughtException', (error) => caught.push(error));
  try {
    await work();
    await sleep(200);
  } finally {
    process.removeAllListeners('uncaughtException');
    for (const listener of before) process.on('uncaughtException', listener);
  }
  return caught;
}

describe('a server that ends its connections', () => {
  it('is told to let go of what a vanished process holds', async () => {
    const asked = `SELECT current_setting('tcp_keepalives_idle') AS idle, current_setting('tcp_keepalives_count') AS probes`;
    const client = await openClient(database.urlFor('worker'));
    expect((await client.query(asked)).rows).toEqual([{ idle: '30', probes: '3' }]);
    expect(await db.query(asked)).toEqual([{ idle: '30', probes: '3' }]);
    await client.end();
  });

  it('ends no process: neither by one of a pool, lent or not, nor by one alone', async () => {
    const pool = openPool(database.urlFor('worker'), 2);
    const lent = await pool.connect();
    await pool.query('SELECT 1');
    const alone = await openClient(database.urlFor('worker'));
    expect(await uncaught(async () => void (await endAll()))).toEqual([]);
    lent.release();
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await Promise.all([pool.end(), alone.end()]);
  });
});

describe('a connection that is half open', () => {
  it('fails what is asked on it as something that passes, and the next question is answered', async () => {
    await db.query('SELECT 1');
    proxy.turn('half-open');
    const error = await db.query('SELECT 1').catch((fault: unknown) => fault);
    expect(error).toMatchObject({ code: 'ETIMEDOUT' });
    expect(isPassing(error)).toBe(true);
    expect(await db.query('SELECT 2 AS two')).toEqual([{ two: 2 }]);
  });

  it('tells of all that went the same way, so that nobody finds out about each', async () => {
    await Promise.all([db.query('SELECT 1 FROM pg_sleep(0.1)'), db.query('SELECT 1 FROM pg_sleep(0.1)')]);
    proxy.turn('half-open');
    await expect(db.query('SELECT 1')).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    // One of the dead would fail, never answer late.
    expect(await db.query('SELECT 2 AS two')).toEqual([{ two: 2 }]);
    expect(await db.query('SELECT 3 AS three')).toEqual([{ three: 3 }]);
  });

  it('tells of those of other pools too', async () => {
    const other = await Database.open(through(database.urlFor('linker'), proxy), { patience: PATIENCE });
    await Promise.all([db.query('SELECT 1'), other.query('SELECT 1')]);
    proxy.turn('half-open');
    await expect(db.query('SELECT 1')).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    expect(await other.query('SELECT 2 AS two')).toEqual([{ two: 2 }]);
    await other.close();
  });

  it('rolls back what was in a transaction, and fails it whole', async () => {
    await database.admin.query(
      'CREATE TABLE IF NOT EXISTS public.half (x int); GRANT USAGE ON SCHEMA public TO hub_worker; GRANT ALL ON public.half TO hub_worker',
    );
    const work = db.transaction(async (tx) => {
      await tx.query('INSERT INTO public.half VALUES (1)');
      proxy.turn('half-open');
      await tx.query('INSERT INTO public.half VALUES (2)');
    });
    await expect(work).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    expect((await db.query('SELECT * FROM public.half')).length).toBe(0);
  });

  it('is told from a server that works long in silence', async () => {
    const began = Date.now();
    expect(await db.query(`SELECT 'done' AS it FROM pg_sleep(2)`)).toEqual([{ it: 'done' }]);
    expect(Date.now() - began).toBeGreaterThan(5 * PATIENCE.silentMs);
  });

  it('is noticed where the server is out of reach altogether, and work goes on once it is back', async () => {
    await db.query('SELECT 1');
    proxy.turn('silent');
    await expect(db.query('SELECT 1')).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    proxy.turn('open');
    expect(await db.query('SELECT 3 AS three')).toEqual([{ three: 3 }]);
  });

  it('does not keep a process that stops', async () => {
    const other = await Database.open(through(database.urlFor('worker'), proxy), { waitMs: 2_000 });
    await other.query('SELECT 1');
    proxy.turn('silent');
    const asked = other.query('SELECT 1').catch(() => undefined);
    const began = Date.now();
    await other.close();
    expect(Date.now() - began).toBeLessThan(8_000);
    proxy.cut();
    await asked;
  });
});

describe('a server that answers late', () => {
  it('is waited for by a start, which a busy machine would end otherwise', async () => {
    proxy.turn('silent');
    const opening = Database.open(through(database.urlFor('worker'), proxy), { waitMs: 1_000 });
    await sleep(1_500);
    proxy.turn('open');
    const late = await opening;
    expect(await late.query('SELECT 5 AS five')).toEqual([{ five: 5 }]);
    await late.close();
  });
});

describe('a connection that is cut', () => {
  it('fails as something that passes', async () => {
    const asked = db.query('SELECT 1 FROM pg_sleep(5)').catch((fault: unknown) => fault);
    await sleep(200);
    proxy.cut();
    expect(isPassing(await asked)).toBe(true);
    expect(await db.query('SELECT 4 AS four')).toEqual([{ four: 4 }]);
  });
});
