import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Wait } from '#domain';
import { hashSecret, readWaits, readWaitsByKey, type Database } from '#store';
import { ADDRESS, WORKBENCH } from '../options.js';
import { originOf } from '../public/reports/origin.js';
import { sessionOf } from '../sign-in/session-of.js';
import { waitsFeed } from './feed.js';

/**
 * What waits for somebody, for a feed reader: known by the session where a browser asks, and else by a key that opens this and nothing
 * else (as password of Basic, or in the address for readers that can do no better). Holds ids and numbers alone.
 */
@Controller('feeds')
export class WaitsController {
  constructor(
    @Inject(WORKBENCH) private readonly workbench: Database,
    @Inject(ADDRESS) private readonly address: string | null,
  ) {}

  @Get('waits.atom')
  async atom(
    @Query('key') key: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    void reply.header('cache-control', 'private, no-store');
    const waits = await this.waitsOf(request, key);
    if (waits === null)
      return void (await reply
        .code(401)
        .header('www-authenticate', 'Basic realm="feed", charset="UTF-8"')
        .type('text/plain; charset=utf-8')
        .send('Sign in, or give the key of your feed. You make it on the page "Waits for you".'));
    const origin = originOf(request, this.address);
    await reply.type('application/atom+xml; charset=utf-8').send(waitsFeed(waits, origin));
  }

  private async waitsOf(request: FastifyRequest, key: unknown): Promise<Wait[] | null> {
    const told = typeof key === 'string' ? key : passwordOf(request.headers.authorization);
    if (told !== null) return isKey(told) ? readWaitsByKey(this.workbench, hashSecret(told)) : null;
    const session = sessionOf(request, this.workbench);
    return (await session.viewer()) ? session.work(readWaits) : null;
  }
}

const isKey = (told: string): boolean => /^[\w-]{43}$/.test(told);

function passwordOf(authorization: string | undefined): string | null {
  const coded = /^Basic\s+([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '')?.[1];
  if (coded === undefined) return null;
  const told = Buffer.from(coded, 'base64').toString('utf8');
  return told.slice(told.indexOf(':') + 1);
}
