import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createLogger } from '#platform';
import type { Database } from '#store';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { apiAdapter, prepareServer } from '../../apps/api/src/server.js';

/** After a change of the schema: `UPDATE_SCHEMA=1 npm test -- api-schema`, and look at the difference. */
const FILE = new URL('../../apps/api/schema.graphql', import.meta.url);

test('the schema in the repository is the one that the API serves, sorted', async () => {
  const nowhere = {} as Database;
  const logger = createLogger('test', 'silent');
  const api = ApiModule.with({ published: nowhere, workbench: nowhere, logger, version: '0' });
  const app = await NestFactory.create<NestFastifyApplication>(api, apiAdapter(), { logger: false });
  await prepareServer(app);
  await app.init();
  const served = `${printSchema(lexicographicSortSchema(app.get(GraphQLSchemaHost).schema))}\n`;
  await app.close();
  if (process.env.UPDATE_SCHEMA) writeFileSync(FILE, served);
  expect(served).toBe(readFileSync(FILE, 'utf8'));
});
