import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../graphql/errors.js';
import { type LimitedKind, LIMITS } from './kinds.js';

/** Addresses and sessions that are remembered by each kind: the one not seen for longest is forgotten, so memory has a bound. */
const MOST_REMEMBERED = 20_000;
const SESSION = Symbol('hash of the session that asks');
type Marked = FastifyRequest & { [SESSION]?: string };

type Take = ReturnType<FastifyInstance['createRateLimit']>;
interface Takers {
  session: Take;
  address: Take;
  all: Take;
}

/** Counts who asks for what how often: signed-in people by their session, others by address and in all. */
export class Limits {
  private constructor(private readonly takers: Record<LimitedKind, Takers>) {}

  static async over(server: FastifyInstance): Promise<Limits> {
    await server.register(rateLimit, { global: false });
    const takers = Object.entries(LIMITS).map(([kind, { session, address, all, every }]) => {
      const settings = { timeWindow: every, cache: MOST_REMEMBERED };
      return [
        kind,
        {
          session: server.createRateLimit({
            ...settings,
            max: session,
            keyGenerator: (request) => (request as Marked)[SESSION] ?? '',
          }),
          address: server.createRateLimit({ ...settings, max: address, ipv6Subnet: 64 }),
          all: server.createRateLimit({ ...settings, max: all, keyGenerator: () => 'all' }),
        } satisfies Takers,
      ];
    });
    return new Limits(Object.fromEntries(takers) as Record<LimitedKind, Takers>);
  }

  /**
   * Counts one.
   * @param session hash of a session that is known to be one; null for whoever is not signed in; absent: as the request was found to be
   * @returns seconds after which to try again; null where this one may go on
   */
  async take(
    kind: LimitedKind,
    request: FastifyRequest,
    session: string | null = request.asker,
  ): Promise<number | null> {
    const takers = this.takers[kind];
    if (session !== null) {
      (request as Marked)[SESSION] = session;
      return waitOf(await takers.session(request));
    }
    // Whoever is over the own limit does not use up everybody's.
    return waitOf(await takers.address(request)) ?? waitOf(await takers.all(request));
  }

  /** @throws ApiError BUSY, by which the answer says when to come back */
  async pass(
    kind: LimitedKind,
    { req, reply }: { req: FastifyRequest; reply: FastifyReply },
    session: string | null,
  ): Promise<void> {
    const wait = await this.take(kind, req, session);
    if (wait === null) return;
    void reply.header('retry-after', String(wait));
    throw tooMany(wait);
  }
}

const waitOf = (taken: Awaited<ReturnType<Take>>): number | null =>
  !taken.isAllowed && taken.isExceeded ? Math.max(1, taken.ttlInSeconds) : null;

/** @param wait seconds */
export const tooMany = (wait: number): ApiError =>
  new ApiError('BUSY', `Too many at once from here. Try again in ${inWords(wait)}.`, 'too-many');

const inWords = (seconds: number): string =>
  seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
