import type { FastifyInstance } from 'fastify';
import { SECURITY_HEADERS, STRICT_TRANSPORT } from './security-headers.js';
import { cutSlowBodies } from './slow-bodies.js';

/**
 * What every answer of the hub has, whichever part of it listens: security headers, and no patience with a body that comes byte by
 * byte. Call it before any other hook, on a server made with `serverOptions`.
 */
export function armour(server: FastifyInstance): void {
  cutSlowBodies(server);
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(SECURITY_HEADERS);
    if (request.protocol === 'https') void reply.header('strict-transport-security', STRICT_TRANSPORT);
  });
}
