import { randomUUID } from 'node:crypto';

import {
  Catch,
  HttpException,
  NotFoundException,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { digestsDiffer } from '#armour';
import { createLogger, NO_ROOM, whyNotNow } from '#platform';

import { notFound, Problem } from './problem.js';

const log = createLogger('intake', 'error');

const BUSY =
  'The hub can’t be reached by its own parts just now; nothing that we answered for is lost. Send the same again in a moment.';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    void tell(error, host.switchToHttp().getResponse<FastifyReply>());
  }
}

/** Answers with a problem. What went wrong on our side is told by a reference only: a driver's message may quote a row. */
export function tell(error: unknown, reply: FastifyReply): FastifyReply {
  void reply.type('application/problem+json');
  if (error instanceof HttpException) {
    // Nest's own "not found" quotes the address, and a person's name may stand in it.
    const told = error instanceof NotFoundException ? notFound() : (senderFault(error) ?? error);
    return reply.status(told.getStatus()).send(told.getResponse());
  }
  const notNow = whyNotNow(error);
  if (notNow !== null) {
    log.failure('intake-not-now', error, { status: notNow });
    const told = notNow === 'no-room' ? new Problem(507, notNow, NO_ROOM) : new Problem(503, notNow, BUSY);
    void reply.header('retry-after', notNow === 'no-room' ? '60' : '5');
    return reply.status(told.getStatus()).send(told.getResponse());
  }
  const reference = randomUUID().slice(0, 8);
  log.failure('intake-failed', error, { operation: reference });
  return reply.status(500).send({
    type: 'about:blank',
    title: 'Error',
    status: 500,
    code: 'fault',
    detail: `Something failed on our side; nothing that we answered for is lost. Send the same again, or quote reference ${reference}.`,
  });
}

/** What the reader of bodies says of one that can't be taken: it is told as it is, for it holds nothing of the body. */
function senderFault(error: HttpException): Problem | null {
  // Nest makes a bare text of what the server itself refused.
  const words = error.getResponse();
  if (typeof words !== 'string') return null;
  if (words === digestsDiffer) return new Problem(400, 'digest-differs', words);
  return error.getStatus() === 413
    ? new Problem(413, 'too-large', 'The body is too large.')
    : new Problem(error.getStatus(), 'body-broken', words);
}
