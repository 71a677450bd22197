import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hashSecret, type Database } from '#store';
import { readSessionCookie } from '../sign-in/cookie.js';
import { KnownSessions } from './known-sessions.js';
import { Limits, tooMany } from './limits.js';

/** A question is no longer than this, whoever asks. Files have a way of their own. */
export const LARGEST_QUESTION = 1024 * 1024;
/** Characters of a question beside its values; the longest of the dashboard's has 3,000. */
const LONGEST_TEXT = 100_000;
const TOO_LONG = 'The question is too long: at most 1 MB. A file goes as a form to /files/deliveries.';

declare module 'fastify' {
  interface FastifyInstance {
    limits: Limits;
  }
  interface FastifyRequest {
    /** Hash of the session that asks, where one is known by that cookie; to be counted by. */
    asker: string | null;
  }
}

/** By which the server's questions to itself are known: they were counted when they came from outside. */
export const INNER = { name: 'x-hub-inner', value: randomBytes(24).toString('base64url') } as const;

/** Where questions are asked, as the router knows it: an address may be spelled in many ways and leads there all the same. */
const QUESTIONS = '/graphql';
export const isQuestion = ({ routeOptions: { url } }: FastifyRequest): boolean => url === QUESTIONS;
/** The same, and the few known questions about figures. */
const isAsked = (request: FastifyRequest): boolean =>
  isQuestion(request) || request.routeOptions.url?.startsWith(`${QUESTIONS}/`) === true;

/**
 * Before a byte of a body is read: counts whatever is asked for, by the door that the router found, and turns away what is too many
 * or too long. To be called after cookies are there and before any route is made.
 */
export async function limitRequests(server: FastifyInstance, workbench: Database): Promise<void> {
  const limits = await Limits.over(server);
  server.decorate('limits', limits);
  server.decorateRequest('asker', null);
  const sessions = new KnownSessions(workbench);
  server.addHook('onRoute', (route) => {
    if (route.url === QUESTIONS)
      route.config = { ...route.config, takes: { as: 'json', bytes: LARGEST_QUESTION } };
  });
  server.addHook('onRequest', async (request, reply) => {
    const { counted } = request.routeOptions.config;
    if (request.is404 || counted === 'free' || counted === 'elsewhere') return;
    if (request.headers[INNER.name] === INNER.value) return;
    const wait = await findAsker(request, sessions, limits);
    const tooOften = wait ?? (counted === 'itself' ? null : await limits.take('question', request));
    if (tooOften !== null) return refuse(request, reply, 429, tooMany(tooOften).message, tooOften);
    if (request.method !== 'POST' || !isQuestion(request)) return;
    const length = request.headers['content-length'];
    if (length === undefined)
      return refuse(request, reply, 411, 'Say how long the question is: Content-Length.');
    if (Number(length) > LARGEST_QUESTION) return refuse(request, reply, 413, TOO_LONG);
  });
  server.addHook('preHandler', async (request, reply) => {
    const { query } = (request.body ?? {}) as { query?: unknown };
    if (isQuestion(request) && typeof query === 'string' && query.length > LONGEST_TEXT)
      return refuse(
        request,
        reply,
        400,
        `The question is too long: at most ${LONGEST_TEXT} characters beside its values.`,
      );
  });
}

/** @returns seconds to wait where too many unknown cookies came from there; null where it is told who asks, or that nobody known does */
async function findAsker(
  request: FastifyRequest,
  sessions: KnownSessions,
  limits: Limits,
): Promise<number | null> {
  const secret = readSessionCookie(request);
  if (secret === null) return null;
  const hash = hashSecret(secret);
  if (!sessions.isKnown(hash)) {
    const wait = await limits.take('session-look-up', request);
    if (wait !== null) return wait;
    if (!(await sessions.lookUp(hash).catch(() => false))) return null;
  }
  request.asker = hash;
  return null;
}

/** The rest of the body is not waited for. */
async function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  message: string,
  wait?: number,
): Promise<void> {
  if (wait !== undefined) void reply.header('retry-after', String(wait));
  void reply.code(status).header('connection', 'close').header('cache-control', 'no-store');
  if (!isAsked(request)) return void (await reply.type('text/plain; charset=utf-8').send(message));
  const code = status === 429 ? 'BUSY' : 'BAD_REQUEST';
  await reply.send({ errors: [{ message, extensions: { code } }] });
}
