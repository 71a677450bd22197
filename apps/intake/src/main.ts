import 'reflect-metadata';

import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

import { assertPort, onStop, openDatabase, readSettings, runMain } from '#platform';
import { Database, serverVersion } from '#store';

import { acceptDeliveries } from './bodies.js';
import { IntakeModule } from './intake.module.js';
import { serveDescription } from './openapi.js';
import { unreadableAddress } from './problem.js';
import { ProblemFilter } from './problem-filter.js';

/** The push door alone, against a database that `npx hub migrate` has prepared. */
await runMain('intake', async () => {
  const settings = readSettings();
  await assertPort(settings.port, settings.host);
  const server = await openDatabase(settings, serverVersion);
  const db = await Database.open(server.urlFor('intake'), { name: 'hub-intake' });
  const app = await NestFactory.create<NestFastifyApplication>(
    IntakeModule.over(db),
    new FastifyAdapter({
      routerOptions: { maxParamLength: 200 },
      frameworkErrors: unreadableAddress,
    }),
    { bodyParser: false, logger: ['error', 'warn'] },
  );
  app.useGlobalFilters(new ProblemFilter());
  await acceptDeliveries(app);
  serveDescription(app);
  await app.listen(settings.port, settings.host);
  process.stdout.write(`Intake listens on ${await app.getUrl()}\n`);
  onStop(async () => {
    await app.close();
    await db.close();
    await server.stop();
  });
});
