import type { FastifyInstance } from 'fastify';

import type { Metrics } from '#platform';

/** First words of addresses -> the door they lead to. Anything else is a page, so that no address becomes a label. */
const DOORS: [RegExp, string][] = [
  [/^\/graphql(\/|\?|$)/, 'graphql'],
  [/^\/v1\/sources\/[^/]+\/deliveries(\?|$)/, 'deliveries'],
  [/^\/v1\//, 'intake'],
  [/^\/files(\/|$)/, 'files'],
  [/^\/sign-(in|out)/, 'sign-in'],
  [/^\/health(\?|$)/, 'health'],
];
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS']);

/** Which door an address leads to. */
export const doorOf = (url: string): string => DOORS.find(([address]) => address.test(url))?.[1] ?? 'pages';

/** Measures how long answers take. Call it before the server listens. */
export function measureAnswers(server: FastifyInstance, metrics: Metrics): void {
  server.addHook('onResponse', (request, reply, done) => {
    const method = METHODS.has(request.method) ? request.method : 'other';
    metrics.answered(doorOf(request.url), method, reply.statusCode, reply.elapsedTime / 1_000);
    done();
  });
}
