import { Controller, Get, Header, Inject, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { toSafeCsv } from '#connectors';
import {
  atomFeed,
  DECISION_COLUMNS,
  dueCalendar,
  rowsOfDecisions,
  selectDecisions,
  type DecisionFilter,
} from '#decisions';
import { SHOWN_STATES, type HeldDecisionRecord, type ShownState } from '#domain';
import * as facts from '#facts';
import type { Database } from '#store';
import { PUBLISHED } from '../../options.js';
import { Decisions } from './decisions.js';

/** Longest value and most values of a parameter; whatever is beyond fits nothing. */
const LONGEST = 200;
const MOST = 50;

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
    const day = await this.decisions.day(null);
    const { agencies } = await this.decisions.names(null);
    const filter = filterOf(query);
    const asked = queryOf(filter);
    const all = filter.tied ? '' : `${asked ? '&' : '?'}records=all`;
    const id = `${request.protocol}://${request.host}/what-happened/feed.atom${asked}${all}`;
    const head = { city, synthetic, self: request.url, id, agencies };
    return atomFeed(await this.found(query, day), head, day);
  }

  @Get('calendar.ics')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'public, max-age=300')
  async calendar(@Query() query: Asked): Promise<string> {
    const { city, synthetic } = await facts.about(this.published);
    const day = await this.decisions.day(null);
    const name = `What happened: ${city}${synthetic ? ' (made up)' : ''}`;
    return dueCalendar(await this.found(query, day), name, day);
  }

  /** Every public decision with its actions, a row each, in the columns in which agencies send them. */
  @Get('decisions.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="decisions.csv"')
  @Header('cache-control', 'public, max-age=300')
  async file(@Query() query: Asked): Promise<string> {
    const day = await this.decisions.day(null);
    const { communities } = await this.decisions.names(null);
    const found = (await this.found(query, day)).map((one) => ({
      ...one,
      communities: one.communities.filter((code) => communities.has(code)),
    }));
    return toSafeCsv([...DECISION_COLUMNS], rowsOfDecisions(found));
  }

  private async found(query: Asked, day: string): Promise<HeldDecisionRecord[]> {
    const [all, { groupOf }] = await Promise.all([this.decisions.all(null), this.decisions.names(null)]);
    return selectDecisions(all, filterOf(query), groupOf, day);
  }
}

/** The same as a query, from `?` on; empty where nothing is filtered. Agencies' own records are no part of it. */
export function queryOf({ tied: _, search: __, ...filter }: DecisionFilter): string {
  const params = Object.entries(filter).flatMap(([name, values]) =>
    (values ?? []).map((value): [string, string] => [name, String(value)]),
  );
  return params.length > 0 ? `?${new URLSearchParams(params).toString()}` : '';
}

/** The page's parameters; anything malformed is left out. */
export function filterOf(query: Asked): DecisionFilter {
  const values = (name: string): string[] =>
    [query[name] ?? []]
      .flat()
      .filter((one): one is string => typeof one === 'string' && one.length <= LONGEST)
      .slice(0, MOST);
  const years = (name: string): number[] =>
    values(name)
      .filter((year) => /^\d{4}$/.test(year))
      .map(Number);
  const state = values('state').map((code) => code.toLowerCase().replaceAll('_', '-'));
  return {
    ward: values('ward'),
    theme: values('theme'),
    agency: values('agency'),
    community: values('community'),
    priority: values('priority'),
    engagement: values('engagement'),
    year: years('year'),
    doneIn: years('doneIn'),
    tied: values('records').length === 0,
    state: state.filter((code): code is ShownState => SHOWN_STATES.includes(code as ShownState)),
  };
}
