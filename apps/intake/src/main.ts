import 'reflect-metadata';

import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { NestLogger } from '#armour';
import { assertPort, createLogger, openDatabase, readSettings, runMain } from '#platform';
import { Database, serverVersion } from '#store';
import { openTraces, traceAnswers, type Answering } from '#tracing';

import { IntakeModule } from './intake.module.js';
import { intakeAdapter, prepareIntake } from './server.js';

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
    intakeAdapter(settings.trustProxy),
    { bodyParser: false, logger: new NestLogger(createLogger('intake', settings.logLevel)) },
  );
  life.atStop(() => app.close());
  await prepareIntake(app);
  if (settings.traces)
    traceAnswers(app.getHttpAdapter().getInstance() as unknown as Answering, settings.trustProxy.length > 0);
  life.goOn();
  await app.listen(settings.port, settings.host);
  process.stdout.write(`Intake listens on ${await app.getUrl()}\n`);
});
