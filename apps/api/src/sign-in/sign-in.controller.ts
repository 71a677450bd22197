import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '#platform';
import { hashSecret, recordRefusal, redeemLink, signOut, type Database } from '#store';
import { formFields, isFromHere } from '../form-fields.js';
import { LIMITS } from '../limits/kinds.js';
import { LOGGER, WORKBENCH } from '../options.js';
import { bindBrowser, boundBrowser, readSessionCookie, setSessionCookie } from './cookie.js';
import { FirstRefusals } from './first-refusals.js';
import { LINK_DOES_NOT_WORK, TOO_OFTEN, TRY_AGAIN, pressToSignIn } from './pages.js';
import { Session } from './session.js';

/**
 * Turns a one-time link into a session. Opening it only shows a button, so that neither a mail scanner nor another site's page uses it
 * up or signs anybody in; what is pressed must come from the browser that was shown the button. The token is never logged, and
 * the redirect takes it out of the address.
 */
@Controller('sign-in')
export class SignInController {
  private readonly tooMany = new FirstRefusals(LIMITS['sign-in'].every);

  constructor(
    @Inject(WORKBENCH) private readonly workbench: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Get()
  async show(
    @Query('token') token: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    guardAnswer(reply);
    if (request.method === 'HEAD') return void (await reply.code(204).send());
    if (!isSecret(token)) return void (await html(reply, 403, LINK_DOES_NOT_WORK));
    const nonce = randomBytes(32).toString('base64url');
    bindBrowser(request, reply, nonce);
    await html(reply, 200, pressToSignIn(token, nonce));
  }

  @Post()
  @RouteConfig({ counted: 'itself' })
  async signIn(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    guardAnswer(reply);
    const wait = await request.server.limits.take('sign-in', request);
    const { token, nonce } = formFields(request.body);
    try {
      if (wait !== null) {
        this.noteTooMany(request);
        return void (await html(reply.header('retry-after', String(wait)), 429, TOO_OFTEN));
      }
      if (!isSecret(token)) return await this.refuse(reply, 'no-link');
      if (!isFromHere(request)) return await this.refuse(reply, 'form-of-another-site');
      if (!same(nonce, boundBrowser(request))) return await this.refuse(reply, 'another-browser');
      const secret = await redeemLink(this.workbench, token);
      if (secret === null) return await this.refuse(reply, 'link');
      await this.endOldSession(request);
      setSessionCookie(request, reply, secret);
      await reply.code(303).header('location', '/').send();
    } catch (error) {
      this.logger.failure('sign-in', error);
      await html(reply, 503, TRY_AGAIN);
    }
  }

  /** Beyond the limit the database is asked once for each asker, and nobody waits for it. */
  private noteTooMany(request: FastifyRequest): void {
    if (!this.tooMany.isFirst(request.asker ?? request.ip)) return;
    void recordRefusal(this.workbench, 'sign-in-failed', 'too-many');
  }

  /** Every refusal is written down with what was wrong, and told alike. */
  private async refuse(reply: FastifyReply, why: string): Promise<void> {
    await recordRefusal(this.workbench, 'sign-in-failed', why);
    await html(reply, 403, LINK_DOES_NOT_WORK);
  }

  /** Whoever signs in anew in the same browser leaves no session behind that nobody can end. */
  private async endOldSession(request: FastifyRequest): Promise<void> {
    const old = readSessionCookie(request);
    if (old) await new Session(this.workbench, hashSecret(old)).work(signOut);
  }
}

const isSecret = (token: unknown): token is string => typeof token === 'string' && /^[\w-]{43}$/.test(token);

function same(told: string | undefined, bound: string | null): boolean {
  if (!told || !bound) return false;
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(told), hash(bound));
}

const guardAnswer = (reply: FastifyReply): void =>
  void reply.header('cache-control', 'no-store').header('referrer-policy', 'same-origin');

const html = (reply: FastifyReply, status: number, body: string): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').send(body);
