import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

/** Where the built pages are, seen from the built and from the source file alike. */
function pagesFolder(): string | null {
  const above = ['../../../dashboard/', '../../../dist/dashboard/'];
  const found = above
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(join(path, 'index.html')));
  return found ?? null;
}

const NOT_PAGES = /^\/(v1|graphql|files|feeds|sign-in|health)(\/|\?|$)/;

/**
 * Serve the dashboard: files as they are (those with a hash in their name for a year), and the one page for every
 * address of a page, so that a link to any of them works.
 */
export async function serveDashboard(app: NestFastifyApplication): Promise<boolean> {
  const root = pagesFolder();
  if (!root) return false;
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  await fastify.register(fastifyStatic, {
    root,
    wildcard: false,
    // Packed files lie beside the others.
    preCompressed: true,
    index: false,
    cacheControl: false,
    setHeaders: (response, path) => {
      void response.header(
        'cache-control',
        /\/assets\//.test(path.replaceAll('\\', '/')) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  fastify.get('/*', (request, reply) => {
    const isPage = !NOT_PAGES.test(request.url) && !/\.[a-z0-9]{2,5}(\?|$)/i.test(request.url);
    if (!isPage) return reply.callNotFound();
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
  return true;
}
