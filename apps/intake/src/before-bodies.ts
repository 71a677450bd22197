import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { DELIVERY_LIMIT } from '#domain';

import { OTHER_LIMIT } from './delivery-limit.js';
import type { KeyLimits } from './limit-keys.js';
import { Problem } from './problem.js';
import { tell } from './problem-filter.js';
import { PushDoor } from './push-door.js';

const OF_A_SOURCE = /^\/v1\/sources\/([^/?]+)\/deliveries(\/[^?]*)?(?:\?|$)/;

/**
 * Turns away before a byte of the body is read, since bodies are held in memory: a delivery without the key of its source, and
 * whatever is larger than it may be or does not say how large it is. Guesses at keys are counted.
 * @param elsewhere addresses whose bodies another door of the same server bounds by itself
 */
export function lookBeforeBodies(
  app: NestFastifyApplication,
  limits: KeyLimits,
  elsewhere: (url: string) => boolean,
): void {
  const door = app.get(PushDoor, { strict: false });
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const letIn = async (source: string, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const key = `${door.keyOf(request.headers.authorization)} ${source}`;
    await limits.mayTry(key, request, reply);
    try {
      await door.letIn(source, request.headers.authorization);
    } catch (error) {
      if (error instanceof Problem && error.getStatus() === 404) await limits.wasWrong(key, request);
      throw error;
    }
    await limits.wasRight(key, request, reply);
  };
  fastify.addHook('onRequest', async (request, reply) => {
    const source = OF_A_SOURCE.exec(request.url)?.[1];
    try {
      if (source !== undefined) await letIn(decodeURIComponent(source), request, reply);
      if (request.method !== 'POST' || elsewhere(request.url)) return;
      checkLength(request, source === undefined ? OTHER_LIMIT : DELIVERY_LIMIT);
    } catch (error) {
      // The rest of the body is not waited for.
      await tell(error, reply.header('connection', 'close'));
    }
  });
}

function checkLength({ headers }: FastifyRequest, most: number): void {
  const length = headers['content-length'];
  if (length === undefined && headers['transfer-encoding'] !== undefined && most < DELIVERY_LIMIT)
    throw new Problem(411, 'length-missing', 'Say how large the body is: Content-Length.');
  // A form is a little larger than its files, which are counted as they are read.
  if (Number(length ?? 0) > most + 1024 * 1024) throw new Problem(413, 'too-large', 'The body is too large.');
}
