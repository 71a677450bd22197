import { randomUUID } from 'node:crypto';

import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { createLogger } from '#platform';

const log = createLogger('intake', 'error');

/** What went wrong on our side is told by a reference only: a driver's message may quote a row. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (error instanceof HttpException) {
      void reply.status(error.getStatus()).type('application/problem+json').send(error.getResponse());
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
