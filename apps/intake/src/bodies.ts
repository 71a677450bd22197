import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

import { DELIVERY_LIMIT } from '#domain';

import { KeyLimits } from './limit-keys.js';
import { lookAtKeys } from './look-at-keys.js';

const MOST_FILES = 50;

/**
 * What deliveries need of a server whose bodies are bounded (`boundBodies`): a key before a byte is read, and forms of files.
 * Call it before `init`.
 */
export async function acceptDeliveries(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  lookAtKeys(app, await KeyLimits.over(fastify));
  await fastify.register(multipart, { limits: { fileSize: DELIVERY_LIMIT, files: MOST_FILES, fields: 20 } });
}
