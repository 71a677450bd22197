import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import {
  assertPort,
  createLogger,
  measured,
  openDatabase,
  portFailure,
  readSettings,
  runMain,
  StartError,
  warnOfUnsaidAddress,
} from '#platform';
import { CountingClient, countThrough } from '#editions';
import { about } from '#facts';
import { fileURLToPath } from 'node:url';
import { Database, serverVersion } from '#store';
import { openTraces, traceAnswers, type Answering } from '#tracing';
import { ApiModule } from './api.module.js';
import { measureAnswers } from './measure-answers.js';
import { nestLogger } from './nest-logger.js';
import { apiAdapter, prepareServer } from './server.js';
import { hubVersion } from './version.js';

/** The API alone: figures and the workbench of a database that is there and migrated. */
await runMain('api', async (life) => {
  const settings = readSettings();
  if (settings.traces) life.atStop(await openTraces(settings.traces, 'api'));
  const logger = createLogger('api', settings.logLevel);
  warnOfUnsaidAddress(settings, logger);
  await assertPort(settings.port, settings.host);
  const server = await openDatabase(settings, serverVersion, { stopping: life.stopping });
  life.atStop(() => server.stop());
  const published = await Database.open(server.urlFor('published'), {
    name: 'hub-api-published',
    poolSize: 10,
  });
  life.atStop(() => published.close());
  const workbench = await Database.open(server.urlFor('workbench'), {
    name: 'hub-api-workbench',
    poolSize: 10,
  });
  life.atStop(() => workbench.close());
  life.goOn();
  await about(published).catch((error: unknown) => {
    throw new StartError('the database has not been prepared: run `npx hub migrate` first', { cause: error });
  });
  const program = fileURLToPath(new URL('../../counting/src/main.js', import.meta.url));
  const counting = new CountingClient({ dataDir: settings.dataDir, program });
  life.atStop(() => counting.close());
  countThrough(published, counting);
  const api = ApiModule.with({
    published,
    workbench,
    logger,
    version: hubVersion(),
    counting: () => counting.health(),
    dataDir: settings.dataDir,
    mail: settings.mail !== null,
    address: settings.address,
  });
  const app = await NestFactory.create<NestFastifyApplication>(api, apiAdapter(settings.trustProxy), {
    bodyParser: false,
    logger: nestLogger(logger),
  });
  life.atStop(() => app.close());
  await prepareServer(app);
  const metrics = await measured(settings, life);
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  if (metrics) measureAnswers(fastify, metrics);
  if (settings.traces) traceAnswers(fastify as unknown as Answering, settings.trustProxy.length > 0);
  life.goOn();
  await app.listen(settings.port, settings.host).catch((error: unknown) => {
    throw portFailure(error, settings.port, settings.host);
  });
  process.stdout.write(`api: listening on ${await app.getUrl()}\n`);
});
