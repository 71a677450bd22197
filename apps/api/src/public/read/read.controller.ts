import { Controller, Get, Header, NotFoundException, Param, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { changesOf, isTied, stateOfDecision, type DecisionFilter } from '#decisions';
import { placeOfPostcode, wardByCode } from '#domain';
import type { Edition } from '#facts';
import { formFields } from '../../form-fields.js';
import { KEY } from '../../graphql/paging.js';
import { readAnswerId } from '../answers/answer-id.js';
import { filterOf, queryOf } from '../decisions/decisions-query.js';
import { Decisions } from '../decisions/decisions.js';
import { Evidence } from '../decisions/evidence.js';
import { Quotes } from '../decisions/quotes.js';
import { decisionPage } from './decisions-in-html.js';
import { homePage, type LeadStory } from './home-page.js';
import { html, type Html } from './html.js';
import { day, ofPeriod, page, standing } from './page.js';
import { questionPage } from './question-page.js';
import type { Shown } from './page-parts.js';
import { Reading } from './reading.js';
import { decisionsPage, figurePage, wardPage, wardsPage } from './read-pages.js';
import { STYLE } from './style.js';

const HTML = 'text/html; charset=utf-8';
/** A page of the latest edition, and of decisions as they read now. */
const A_MINUTE = 'public, max-age=60';
const NOTHING_YET = html`<h1>Nothing is published yet</h1>
  <p>The first edition is still to come.</p>`;

/** Pages for reading without JavaScript, made on the server from the same released figures as every other page. */
@Controller('read')
export class ReadController {
  constructor(
    private readonly reading: Reading,
    private readonly decisions: Decisions,
    private readonly quotes: Quotes,
    private readonly evidence: Evidence,
  ) {}

  @Get('style.css')
  @RouteConfig({ counted: 'free' })
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  style(): string {
    return STYLE;
  }

  @Get()
  @Header('content-type', HTML)
  @Header('cache-control', A_MINUTE)
  home(): Promise<string> {
    return this.ofLatest('What people say, and what is done', '/read', (edition, city) =>
      this.homeOf(edition, city),
    );
  }

  private async homeOf(edition: Edition, city: string): Promise<Html> {
    const shown = await this.shown({});
    const open = await this.reading.openEngagements(edition, shown.today);
    const lead = await this.leadStory(shown);
    return homePage(city, await this.reading.themes(edition), open, { ...shown, lead });
  }

  /** What the first page says, without head and menu: it stands in the dashboard's first page until that has drawn its own. Null before the first edition. */
  async firstContent(): Promise<string | null> {
    const edition = await this.reading.latest();
    if (!edition) return null;
    const head = await this.reading.head('', '/', edition);
    return html`${standing(head)} ${await this.homeOf(edition, head.city)} ${ofPeriod(head)}`.text;
  }

  @Get('what-happened')
  @Header('content-type', HTML)
  @Header('cache-control', A_MINUTE)
  async list(@Query() query: Record<string, unknown>): Promise<string> {
    const { tied, ...filter } = filterOf(query);
    const shown = await this.shown(filter);
    const wards = (filter.ward ?? []).flatMap((code) => shown.names.wards.get(code)?.name ?? []);
    const head = await this.reading.head('What happened because people spoke', '/read/what-happened');
    const of = [...wards, ...(filter.doneIn ?? []).map((year) => `done in ${year}`)];
    return page(head, decisionsPage(shown, of.join(', ') || null, !tied));
  }

  @Get('what-happened/:id')
  @Header('content-type', HTML)
  @Header('cache-control', A_MINUTE)
  async decision(@Param('id') id: string): Promise<string> {
    const { decisions, names, today } = await this.decisions.fitting({});
    const found = KEY.uuid.test(id) ? decisions.find((one) => one.id === id) : undefined;
    if (!found) throw new NotFoundException();
    const [evidence, quotes, versions] = await Promise.all([
      this.evidence.of(found.evidence),
      this.quotes.shown(found.quotes),
      this.decisions.versions(id),
    ]);
    const changes = changesOf(versions, day);
    const head = await this.reading.head(found.title, '/read/what-happened');
    return page(head, decisionPage(found, { names, evidence, quotes, changes, today }));
  }

  @Get('wards')
  @Header('content-type', HTML)
  @Header('cache-control', A_MINUTE)
  wards(): Promise<string> {
    return this.ofLatest('Wards', '/read/wards', (edition) => this.wardsOf(edition, null));
  }

  @Get('wards/:code')
  @Header('content-type', HTML)
  @Header('cache-control', A_MINUTE)
  async ward(@Param('code') code: string): Promise<string> {
    const latest = await this.reading.latest();
    const says = latest && (await this.reading.geography(latest));
    const ward = says ? says.wards.find((one) => one.code === code) : wardByCode(code);
    if (!ward) throw new NotFoundException();
    const head = await this.reading.head(ward.name, '/read/wards', latest);
    if (!latest || !says) return page(head, NOTHING_YET);
    const [here, groups, city, recorded, shown, { promises }] = await Promise.all([
      this.reading.themesOfWard(latest, code),
      this.reading.groupsOfWard(latest, code),
      this.reading.themes(latest),
      this.reading.recorded(latest, code),
      this.shown({ ward: [code] }),
      this.decisions.board(null),
    ]);
    const [open, held] = await Promise.all([
      this.reading.openEngagements(latest, shown.today),
      this.reading.heldEngagements(latest, shown.today),
    ]);
    const { census } = says;
    const parts = { ward, census, here, groups, city, edition: latest, recorded, promises, open, held };
    return page(head, wardPage({ ...shown, ...parts }));
  }

  /** From a postcode, which travels in the body of the form alone, to the page of its ward. */
  @Post('ward')
  async find(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const place = placeOfPostcode((formFields(request.body)['postcode'] ?? '').slice(0, 20));
    if (place)
      return void (await reply.code(303).header('location', `/read/wards/${place.ward.code}`).send());
    const problem = 'That postcode is not in the city, or is not a whole postcode. Write it like PL4 8NU.';
    const text = await this.ofLatest('Wards', '/read/wards', (edition) => this.wardsOf(edition, problem));
    await reply.code(404).header('cache-control', 'no-store').type(HTML).send(text);
  }

  @Get('figures')
  @Header('content-type', HTML)
  @Header('cache-control', A_MINUTE)
  async figure(@Query('id') id: unknown, @Query('edition') edition: unknown): Promise<string> {
    const number = typeof edition === 'string' && /^[1-9]\d{0,8}$/.test(edition) ? Number(edition) : 0;
    const wanted = typeof id === 'string' && number ? id.slice(0, 500) : '';
    if (readAnswerId(wanted)) return this.answer(wanted, number);
    const figure = wanted ? await this.reading.figure(wanted, number) : null;
    if (!figure) throw new NotFoundException();
    const head = await this.reading.head('One figure', '', figure.edition);
    return page(head, figurePage(figure, head));
  }

  /** The latest decision that is done and in people's own words, with what they said; null where there is none. */
  private async leadStory({ decisions, today }: Shown): Promise<LeadStory | null> {
    const quoted = decisions.filter(
      (one) => isTied(one) && one.quotes.length > 0 && stateOfDecision(one, today) === 'done',
    );
    let best: Pick<LeadStory, 'decision' | 'quotes'> | null = null;
    for (const decision of quoted) {
      // Words that were released may be gone since, or stand for too few people.
      const quotes = await this.quotes.shown(decision.quotes);
      if (quotes.length > 0) best ??= { decision, quotes };
      // One that somebody asked for comes before one of which only a dissenting voice may be shown.
      if (!quotes.some(({ stance }) => stance === 'with')) continue;
      best = { decision, quotes };
      break;
    }
    if (!best) return null;
    const [said = null] = await this.evidence.of(best.decision.evidence.slice(0, 1));
    return { ...best, said };
  }

  private async answer(id: string, number: number): Promise<string> {
    const found = await this.reading.answer(id, number);
    if (!found) throw new NotFoundException();
    const head = await this.reading.head('One answer', '', found.edition);
    return page(head, questionPage(found, found.edition));
  }

  private async wardsOf(edition: Edition, problem: string | null): Promise<Html> {
    const { wards } = await this.reading.geography(edition);
    return wardsPage(await this.reading.wards(edition), wards, problem);
  }

  private async shown(filter: DecisionFilter) {
    return { ...(await this.decisions.fitting(filter)), query: queryOf(filter) };
  }

  private async ofLatest(
    title: string,
    here: string,
    content: (edition: Edition, city: string) => Promise<Html>,
  ): Promise<string> {
    const edition = await this.reading.latest();
    const head = await this.reading.head(title, here, edition);
    return page(head, edition ? await content(edition, head.city) : NOTHING_YET);
  }
}
