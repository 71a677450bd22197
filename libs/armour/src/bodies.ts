import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DELIVERY_LIMIT } from '#domain';
import { digestsDiffer, isAsTold, toldDigests } from './digest.js';

/** Bytes of a body where no door says that it takes more: a form of a page that is made on the server. */
export const FORM_LIMIT = 16 * 1024;
/** A form of files is a little larger than the files, which are counted as they are read. */
const ROUND_A_DELIVERY = 1024 * 1024;

/** What a door takes beside a short form. */
export interface Takes {
  /** Parsed as JSON, or kept as it came, whatever it says it is. */
  as: 'json' | 'bytes';
  /** The most bytes of it. */
  bytes: number;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Absent: a short form and no JSON. */
    takes?: Takes;
    /**
     * How it is counted. Absent: each request as a question, page and feed alike. `itself`: under a kind of its own, by the door.
     * `elsewhere`: by another key than session and address. `free`: not at all, a file that lies there or what costs nothing.
     */
    counted?: 'itself' | 'elsewhere' | 'free';
  }
}

/** Methods whose bodies nobody reads. */
const WITHOUT_BODY = new Set(['GET', 'HEAD', 'TRACE']);

/**
 * Bounds and reads bodies by the door that the router found, and by nothing else: however an address is spelled, its body is judged
 * as the door's that answers it, and where there is no door, as a short form. What is too large, or does not say how large it
 * is, is turned away before a byte of it is read. Call it before any route is made, with `bodyParser: false`.
 */
export function boundBodies(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    const { takes } = route.config ?? {};
    if (takes) route.bodyLimit = takes.bytes + (isDelivery(takes) ? ROUND_A_DELIVERY : 0);
  });
  // After all that looks at who asks, and how often.
  server.addHook('preParsing', async (request, reply, body) => {
    if (WITHOUT_BODY.has(request.method)) return body;
    const { 'content-length': length, 'transfer-encoding': chunked } = request.headers;
    const { bodyLimit, config } = request.routeOptions;
    if (chunked !== undefined && !isDelivery(config.takes) && bodyLimit < DELIVERY_LIMIT)
      await refuse(reply, 411, 'length-missing', 'Say how large the body is: Content-Length.');
    else if (Number(length ?? 0) > bodyLimit) await refuse(reply, 413, 'too-large', 'The body is too large.');
    return body;
  });
  readBodies(server);
}

const isDelivery = (takes: Takes | undefined): boolean => takes?.bytes === DELIVERY_LIMIT;

const TITLES = { 411: 'Length needed', 413: 'Too large' };

/** The rest of the body is not waited for. */
async function refuse(reply: FastifyReply, status: 411 | 413, code: string, detail: string): Promise<void> {
  await reply
    .code(status)
    .header('connection', 'close')
    .type('application/problem+json')
    .send({ type: 'about:blank', title: TITLES[status], status, code, detail });
}

type Done = (error: Error | null, body?: unknown) => void;

function readBodies(server: FastifyInstance): void {
  const json = (request: FastifyRequest, body: Buffer, done: Done): void => {
    if (!arrivedWhole(request, body)) return done(differs());
    const as = request.routeOptions.config.takes?.as;
    if (as === 'bytes') return done(null, body);
    // Where there is no door, that is what is told.
    if (as !== 'json') return done(request.is404 ? null : refusal(415, 'send a form'));
    try {
      done(null, body.length === 0 ? undefined : JSON.parse(body.toString('utf8')));
    } catch {
      done(refusal(400, 'the body is not JSON'));
    }
  };
  const other = (request: FastifyRequest, body: Buffer, done: Done): void => {
    if (!arrivedWhole(request, body)) return done(differs());
    if (request.routeOptions.config.takes?.as === 'json') return done(refusal(415, 'send JSON'));
    done(null, body);
  };
  server.removeContentTypeParser(['application/json', 'text/plain']);
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, json);
  server.addContentTypeParser('*', { parseAs: 'buffer' }, other);
}

const arrivedWhole = ({ headers }: FastifyRequest, body: Buffer): boolean =>
  isAsTold(toldDigests(headers['content-digest']), body);
const differs = (): Error => refusal(400, digestsDiffer, 'digest-differs');

/** By `expose` and both numbers it is known for the sender's fault, whose words may be told. */
const refusal = (statusCode: number, words: string, code?: string): Error =>
  Object.assign(new Error(words), { status: statusCode, statusCode, expose: true, code });
