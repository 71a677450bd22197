import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as facts from '#facts';
import type { Logger } from '#platform';
import type { Database } from '#store';
import { formFields, isFromHere } from '../../form-fields.js';
import { LOGGER, PUBLISHED } from '../../options.js';
import type { Html } from '../read/html.js';
import { page } from '../read/page.js';
import { askForCode, NO_SUCH_CODE, TAKEN_BACK, tooOften } from './answer-pages.js';
import { fatePage } from './fate-page.js';
import { Fates } from './fate.js';

const SAYINGS = ['misread', 'taken-back'] as const;

/**
 * "What became of my answer": by code, without an account and without JavaScript. A code travels in the body of a form alone, so that
 * it stands in no address, no history and no log.
 */
@Controller('answer')
export class AnswerController {
  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly fates: Fates,
  ) {}

  @Get()
  ask(@Res() reply: FastifyReply): Promise<void> {
    return this.send(reply, 200, askForCode(null));
  }

  @Post()
  @RouteConfig({ counted: 'itself' })
  async find(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const wait = await request.server.limits.take('answer-code', request);
    if (wait !== null)
      return this.send(reply.header('retry-after', String(wait)), 429, tooOften(Math.ceil(wait / 60)));
    const { code = '', say } = formFields(request.body);
    const said = SAYINGS.find((one) => one === say && isFromHere(request));
    try {
      if (said && !(await this.fates.say(code, said)))
        return await this.send(reply, 404, askForCode(NO_SUCH_CODE));
      if (said === 'taken-back') return await this.send(reply, 200, TAKEN_BACK);
      const fate = await this.fates.find(code);
      if (!fate) return await this.send(reply, 404, askForCode(NO_SUCH_CODE));
      const today = new Date().toISOString().slice(0, 10);
      await this.send(reply, 200, fatePage(fate, today, said ?? null));
    } catch (error) {
      this.logger.failure('answer', error);
      await this.send(reply, 503, askForCode('The hub is busy. Try again in a moment.'));
    }
  }

  private async send(reply: FastifyReply, status: number, content: Html): Promise<void> {
    const { city, synthetic } = await facts.about(this.published);
    const text = page({ title: 'What became of my answer', city, synthetic, here: '/answer' }, content);
    await reply
      .code(status)
      .header('cache-control', 'no-store')
      .header('referrer-policy', 'same-origin')
      .type('text/html; charset=utf-8')
      .send(text);
  }
}
