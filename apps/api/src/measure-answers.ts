import type { FastifyInstance } from 'fastify';

import type { Metrics } from '#platform';
import { doorOf } from '#tracing';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS']);

/** Measures how long answers take. Call it before the server listens. */
export function measureAnswers(server: FastifyInstance, metrics: Metrics): void {
  server.addHook('onResponse', (request, reply, done) => {
    const method = METHODS.has(request.method) ? request.method : 'other';
    metrics.answered(doorOf(request.url), method, reply.statusCode, reply.elapsedTime / 1_000);
    done();
  });
}
