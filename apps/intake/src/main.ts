import 'reflect-metadata';

import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

import { assertPort, openDatabase, readSettings, runMain } from '#platform';
import { Database, serverVersion } from '#store';
import { openTraces, traceAnswers, type Answering } from '#tracing';

import { acceptDeliveries } from './bodies.js';
import { IntakeModule } from './intake.module.js';
import { serveDescription } from './openapi.js';
import { unreadableAddress } from './problem.js';
import { ProblemFilter } from './problem-filter.js';

/** The push door alone, against a database that `npx hub migrate` has prepared. */
await runMain('intake', async (life) => {
  const settings = readSettings();
  if (settings.traces) life.atStop(await openTraces(settings.traces, 'intake'));
  await assertPort(settings.port, settings.host);
  const server = await openDatabase(settings, serverVersion, { stopping: life.stopping });
  life.atStop(() => server.stop());
  const db = await Database.open(server.urlFor('intake'), { name: 'hub-intake' });
  life.atStop(() => db.close());
  const app = await NestFactory.create<NestFastifyApplication>(
    IntakeModule.over(db),
    new FastifyAdapter({
      routerOptions: { maxParamLength: 200 },
      frameworkErrors: unreadableAddress,
    }),
    { bodyParser: false, logger: ['error', 'warn'] },
  );
  life.atStop(() => app.close());
  app.useGlobalFilters(new ProblemFilter());
  await acceptDeliveries(app);
  serveDescription(app);
  if (settings.traces)
    traceAnswers(app.getHttpAdapter().getInstance() as unknown as Answering, settings.trustProxy.length > 0);
  life.goOn();
  await app.listen(settings.port, settings.host);
  process.stdout.write(`Intake listens on ${await app.getUrl()}\n`);
});
