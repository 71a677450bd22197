import { randomUUID } from 'node:crypto';

import {
  Catch,
  HttpException,
  NotFoundException,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { createLogger } from '#platform';

import { notFound } from './problem.js';

const log = createLogger('intake', 'error');

/** What went wrong on our side is told by a reference only: a driver's message may quote a row. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (error instanceof HttpException) {
      // Nest's own "not found" quotes the address, and a person's name may stand in it.
      const told = error instanceof NotFoundException ? notFound() : error;
      void reply.status(told.getStatus()).type('application/problem+json').send(told.getResponse());
      return;
    }
    const reference = randomUUID().slice(0, 8);
    log.failure('intake-failed', error, { operation: reference });
    void reply
      .status(500)
      .type('application/problem+json')
      .send({
        type: 'about:blank',
        title: 'Error',
        status: 500,
        code: 'fault',
        detail: `Something failed on our side; nothing that we answered for is lost. Send the same again, or quote reference ${reference}.`,
      });
  }
}
