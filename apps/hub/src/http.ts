import 'reflect-metadata';

import { fileURLToPath } from 'node:url';

import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

import { CountingClient, countThrough } from '#editions';
import { createLogger, type Metrics, type Settings } from '#platform';
import type { Database } from '#store';
import { traceAnswers, type Answering } from '#tracing';

import { ApiModule } from '../../api/src/api.module.js';
import { isOfFiles } from '../../api/src/files/serve-files.js';
import { measureAnswers } from '../../api/src/measure-answers.js';
import { NestLogger } from '../../api/src/nest-logger.js';
import { hubVersion } from '../../api/src/version.js';
import { prepareServer } from '../../api/src/server.js';
import { ReadController } from '../../api/src/public/read/read.controller.js';
import { serverOptions } from '../../api/src/server-options.js';
import { acceptDeliveries } from '../../intake/src/bodies.js';
import { IntakeModule } from '../../intake/src/intake.module.js';
import { serveDescription } from '../../intake/src/openapi.js';
import { serveDashboard } from './dashboard.js';

/** The roles whose rights the doors have. */
type Databases = Record<'intake' | 'published' | 'workbench', Database>;

@Module({})
class HubModule {
  static over(databases: Databases, settings: Settings, counting: CountingClient): DynamicModule {
    const { published, workbench } = databases;
    return {
      module: HubModule,
      imports: [
        IntakeModule.over(databases.intake),
        ApiModule.with({
          published,
          workbench,
          logger: createLogger('api', settings.logLevel),
          version: hubVersion(),
          counting: () => counting.health(),
          dataDir: settings.dataDir,
          mail: settings.mail !== null,
        }),
      ],
    };
  }
}

/** Intake, API and pages behind one address. */
export async function listen(
  databases: Databases,
  settings: Settings,
  metrics: Metrics | null,
): Promise<NestFastifyApplication> {
  const program = fileURLToPath(new URL('../../counting/src/main.js', import.meta.url));
  const counting = new CountingClient({ dataDir: settings.dataDir, program });
  const app = await NestFactory.create<NestFastifyApplication>(
    HubModule.over(databases, settings, counting),
    new FastifyAdapter(serverOptions(settings.trustProxy)),
    { bodyParser: false, logger: new NestLogger(createLogger('hub', settings.logLevel)) },
  );
  await prepareServer(app);
  await acceptDeliveries(app, isOfFiles);
  serveDescription(app);
  await serveDashboard(app, () => app.get(ReadController, { strict: false }).firstContent());
  countThrough(databases.published, counting);
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  if (metrics) measureAnswers(fastify, metrics);
  if (settings.traces) traceAnswers(fastify as unknown as Answering, settings.trustProxy.length > 0);
  fastify.addHook('onClose', () => counting.close());
  await app.listen(settings.port, settings.host);
  return app;
}
