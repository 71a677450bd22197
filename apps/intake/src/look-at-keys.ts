import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { KeyLimits } from './limit-keys.js';
import { Problem } from './problem.js';
import { tell } from './problem-filter.js';
import { PushDoor } from './push-door.js';

/** Every door of a source begins so, and names it as the router read it out of the address, however that is spelled. */
const OF_A_SOURCE = '/v1/sources/:code/';

/**
 * Turns away before a byte of the body is read, since bodies are held in memory, whoever has not the key of the source. Guesses at keys
 * are counted.
 */
export function lookAtKeys(app: NestFastifyApplication, limits: KeyLimits): void {
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
    if (request.routeOptions.url?.startsWith(OF_A_SOURCE) !== true) return;
    try {
      await letIn((request.params as { code: string }).code, request, reply);
    } catch (error) {
      // The rest of the body is not waited for.
      await tell(error, reply.header('connection', 'close'));
    }
  });
}
