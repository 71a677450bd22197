import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '#store';
import { readSessionCookie } from '../sign-in/cookie.js';
import { Bodies, type Body } from './bodies.js';
import { documentOf } from './known-documents.js';
import { INNER, isQuestion } from '../limits/limit-requests.js';
import { LatestEdition } from './latest-edition.js';

const JSON_TYPE = 'application/json; charset=utf-8';
/** Bytes of a question whose answer may be kept. */
const LONGEST_KEPT = 20_000;
/** Set by the plugin below on the request whose answer may be kept. */
const MAY_KEEP = Symbol('answer may be kept');
type Marked = FastifyRequest & { [MAY_KEEP]?: boolean };
/** Set on a request whose question was looked for and not found. */
const QUESTION = Symbol('question');
type Asked = FastifyRequest & { [QUESTION]?: { text: string; age: number } };

/** To be called by whoever has read the question: its answer is the same for everybody, and a refusal is a lasting one. */
export const mayKeep = (request: FastifyRequest): void => void ((request as Marked)[MAY_KEEP] = true);

/**
 * Answers public questions that were answered before with the same bytes, without asking GraphQL again; and known
 * questions by GET, with headers by which browsers and proxies keep them. Only for whoever is not signed in.
 */
export function servePublic(server: FastifyInstance, published: Database): void {
  const bodies = new Bodies();
  const latest = new LatestEdition(published, () => bodies.clear());
  server.addHook('preHandler', async (request, reply) => {
    const question = questionOf(request);
    if (question === null) return;
    if (!(await isSettled(latest))) return;
    const known = bodies.find(question);
    if (known) return reply.type(JSON_TYPE).send(known.bytes);
    (request as Asked)[QUESTION] = { text: question, age: bodies.age };
  });
  server.addHook('onSend', async (request, reply, payload) => {
    const question = (request as Asked)[QUESTION];
    const kept = (request as Marked)[MAY_KEEP] && reply.statusCode === 200;
    if (!question || !kept || typeof payload !== 'string') return payload;
    // The same bytes are sent as are kept: a text would be turned into bytes once more.
    return bodies.keep(question.text, payload, question.age).bytes;
  });
  server.get<{ Params: { document: string }; Querystring: { variables?: string } }>(
    '/graphql/documents/:document',
    async (request, reply) => {
      const document = documentOf(request.params.document);
      const variables = variablesOf(request.query.variables);
      if (!document) return reply.code(404).send(problem('NOT_FOUND', 'There is no such question.'));
      if (!variables) return reply.code(400).send(problem('BAD_REQUEST', 'Variables are a JSON object.'));
      const settled = await isSettled(latest);
      const name = JSON.stringify(['GET', document.name, variables]);
      const body =
        (settled ? bodies.find(name) : null) ?? (await ask(server, bodies, name, document.text, variables));
      if (typeof body === 'string') return reply.code(400).type(JSON_TYPE).send(body);
      const numbered = document.editions.every((name) => typeof variables[name] === 'number');
      return answer(request, reply, body, numbered);
    },
  );
}

/** Is it known which edition is the latest? Where the database does not say, nothing is answered from memory: the question itself is told so. */
const isSettled = (latest: LatestEdition): Promise<boolean> =>
  latest.settled().then(
    () => true,
    () => false,
  );

/** The question of a POST whose answer might be known; null for whoever is signed in, and for what is no plain question. */
function questionOf(request: FastifyRequest): string | null {
  if (request.method !== 'POST' || !isQuestion(request)) return null;
  if (!request.headers['content-type']?.startsWith('application/json')) return null;
  if (readSessionCookie(request) !== null) return null;
  const { body } = request;
  if (!body || typeof body !== 'object' || Array.isArray(body)) return null;
  // Told by its length before it is written out: only what a page would ask is looked for.
  if (!(Number(request.headers['content-length']) <= LONGEST_KEPT)) return null;
  try {
    return JSON.stringify(body);
  } catch {
    return null; // nested too deeply to be written: it is answered, or refused, and not kept
  }
}

/** @returns the answer as text where it has errors: those are never kept */
async function ask(
  server: FastifyInstance,
  bodies: Bodies,
  name: string,
  query: string,
  variables: Record<string, unknown>,
): Promise<Body | string> {
  const { age } = bodies;
  const response = await fetch(`${ownAddress(server)}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [INNER.name]: INNER.value },
    body: JSON.stringify({ query, variables }),
  });
  const body = await response.text();
  return 'errors' in (JSON.parse(body) as object) ? body : bodies.keep(name, body, age);
}

/** Where this very server listens: a known question goes the way of every other, its limits and its log included. */
function ownAddress(server: FastifyInstance): string {
  const [bound] = server.addresses();
  if (!bound || typeof bound === 'string') throw new Error('the server does not listen yet');
  const any = bound.address === '::' || bound.address === '0.0.0.0';
  const host = any ? '127.0.0.1' : bound.family === 'IPv6' ? `[${bound.address}]` : bound.address;
  return `http://${host}:${bound.port}`;
}

/** An edition never changes, so what is asked of a numbered one is kept for ever; of the latest, for a minute. */
function answer(request: FastifyRequest, reply: FastifyReply, body: Body, numbered: boolean): FastifyReply {
  reply
    .header('cache-control', numbered ? 'public, max-age=31536000, immutable' : 'public, max-age=60')
    .header('etag', body.tag)
    .type(JSON_TYPE);
  return request.headers['if-none-match'] === body.tag ? reply.code(304).send() : reply.send(body.bytes);
}

function variablesOf(text: string | undefined): Record<string, unknown> | null {
  if (text === undefined) return {};
  if (text.length > 2_000) return null;
  try {
    const read: unknown = JSON.parse(text);
    return read && typeof read === 'object' && !Array.isArray(read)
      ? (read as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

const problem = (code: string, message: string) => ({ errors: [{ message, extensions: { code } }] });
