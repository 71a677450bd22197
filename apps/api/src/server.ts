import cookie from '@fastify/cookie';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { armour, boundBodies, serverOptions } from '#armour';
import type { Logger } from '#platform';
import type { Database } from '#store';
import { servePublic } from './cached/serve-public.js';
import { compressPages } from './compress-pages.js';
import { FilesDoor } from './files/files-door.js';
import { serveFiles } from './files/serve-files.js';
import { isQuestion, limitRequests } from './limits/limit-requests.js';
import { LOGGER, PUBLISHED, WORKBENCH } from './options.js';
import { UnknownAddressFilter } from './unknown-address.js';

/** Fastify for Nest. Create the application with `bodyParser: false`: bodies are read as `boundBodies` says. */
export const apiAdapter = (trustProxy: readonly string[] = []): FastifyAdapter =>
  new FastifyAdapter(serverOptions(trustProxy));

/**
 * What the whole server needs before it listens, whoever composes it: cookies, security headers, answers that quote no
 * address, and questions by POST alone, so that nothing that was asked ever stands in an address (but for the few known
 * questions about figures, whose variables are codes). Call it before `app.init()`.
 */
export async function prepareServer(app: NestFastifyApplication): Promise<void> {
  await app.register(cookie);
  app.useGlobalFilters(new UnknownAddressFilter());
  const server = app.getHttpAdapter().getInstance() as FastifyInstance;
  armour(server);
  compressPages(server);
  const workbench = app.get<Database>(WORKBENCH, { strict: false });
  await limitRequests(server, workbench);
  boundBodies(server);
  server.addHook('onRequest', async (request, reply) => {
    if (!isQuestion(request)) return;
    void reply.header('cache-control', 'no-store');
    if (request.method === 'POST') return;
    void reply.header('allow', 'POST').code(405);
    await reply.send({ errors: [{ message: 'Ask by POST.', extensions: { code: 'BAD_REQUEST' } }] });
  });
  serveFiles(server, {
    door: app.get(FilesDoor, { strict: false }),
    workbench,
    logger: app.get<Logger>(LOGGER, { strict: false }),
  });
  servePublic(server, app.get<Database>(PUBLISHED, { strict: false }));
}
