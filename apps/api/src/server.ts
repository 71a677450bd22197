import cookie from '@fastify/cookie';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Logger } from '#platform';
import type { Database } from '#store';
import { servePublic } from './cached/serve-public.js';
import { compressPages } from './compress-pages.js';
import { FilesDoor } from './files/files-door.js';
import { serveFiles } from './files/serve-files.js';
import { LARGEST_UPLOAD, limitRequests } from './limits/limit-requests.js';
import { cutSlowBodies } from './limits/slow-bodies.js';
import { LOGGER, PUBLISHED, WORKBENCH } from './options.js';
import { SECURITY_HEADERS, STRICT_TRANSPORT } from './security-headers.js';
import { serverOptions } from './server-options.js';
import { UnknownAddressFilter } from './unknown-address.js';

/** Fastify for Nest: no log of its own (addresses may hold a sign-in token). Bodies have limits of their own before they are read. */
export const apiAdapter = (trustProxy: readonly string[] = []): FastifyAdapter =>
  new FastifyAdapter({ ...serverOptions(trustProxy), bodyLimit: LARGEST_UPLOAD });

/**
 * What the whole server needs before it listens, whoever composes it: cookies, security headers, answers that quote no
 * address, and questions by POST alone, so that nothing that was asked ever stands in an address (but for the few known
 * questions about figures, whose variables are codes). Call it before `app.init()`.
 */
export async function prepareServer(app: NestFastifyApplication): Promise<void> {
  await app.register(cookie);
  app.useGlobalFilters(new UnknownAddressFilter());
  const server = app.getHttpAdapter().getInstance() as FastifyInstance;
  cutSlowBodies(server);
  compressPages(server);
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(SECURITY_HEADERS);
    if (request.protocol === 'https') void reply.header('strict-transport-security', STRICT_TRANSPORT);
    if (!isGraphql(request.url)) return;
    void reply.header('cache-control', 'no-store');
    if (request.method === 'POST') return;
    void reply.header('allow', 'POST').code(405);
    await reply.send({ errors: [{ message: 'Ask by POST.', extensions: { code: 'BAD_REQUEST' } }] });
  });
  const workbench = app.get<Database>(WORKBENCH, { strict: false });
  await limitRequests(server, workbench);
  serveFiles(server, {
    door: app.get(FilesDoor, { strict: false }),
    workbench,
    logger: app.get<Logger>(LOGGER, { strict: false }),
  });
  servePublic(server, app.get<Database>(PUBLISHED, { strict: false }));
}

const isGraphql = (url: string): boolean => /^\/graphql\/?(\?|$)/.test(url);
