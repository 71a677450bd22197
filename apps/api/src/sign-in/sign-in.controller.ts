import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '#platform';
import { redeemLink, type Database } from '#store';
import { LOGGER, WORKBENCH } from '../options.js';
import { setSessionCookie } from './cookie.js';
import { LINK_DOES_NOT_WORK, TRY_AGAIN } from './pages.js';

/** Turns a one-time link into a session. The token is never logged, and the redirect takes it out of the address. */
@Controller('sign-in')
export class SignInController {
  constructor(
    @Inject(WORKBENCH) private readonly workbench: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Get()
  async signIn(
    @Query('token') token: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    if (isLookAhead(request)) return void (await reply.code(204).send());
    try {
      const secret = typeof token === 'string' && token ? await redeemLink(this.workbench, token) : null;
      if (secret === null) return void (await html(reply, 403, LINK_DOES_NOT_WORK));
      setSessionCookie(request, reply, secret);
      await reply.code(303).header('location', '/').send();
    } catch (error) {
      this.logger.failure('sign-in', error);
      await html(reply, 503, TRY_AGAIN);
    }
  }
}

/** A link is used by a person who opens it, not by a program that looks where it leads. */
const isLookAhead = ({ method, headers }: FastifyRequest): boolean =>
  method === 'HEAD' ||
  /prefetch|prerender|preview/i.test(String(headers['sec-purpose'] ?? headers['purpose'] ?? ''));

const html = (reply: FastifyReply, status: number, body: string): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').send(body);
