import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DELIVERY_LIMIT } from '#domain';

/** What every body has at the least, and how many bytes a second must come beyond it. */
const GRACE_MS = 20_000;
const SLOWEST_BYTES_A_SECOND = 50_000;

/**
 * Cuts bodies that come more slowly than any line does: the time is by the length that the request says it has.
 * @param grace milliseconds that every body has
 */
export function cutSlowBodies(server: FastifyInstance, grace = GRACE_MS): void {
  server.addHook('onRequest', async (request, reply) => {
    const length = Number(request.headers['content-length'] ?? 0);
    const chunked = request.headers['transfer-encoding'] !== undefined;
    if (length === 0 && !chunked) return;
    // A body that does not say how long it is may be a delivery of the largest size.
    const allowed = grace + (1_000 * (chunked ? DELIVERY_LIMIT : length)) / SLOWEST_BYTES_A_SECOND;
    const timer = setTimeout(() => cut(request, reply), allowed).unref();
    const done = (): void => clearTimeout(timer);
    request.raw.once('end', done).once('close', done);
  });
}

function cut(request: FastifyRequest, reply: FastifyReply): void {
  if (request.raw.complete) return;
  reply.raw.once('finish', () => request.raw.destroy());
  if (reply.sent) request.raw.destroy();
  else
    void reply
      .code(408)
      .header('connection', 'close')
      .send({ errors: [{ message: 'The question came too slowly.', extensions: { code: 'BAD_REQUEST' } }] });
}
