import {
  createPostgresBackend,
  createRedisBackend,
  PostgresConnection,
  withBackend,
  type PgPool,
  type Processor,
  type Queue,
  type QueueOptions as BullQueueOptions,
  type Worker,
  type WorkerOptions as BullWorkerOptions,
} from 'bullmq';
import { goodbye } from './goodbye.js';
import { openRedis, WATCHFUL } from './redis.js';

/** Where jobs are kept: the hub's own database, or Redis where there is one. Both behave alike. */
export type Backend = { kind: 'postgres'; url: string; watch?: WatchPool } | { kind: 'redis'; url: string };

/** What whoever knows the database does to a pool of connections before it is used. */
export type WatchPool = (pool: NodeJS.EventEmitter, url: string) => void;

/**
 * @param redisUrl REDIS_URL, or null
 * @param workerUrl the database under the worker's role
 * @param watch gives the pool's connections an ear for their end
 */
export const chooseBackend = (redisUrl: string | null, workerUrl: string, watch: WatchPool): Backend =>
  redisUrl ? { kind: 'redis', url: redisUrl } : { kind: 'postgres', url: workerUrl, watch };

/** The backend can't be used. One clear line without secrets; a start ends with it. */
export class QueueError extends Error {
  readonly next = 'retry';
  readonly exitCode = 1;

  constructor(
    readonly code: string,
    reason: string,
  ) {
    super(reason);
    this.name = 'QueueError';
  }
}

/** The schema of the PostgreSQL backend: the one that BullMQ expects of a pool that is shared. */
export const QUEUE_SCHEMA = 'bullmq';

type QueueOptions = Omit<BullQueueOptions, 'connection'>;
type WorkerOptions = Omit<BullWorkerOptions, 'connection'>;

/** One set of connections, from which any number of queues and workers are made. */
export interface Connections {
  queue(name: string, options: QueueOptions): Queue;
  worker(name: string, processor: Processor, options: WorkerOptions): Worker;
  /** Lets the locks of these jobs run out now, so that the check for lost jobs, due at once, gives them back. */
  release(queue: string, ids: string[]): Promise<void>;
  /** Call after every queue and worker made from it is closed. */
  close(): Promise<void>;
}

/**
 * Connects to the backend.
 * @param listeners how many workers will be made: each keeps one PostgreSQL connection to be woken by
 * @throws QueueError where it can't be reached
 */
export function connect(backend: Backend, listeners = 0): Promise<Connections> {
  return backend.kind === 'redis' ? overRedis(backend.url) : overPostgres(backend, listeners);
}

async function overPostgres(
  { url, watch }: Extract<Backend, { kind: 'postgres' }>,
  listeners: number,
): Promise<Connections> {
  const holder = postgresConnection(url, 4 + listeners);
  holder.on('error', () => undefined);
  watch?.(holder.pool as unknown as NodeJS.EventEmitter, url);
  try {
    await holder.waitUntilReady();
  } catch (error) {
    await holder.close().catch(() => undefined);
    throw unreachable('the queue in the database', error);
  }
  const { Queue: PgQueue, Worker: PgWorker } = withBackend(createPostgresBackend);
  const connection: PgPool = holder.pool;
  (connection as unknown as NodeJS.EventEmitter).setMaxListeners(0);
  return {
    queue: (name, options) => new PgQueue(name, { ...options, connection }) as unknown as Queue,
    worker: (name, processor, options) =>
      new PgWorker(name, processor, { ...options, connection }) as unknown as Worker,
    release: async (queue, ids) => {
      await connection.query(
        `UPDATE job SET locked_until_ms = 0, stalled_marked = true WHERE queue = $1 AND id = ANY ($2) AND state = 'active'`,
        [queue, ids],
      );
      await connection.query(`DELETE FROM meta WHERE queue = $1 AND field = 'stalled-check'`, [queue]);
    },
    close: () => goodbye(holder.close()),
  };
}

/** BullMQ's own pool, which names the schema on each connection as it starts; ours would lack that. */
export function postgresConnection(url: string, max: number): PostgresConnection {
  const address = new URL(url);
  // Given beside the address, options would be lost: the address's own win, and the role's are there.
  const options = address.searchParams.get('options');
  address.searchParams.delete('options');
  return new PostgresConnection({
    connectionString: address.href,
    ...(options ? { options } : {}),
    schema: QUEUE_SCHEMA,
    max,
    keepAlive: true,
    application_name: 'hub-queue',
  });
}

async function overRedis(url: string): Promise<Connections> {
  await checkRedis(url);
  const { Queue: RedisQueue, Worker: RedisWorker } = withBackend(createRedisBackend);
  const connection = { ...WATCHFUL, url, maxRetriesPerRequest: null, disconnectTimeout: 100 };
  return {
    queue: (name, options) => new RedisQueue(name, { ...options, connection }),
    worker: (name, processor, options) => new RedisWorker(name, processor, { ...options, connection }),
    release: async (queue, ids) => {
      const redis = openRedis(url, { disconnectTimeout: 50 });
      const key = (name: string): string => `bull:${queue}:${name}`;
      await redis
        .multi()
        .del(...ids.map((id) => key(`${id}:lock`)))
        .sadd(key('stalled'), ...ids)
        .del(key('stalled-check'))
        .exec();
      redis.disconnect();
    },
    close: () => Promise.resolve(),
  };
}

/** Once connected BullMQ waits for Redis to come back, however long; at the start a wrong address must be told. */
async function checkRedis(url: string): Promise<void> {
  const redis = openRedis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    connectTimeout: 5_000,
    disconnectTimeout: 50,
  });
  let fault: unknown;
  redis.on('error', (error: unknown) => (fault = error));
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    throw unreachable(`REDIS_URL: Redis at ${new URL(url).host}`, fault ?? error);
  } finally {
    redis.disconnect();
  }
}

function unreachable(what: string, error: unknown): QueueError {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  const short = typeof code === 'string' ? code : String(name ?? 'unknown');
  const hint = short === 'SchemaMigrationRequiredError' ? '; run migrations first' : '';
  return new QueueError(short, `${what} can't be used (${short})${hint}`);
}
