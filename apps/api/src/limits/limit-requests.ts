import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hashSecret, type Database } from '#store';
import { readSessionCookie } from '../sign-in/cookie.js';
import { KnownSessions } from './known-sessions.js';
import { boundLargeQuestions } from './large-questions.js';
import { Limits, tooMany } from './limits.js';

/** A question is no longer than this. Files have their own: see `LARGEST_UPLOAD`. */
export const LARGEST_QUESTION = 1024 * 1024;
/** Characters of a question beside its values; the longest of the dashboard's has 3,000. */
const LONGEST_TEXT = 100_000;
/** A sender's file travels as base64 inside a question. */
export const LARGEST_UPLOAD = 25 * 1024 * 1024;

declare module 'fastify' {
  interface FastifyInstance {
    limits: Limits;
  }
}

/** By which the server's questions to itself are known: they were counted when they came from outside. */
export const INNER = { name: 'x-hub-inner', value: randomBytes(24).toString('base64url') } as const;

/**
 * Before a byte of a body is read: counts questions, and turns away those that are too many or too long. To be called after
 * cookies are there and before anything that answers.
 */
export async function limitRequests(server: FastifyInstance, workbench: Database): Promise<void> {
  const limits = await Limits.over(server);
  server.decorate('limits', limits);
  const sessions = new KnownSessions(workbench);
  server.addHook('onRequest', async (request, reply) => {
    if (!isQuestion(request) || request.headers[INNER.name] === INNER.value) return;
    const { hash, session, wait } = await whoAsks(request, sessions, limits);
    const tooOften = wait ?? (await limits.take('question', request, session && hash));
    if (tooOften !== null) return refuse(reply, 429, tooMany(tooOften).message, tooOften);
    if (request.method !== 'POST') return;
    const length = request.headers['content-length'];
    if (length === undefined) return refuse(reply, 411, 'Say how long the question is: Content-Length.');
    if (Number(length) > (session?.sender ? LARGEST_UPLOAD : LARGEST_QUESTION))
      return refuse(reply, 413, 'The question is too long: at most 1 MB.');
  });
  boundLargeQuestions(server, isQuestion);
  server.addHook('preHandler', async (request, reply) => {
    const { query } = (request.body ?? {}) as { query?: unknown };
    if (isQuestion(request) && typeof query === 'string' && query.length > LONGEST_TEXT)
      return refuse(
        reply,
        400,
        `The question is too long: at most ${LONGEST_TEXT} characters beside its values.`,
      );
  });
}

const isQuestion = ({ url }: FastifyRequest): boolean => /^\/graphql(\/|\?|$)/.test(url);

async function whoAsks(request: FastifyRequest, sessions: KnownSessions, limits: Limits) {
  const secret = readSessionCookie(request);
  if (secret === null) return { hash: null, session: null, wait: null };
  const hash = hashSecret(secret);
  const known = sessions.find(hash);
  if (known) return { hash, session: known, wait: null };
  const wait = await limits.take('session-look-up', request, null);
  return { hash, session: wait === null ? await sessions.lookUp(hash).catch(() => null) : null, wait };
}

/** The rest of the body is not waited for. */
async function refuse(reply: FastifyReply, status: number, message: string, wait?: number): Promise<void> {
  if (wait !== undefined) void reply.header('retry-after', String(wait));
  const code = status === 429 ? 'BUSY' : 'BAD_REQUEST';
  await reply
    .code(status)
    .header('connection', 'close')
    .send({ errors: [{ message, extensions: { code } }] });
}
