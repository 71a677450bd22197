import type { FastifyInstance } from 'fastify';
import { SECURITY_HEADERS, STRICT_TRANSPORT } from './security-headers.js';
import { unreadableAddress } from './server-options.js';
import { cutSlowBodies } from './slow-bodies.js';

/**
 * What every answer of the hub has, whichever part of it listens: security headers, no patience with a body that comes byte by
 * byte, and nothing at an address in which a NUL stands: no text of the database holds one. Call it before any other hook, on a server made with `serverOptions`.
 */
export function armour(server: FastifyInstance): void {
  cutSlowBodies(server);
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(SECURITY_HEADERS);
    if (request.protocol === 'https') void reply.header('strict-transport-security', STRICT_TRANSPORT);
    // Escapes that are no letters Fastify refuses itself, in the same words.
    if (request.raw.url?.includes('%00')) return unreadableAddress(reply);
  });
}
