import { Controller, Get, Header, Inject, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { toSafeCsv } from '#connectors';
import { atomFeed, DECISION_COLUMNS, dueCalendar, rowsOfDecisions } from '#decisions';
import * as facts from '#facts';
import type { Database } from '#store';
import { PUBLISHED } from '../../options.js';
import { filterOf, queryOf } from './decisions-query.js';
import { Decisions } from './decisions.js';

type Asked = Record<string, unknown>;

/** Public decisions for feed readers and calendars, under the filters of the page. */
@Controller('what-happened')
export class FeedsController {
  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    private readonly decisions: Decisions,
  ) {}

  @Get('feed.atom')
  @Header('content-type', 'application/atom+xml; charset=utf-8')
  @Header('cache-control', 'public, max-age=300')
  async atom(@Query() query: Asked, @Req() request: FastifyRequest): Promise<string> {
    const { city, synthetic } = await facts.about(this.published);
    const filter = filterOf(query);
    const { decisions, names, today } = await this.decisions.fitting(filter);
    const asked = queryOf(filter);
    const all = filter.tied ? '' : `${asked ? '&' : '?'}records=all`;
    const id = `${request.protocol}://${request.host}/what-happened/feed.atom${asked}${all}`;
    const head = { city, synthetic, self: request.url, id, agencies: names.agencies };
    return atomFeed(decisions, head, today);
  }

  @Get('calendar.ics')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'public, max-age=300')
  async calendar(@Query() query: Asked): Promise<string> {
    const { city, synthetic } = await facts.about(this.published);
    const { decisions, today } = await this.decisions.fitting(filterOf(query));
    const name = `What happened: ${city}${synthetic ? ' (made up)' : ''}`;
    return dueCalendar(decisions, name, today);
  }

  /** Every public decision with its actions, a row each, in the columns in which agencies send them. */
  @Get('decisions.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="decisions.csv"')
  @Header('cache-control', 'public, max-age=300')
  async file(@Query() query: Asked): Promise<string> {
    const { decisions, names } = await this.decisions.fitting(filterOf(query));
    const found = decisions.map((one) => ({
      ...one,
      communities: one.communities.filter((code) => names.communities.has(code)),
    }));
    return toSafeCsv([...DECISION_COLUMNS], rowsOfDecisions(found));
  }
}
