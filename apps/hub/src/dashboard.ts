import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import fastifyStatic, { type FastifyStaticOptions } from '@fastify/static';
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

/** How old what the first page says may be, and for how long anybody waits for it: its scripts ask for themselves. */
const KEPT_MS = 60_000;
const PATIENCE_MS = 2_000;

/** Makes a text once for all who ask within a minute; a failure is nothing to say, and is tried again. */
function aMinute(make: () => Promise<string | null>): () => Promise<string | null> {
  let kept: { until: number; text: Promise<string | null> } | null = null;
  return () => {
    if (kept && Date.now() < kept.until) return kept.text;
    const text = make().catch(() => {
      kept = null;
      return null;
    });
    kept = { until: Date.now() + KEPT_MS, text };
    return text;
  };
}

/** What is there in time; null for what is not. */
const soon = (text: Promise<string | null>): Promise<string | null> =>
  Promise.race([text, sleep(PATIENCE_MS, null, { ref: false })]);

/** What stands in the page until its scripts draw. */
const UNTIL_THEN = /<p class="width until-then">[^]*?<\/p>/;

const filesUnder = (root: string): FastifyStaticOptions => ({
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

/**
 * Serve the dashboard: files as they are (those with a hash in their name for a year), and the one page for every
 * address of a page, so that a link to any of them works.
 * @param first what the first page says before its scripts draw; null where nothing can be said
 */
export async function serveDashboard(
  app: NestFastifyApplication,
  first: () => Promise<string | null>,
): Promise<boolean> {
  const root = pagesFolder();
  if (!root) return false;
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const page = await readFile(join(root, 'index.html'), 'utf8');
  const told = aMinute(first);
  // On a poor line what is said and done is there before the scripts are, and without them too.
  await fastify.register(async (scope) => {
    scope.addHook('onRoute', (route) => void (route.config = { ...route.config, counted: 'free' }));
    await scope.register(fastifyStatic, filesUnder(root));
    scope.get('/', async (request, reply) => {
      const said = request.url === '/' ? await soon(told()) : null;
      void reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8');
      return said === null
        ? page
        : page.replace(UNTIL_THEN, () => `<main class="width first-content">${said}</main>`);
    });
    scope.get('/*', (request, reply) => {
      const isPage = !NOT_PAGES.test(request.url) && !/\.[a-z0-9]{2,5}(\?|$)/i.test(request.url);
      if (!isPage) return reply.callNotFound();
      return reply.header('cache-control', 'no-cache').sendFile('index.html');
    });
  });
  return true;
}
