import { randomUUID } from 'node:crypto';

import {
  Catch,
  HttpException,
  NotFoundException,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';

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
    const told = error instanceof NotFoundException ? notFound() : error;
    return reply.status(told.getStatus()).send(told.getResponse());
  }
  const fault = senderFault(error);
  if (fault) return reply.status(fault.getStatus()).send(fault.getResponse());
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
function senderFault(error: unknown): Problem | null {
  const { statusCode, expose, code, message } = error as Error & {
    statusCode?: number;
    expose?: boolean;
    code?: string;
  };
  if (statusCode === 413) return new Problem(413, 'too-large', 'The body is too large.');
  return expose === true && statusCode !== undefined
    ? new Problem(statusCode, code ?? 'body-broken', message)
    : null;
}
