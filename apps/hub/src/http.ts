import { fileURLToPath } from 'node:url';

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

import { CountingClient, countThrough } from '#editions';
import type { Metrics, Settings } from '#platform';
import { traceAnswers, type Answering } from '#tracing';

import { measureAnswers } from '../../api/src/measure-answers.js';
import { ReadController } from '../../api/src/public/read/read.controller.js';
import { compose, type Databases } from './compose.js';
import { serveDashboard } from './dashboard.js';

/** Intake, API and pages behind one address. */
export async function listen(
  databases: Databases,
  settings: Settings,
  metrics: Metrics | null,
): Promise<NestFastifyApplication> {
  const program = fileURLToPath(new URL('../../counting/src/main.js', import.meta.url));
  const counting = new CountingClient({ dataDir: settings.dataDir, program });
  const app = await compose(databases, settings, counting);
  await serveDashboard(app, () => app.get(ReadController, { strict: false }).firstContent());
  countThrough(databases.published, counting);
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  if (metrics) measureAnswers(fastify, metrics);
  if (settings.traces) traceAnswers(fastify as unknown as Answering, settings.trustProxy.length > 0);
  fastify.addHook('onClose', () => counting.close());
  await app.listen(settings.port, settings.host);
  return app;
}
