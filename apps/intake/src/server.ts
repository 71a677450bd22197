import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

import { armour, boundBodies, serverOptions } from '#armour';

import { acceptDeliveries } from './bodies.js';
import { serveDescription } from './openapi.js';
import { ProblemFilter } from './problem-filter.js';

/** @param trustProxy addresses of proxies whose headers are believed; without them all senders behind one are one address */
export const intakeAdapter = (trustProxy: readonly string[] = []): FastifyAdapter =>
  new FastifyAdapter(serverOptions(trustProxy));

/** What the push door needs before it listens where it runs alone. Create the application with `bodyParser: false`. */
export async function prepareIntake(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  app.useGlobalFilters(new ProblemFilter());
  armour(server);
  boundBodies(server);
  await acceptDeliveries(app);
  serveDescription(app);
}
