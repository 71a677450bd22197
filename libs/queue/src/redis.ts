import { Redis, type RedisOptions } from 'ioredis';

/**
 * A Redis that is gone without a word is noticed: an idle connection by probes of the network, one on which something was asked
 * after half a minute without an answer (the longest that BullMQ blocks for is ten seconds).
 */
export const WATCHFUL = { keepAlive: 10_000, socketTimeout: 30_000, connectTimeout: 10_000 } as const;

/**
 * The only place that makes a connection to Redis outside BullMQ (`house/connections` holds it): one that drops ends no process. What
 * was asked meanwhile fails where it was asked.
 */
export function openRedis(url: string, options: RedisOptions = {}): Redis {
  const redis = new Redis(url, { ...WATCHFUL, ...options });
  redis.on('error', () => undefined);
  return redis;
}
