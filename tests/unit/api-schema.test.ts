import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  buildSchema,
  isEnumType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
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
  const app = await NestFactory.create<NestFastifyApplication>(api, apiAdapter(), {
    bodyParser: false,
    logger: false,
  });
  await prepareServer(app);
  await app.init();
  const served = `${printSchema(lexicographicSortSchema(app.get(GraphQLSchemaHost).schema))}\n`;
  await app.close();
  if (process.env.UPDATE_SCHEMA) writeFileSync(FILE, served);
  expect(served).toBe(readFileSync(FILE, 'utf8'));
});

test('every type, field, argument and value says what it means', () => {
  const missing: string[] = [];
  const note = (name: string, { description }: { description?: string | null }): void => {
    if (!description || description.trim().length < 3) missing.push(name);
  };
  for (const type of Object.values(buildSchema(readFileSync(FILE, 'utf8')).getTypeMap())) {
    if (type.name.startsWith('__') || isSpecifiedScalarType(type)) continue;
    note(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) note(`${type.name}.${value.name}`, value);
    if (!('getFields' in type)) continue;
    for (const field of Object.values(type.getFields())) {
      note(`${type.name}.${field.name}`, field);
      if ('args' in field)
        for (const argument of field.args) note(`${type.name}.${field.name}(${argument.name})`, argument);
    }
  }
  expect(missing).toEqual([]);
});
