import { createConnection, type NetConnectOpts, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';

import { AbstractConnector, Redis, type RedisOptions } from 'ioredis';

/** The longest that BullMQ lets Redis think is ten seconds. */
const SILENT_MS = 12_000;
/** After a long piece of work answers may lie there unread: they are read within this. */
const READ_MS = 2_000;

type Told = { disconnectTimeout: number; tls?: object | boolean } & Partial<
  Record<'host' | 'path', string> & Record<'port' | 'family', number>
>;

/** As ioredis connects by itself; a connection on which something was asked and nothing is heard any more is ended. */
class WatchedConnector extends AbstractConnector {
  constructor(private readonly told: Told) {
    super(told.disconnectTimeout);
  }

  async connect(): Promise<Socket> {
    this.connecting = true;
    await new Promise((resolve) => process.nextTick(resolve));
    if (!this.connecting) throw new Error('Connection is closed.');
    const { path, host, port, family, tls } = this.told;
    const to = (path ? { path } : { host, port, family }) as NetConnectOpts;
    const stream = tls
      ? connectSecurely({ ...to, ...(tls === true ? {} : tls) } as object)
      : createConnection(to);
    stream.once('error', (error) => (this.firstError = error));
    endWhereSilent(stream, path ?? `${host}:${port}`);
    this.stream = stream;
    return stream;
  }
}

/**
 * A Redis that is gone without a word is noticed: an idle connection by probes of the network, one on which something was asked
 * after twelve seconds without a byte. (ioredis has a `socketTimeout` for it, whose timer outlives the connection and ends the next.)
 */
export const WATCHFUL = {
  keepAlive: 10_000,
  connectTimeout: 10_000,
  Connector: WatchedConnector,
} as unknown as Pick<RedisOptions, 'keepAlive' | 'connectTimeout' | 'Connector'>;

/** The idle connections of this thread, by where they lead. */
const idle = new Map<string, Set<() => void>>();

/** @param place where it leads: of several that went there, the first that is found silent tells of those that nobody asks just now */
function endWhereSilent(stream: Socket, place: string): void {
  const others = idle.get(place) ?? new Set();
  idle.set(place, others);
  let timer: NodeJS.Timeout | undefined;
  const end = (): void => {
    stream.destroy(Object.assign(new Error('Redis no longer answers'), { code: 'ETIMEDOUT' }));
  };
  const rest = (): void => {
    clearTimeout(timer);
    timer = undefined;
    others.add(end);
  };
  const silent = (): void => {
    end();
    for (const each of [...others]) each();
  };
  const write = stream.write.bind(stream) as (...asked: unknown[]) => boolean;
  (stream as { write: unknown }).write = (...asked: unknown[]): boolean => {
    timer ??= setTimeout(() => (timer = setTimeout(silent, READ_MS).unref()), SILENT_MS).unref();
    others.delete(end);
    return write(...asked);
  };
  stream.on('data', rest).on('close', () => (rest(), others.delete(end)));
}

/**
 * The only place that makes a connection to Redis outside BullMQ (`house/connections` holds it): one that drops ends no process. What
 * was asked meanwhile fails where it was asked.
 */
export function openRedis(url: string, options: RedisOptions = {}): Redis {
  const redis = new Redis(url, { ...WATCHFUL, ...options });
  redis.on('error', () => undefined);
  return redis;
}
