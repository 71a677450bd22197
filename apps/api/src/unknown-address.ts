import { Catch, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

const NOTHING_HERE = {
  type: 'about:blank',
  title: 'Not found',
  status: 404,
  code: 'not-found',
  detail: 'There is nothing at this address.',
};

const answer = (reply: FastifyReply): void =>
  void reply.status(404).type('application/problem+json').send(NOTHING_HERE);

/** An address that is none is answered without being quoted: a person's name may stand in it. */
@Catch(NotFoundException)
export class UnknownAddressFilter implements ExceptionFilter {
  catch(error: NotFoundException, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw error;
    answer(host.switchToHttp().getResponse<FastifyReply>());
  }
}

/** The same for addresses that Fastify itself can't read; for its `frameworkErrors`. */
export const unreadableAddress = (_error: unknown, _request: FastifyRequest, reply: FastifyReply): void =>
  answer(reply);
