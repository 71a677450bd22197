import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';

import { DELIVERY_LIMIT } from '#domain';

import { lookBeforeBodies } from './before-bodies.js';
import { OTHER_LIMIT } from './delivery-limit.js';
import { KeyLimits } from './limit-keys.js';

const MOST_FILES = 50;

/**
 * Let bodies of /v1/ through as bytes, whatever they say they are: a broken JSON file is a delivery to be kept and
 * answered, not a request to be thrown away. Elsewhere JSON is parsed as usual.
 * @param elsewhere addresses whose bodies another door of the same server reads and bounds by itself
 * Create the application with `bodyParser: false` and call this before `init`.
 */
export async function acceptDeliveries(
  app: NestFastifyApplication,
  elsewhere: (url: string) => boolean = () => false,
): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  lookBeforeBodies(app, await KeyLimits.over(fastify), elsewhere);
  await fastify.register(multipart, { limits: { fileSize: DELIVERY_LIMIT, files: MOST_FILES, fields: 20 } });
  const parse = (
    request: FastifyRequest,
    body: Buffer,
    done: (error: Error | null, body?: unknown) => void,
  ): void => {
    if (request.url.startsWith('/v1/')) return done(null, body);
    if (body.length > OTHER_LIMIT) return done(refusal(413, 'too large'));
    try {
      done(null, body.length === 0 ? undefined : JSON.parse(body.toString('utf8')));
    } catch {
      done(refusal(400, 'the body is not JSON'));
    }
  };
  fastify.removeContentTypeParser(['application/json', 'text/plain']);
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: DELIVERY_LIMIT }, parse);
  fastify.addContentTypeParser(
    '*',
    { parseAs: 'buffer', bodyLimit: DELIVERY_LIMIT },
    (request, body, done) =>
      request.url.startsWith('/v1/') || isForm(request, body)
        ? done(null, body)
        : done(refusal(415, 'send JSON')),
  );
}

/** Forms of pages that are made on the server, which are short: signing in, a code of an answer, a postcode. */
const isForm = (request: FastifyRequest, body: string | Buffer): boolean =>
  /^\/(sign-in|answer|read\/ward)\/?$/.test(request.url) && body.length <= 4_096;

/** By `expose` and both numbers it is known for the sender's fault, whose words may be told. */
const refusal = (statusCode: number, words: string): Error =>
  Object.assign(new Error(words), { status: statusCode, statusCode, expose: true });
