import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';

import { cutWhereSilent, type Patience } from './half-open.js';

/**
 * The only place of product, tests and benches that makes connections to PostgreSQL (`house/connections` holds it). A server that
 * ends, a database that is dropped and a cable that is cut end no process and are told under no other work's name: what was asked
 * meanwhile fails where it was asked, and the next question has a new connection.
 */

/**
 * One that is gone is noticed on an idle connection. A process that loads its frameworks hears nothing for seconds, for most of a minute on a
 * machine with much else to do, and finds its time up before it reads that it is connected: hence no less than this. Whoever must tell soon that
 * a server can't be reached (`serverVersion`) asks with less.
 */
const WATCHFUL = {
  connectionTimeoutMillis: 30_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
} as const;

/** The server's side of the same: it ends the transaction, with its locks, of a process that vanished without a word. */
const SERVER_WATCHFUL = '-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3';

/** Whoever stops waits so long for connections to say goodbye: one that is half open never does. */
const GOODBYE_MS = 5_000;

/** A server that was there a moment ago and answers late is busy (a start on a machine with much else to do), and waited for. */
const MOST_TRIES = 3;

export interface ConnectionOptions {
  /** What the server's list of connections calls it. */
  name?: string;
  /** How often a connection that is not had in time is tried for, and what that is in milliseconds. */
  tries?: number;
  waitMs?: number;
  /** After how long without an answer the server is asked whether it still works on it. */
  patience?: Patience;
}

type Settings = Extract<DataSourceOptions, { type: 'postgres' }>;

/**
 * One connection, for whoever needs no pool.
 * @param url with a role's login
 * @throws the driver's error where it can't be reached in time (`ETIMEDOUT`) or refuses the login
 */
export function openClient(url: string, options: ConnectionOptions = {}): Promise<pg.Client> {
  return patiently(options.tries ?? MOST_TRIES, () => connectClient(url, options));
}

async function connectClient(url: string, options: ConnectionOptions): Promise<pg.Client> {
  const client = new pg.Client({
    ...WATCHFUL,
    connectionString: watchedBothWays(url),
    ...(options.name ? { application_name: options.name } : {}),
    ...(options.waitMs ? { connectionTimeoutMillis: options.waitMs } : {}),
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    void client.end().catch(() => undefined);
    throw error;
  }
  cutWhereSilent(client, url, options.patience);
  return client;
}

/** Ends a connection, also where nobody answers any more. */
export function endClient(client: pg.Client): Promise<void> {
  return inTime(client.end());
}

/** A pool of connections; each is made as it is needed. */
export function openPool(url: string, max: number, options: ConnectionOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    ...WATCHFUL,
    connectionString: watchedBothWays(url),
    max,
    ...(options.name ? { application_name: options.name } : {}),
  });
  watchPool(pool, url, options.patience);
  return pool;
}

/**
 * Gives each connection of a pool, whoever made it, an ear for its own end and an eye for silence.
 * @param url where the pool connects to
 */
export function watchPool(pool: NodeJS.EventEmitter, url: string, patience?: Patience): void {
  // An idle connection that drops is replaced at the next query.
  pool.on('error', () => undefined);
  pool.on('connect', (client: pg.Client) => {
    // One that is lent has no listener of the pool's between two queries.
    client.on('error', () => undefined);
    cutWhereSilent(client, url, patience);
  });
}

/** TypeORM's data source over such a pool, connected. */
export async function openSource(
  url: string,
  {
    patience,
    tries,
    waitMs = WATCHFUL.connectionTimeoutMillis,
    ...settings
  }: Omit<Settings, 'type' | 'url' | 'driver' | 'poolErrorHandler'> & ConnectionOptions,
): Promise<DataSource> {
  class Pool extends pg.Pool {
    constructor(given: pg.PoolConfig) {
      super(given);
      watchPool(this, url, patience);
    }
  }
  return patiently(tries ?? MOST_TRIES, () =>
    new DataSource({
      ...settings,
      type: 'postgres',
      url: watchedBothWays(url),
      driver: { Client: pg.Client, Query: pg.Query, types: pg.types, defaults: pg.defaults, Pool },
      poolErrorHandler: () => undefined,
      extra: { ...WATCHFUL, connectionTimeoutMillis: waitMs, ...(settings.extra as object) },
    }).initialize(),
  );
}

/** @throws what `connect` throws; a time-out, which the driver tells in words alone, with its code */
async function patiently<T>(tries: number, connect: () => Promise<T>): Promise<T> {
  for (let left = tries - 1; ; left--) {
    try {
      return await connect();
    } catch (error) {
      if (!(error instanceof Error) || !/timeout/i.test(error.message)) throw error;
      if (left <= 0) throw Object.assign(error, { code: 'ETIMEDOUT' });
    }
  }
}

/** Ends a data source, also where nobody answers any more. */
export async function closeSource(source: DataSource): Promise<void> {
  if (source.isInitialized) await inTime(source.destroy());
}

/** The options that an address already has stay: they may name its role. */
function watchedBothWays(url: string): string {
  const address = new URL(url);
  // A socket of this machine knows no cut cables.
  if (address.searchParams.get('host')?.startsWith('/')) return url;
  const before = address.searchParams.get('options');
  address.searchParams.set('options', before ? `${before} ${SERVER_WATCHFUL}` : SERVER_WATCHFUL);
  // A space must travel as %20: drivers don't read the plus sign that forms use for it.
  address.search = address.search.replaceAll('+', '%20');
  return address.href;
}

async function inTime(ending: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, GOODBYE_MS)));
  await Promise.race([ending, late]).finally(() => clearTimeout(timer));
}
