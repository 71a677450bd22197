import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { Problem } from './problem.js';

const MINUTE = 60_000;
/** Addresses and sources that are remembered: the one not seen for longest is forgotten. */
const MOST_REMEMBERED = 20_000;

/** Wrong keys of one address (an IPv6 network of /64 is one) and of all, and requests of one source. */
const WRONG_KEYS = { address: 30, all: 1_000, every: 10 * MINUTE };
const REQUESTS = { source: 1_200, every: MINUTE };

type Asked = FastifyRequest & { params?: { code?: string } };

/** Keys that were right lately, and for how long they are known to have been. */
const MOST_RIGHT = 5_000;
const RIGHT_FOR = 60 * MINUTE;

/** Counts guesses at keys, and requests of partners who have the right one. */
export class KeyLimits {
  private readonly right = new Map<string, number>();

  private constructor(
    private readonly wrong: { address: Take; all: Take },
    private readonly source: Take,
  ) {}

  static async over(server: FastifyInstance): Promise<KeyLimits> {
    await server.register(rateLimit, { global: false });
    const wrong = { timeWindow: WRONG_KEYS.every, cache: MOST_REMEMBERED };
    const requests = { timeWindow: REQUESTS.every, cache: MOST_REMEMBERED };
    return new KeyLimits(
      {
        address: server.createRateLimit({ ...wrong, max: WRONG_KEYS.address, ipv6Subnet: 64 }),
        all: server.createRateLimit({ ...wrong, max: WRONG_KEYS.all, keyGenerator: () => 'all' }),
      },
      server.createRateLimit({
        ...requests,
        max: REQUESTS.source,
        keyGenerator: (request) => (request as Asked).params?.code ?? '',
      }),
    );
  }

  /**
   * Before a key is looked at. Whoever had the right one lately goes on, whatever others guess at the same address.
   * @param key hash of the key, with the source that it is tried at
   * @throws Problem 429 where too many wrong ones came from there
   */
  async mayTry(key: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if ((this.right.get(key) ?? 0) > Date.now()) return;
    for (const take of [this.wrong.address, this.wrong.all]) {
      const seen = await take(request, { increment: false });
      if (!seen.isAllowed && seen.remaining === 0) throw tooMany(reply, seen.ttlInSeconds);
    }
  }

  async wasWrong(key: string, request: FastifyRequest): Promise<void> {
    this.right.delete(key);
    await this.wrong.address(request);
    await this.wrong.all(request);
  }

  /** @throws Problem 429 */
  async wasRight(key: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    this.right.delete(key);
    this.right.set(key, Date.now() + RIGHT_FOR);
    for (const oldest of this.right.keys()) {
      if (this.right.size <= MOST_RIGHT) break;
      this.right.delete(oldest);
    }
    const taken = await this.source(request);
    if (!taken.isAllowed && taken.isExceeded) throw tooMany(reply, taken.ttlInSeconds);
  }
}

type Take = ReturnType<FastifyInstance['createRateLimit']>;

function tooMany(reply: FastifyReply, wait: number): Problem {
  void reply.header('retry-after', String(Math.max(1, wait)));
  return new Problem(
    429,
    'too-many',
    `Too many requests from here. Try again in ${Math.max(1, wait)} seconds.`,
  );
}
