import { Controller, Get, Header, Inject, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { Parent, Query as Ask, ResolveField, Resolver } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readReleasedReport, readReleasedReports, type Database, type ReleasedReport } from '#store';
import { ApiError } from '../../graphql/errors.js';
import { PUBLISHED } from '../../options.js';
import { PublishedReport } from '../../partner/reports/report.type.js';
import { page } from '../read/page.js';
import { Reading } from '../read/reading.js';
import type { ReportContent } from './content.js';
import { Charts } from './forms/charts.js';
import { ReportForms } from './forms/report-forms.js';
import { reportList, reportPage } from './report-pages.js';
import { ReportWords } from './report-words.js';
import { pageAt } from './row-places.js';

/** What is out is asked for anew each time: a minute more in a cache would be a minute too late, or too early. */
const NOT_KEPT = 'no-cache';
const HTML = 'text/html; charset=utf-8';
/** Names that a reader's address bar may hold; a report's own address is never made of anything else. */
const HOST = /^[a-z0-9.:[\]-]{1,255}$/i;
const COME_BACK_SECONDS = 10;

/** Released reports in all their forms; before its minute there is none of any. */
@Controller()
export class ReportsController {
  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    private readonly reading: Reading,
    private readonly words: ReportWords,
    private readonly forms: ReportForms,
    private readonly charts: Charts,
  ) {}

  @Get('read/reports')
  @Header('content-type', HTML)
  @Header('cache-control', NOT_KEPT)
  async list(): Promise<string> {
    const head = await this.reading.head('Reports', '/read/reports');
    return page(head, reportList(await readReleasedReports(this.published)));
  }

  @Get('read/reports/:slug')
  @Header('content-type', HTML)
  @Header('cache-control', NOT_KEPT)
  async one(@Param('slug') slug: string): Promise<string> {
    const { content, report } = await this.find(slug);
    const edition = await this.reading.edition(content.edition.number);
    const head = await this.reading.head(content.title, '/read/reports', edition);
    return page(head, reportPage(content, report, await this.charts.drawn()));
  }

  @Get('read/reports/:slug/:file')
  async file(
    @Param('slug') slug: string,
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { content, report } = await this.find(slug);
    try {
      const form = await this.forms.file(content, file, originOf(request), report);
      if (!form) throw new NotFoundException();
      const shown = /\.(pdf|svg)$/.test(file) ? 'inline' : 'attachment';
      await reply
        .header('cache-control', NOT_KEPT)
        .header('content-disposition', `${shown}; filename="${content.slug}-${file}"`)
        .type(form.type)
        .send(typeof form.body === 'string' ? form.body : Buffer.from(form.body));
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'BUSY') throw error;
      await reply
        .header('retry-after', String(COME_BACK_SECONDS))
        .code(503)
        .type('text/plain; charset=utf-8')
        .send(error.message);
    }
  }

  /** The short address of a report, as it stands in print. */
  @Get('r/:slug')
  async short(@Param('slug') slug: string, @Res() reply: FastifyReply): Promise<void> {
    const { content } = await this.find(slug);
    await lead(reply, `/read/reports/${content.slug}`);
  }

  /** The short address of one row of a report, such as F1.3. */
  @Get('r/:slug/:place')
  async row(
    @Param('slug') slug: string,
    @Param('place') place: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { content } = await this.find(slug);
    const to = pageAt(content, place.slice(0, 20));
    if (to === null) throw new NotFoundException();
    await lead(reply, to);
  }

  private async find(slug: string): Promise<{ content: ReportContent; report: ReleasedReport }> {
    const [content, all] = await Promise.all([
      readReleasedReport(this.published, slug) as Promise<ReportContent | null>,
      readReleasedReports(this.published),
    ]);
    const report = all.find((one) => one.slug === slug);
    if (!content || !report) throw new NotFoundException();
    return { content: await this.words.shown(content), report };
  }
}

const lead = (reply: FastifyReply, to: string) =>
  reply.header('cache-control', NOT_KEPT).code(302).header('location', to).send();

/** The hub as its reader calls it. @throws NotFoundException for a name that is none */
function originOf({ protocol, host }: FastifyRequest): string {
  if (!HOST.test(host)) throw new NotFoundException();
  return `${protocol}://${host}`;
}

@Resolver(() => PublishedReport)
export class PublishedReportResolver {
  constructor(@Inject(PUBLISHED) private readonly published: Database) {}

  @Ask(() => [PublishedReport], { description: 'Reports that are out, the latest first.' })
  publishedReports(): Promise<ReleasedReport[]> {
    return readReleasedReports(this.published);
  }

  @ResolveField(() => String, {
    deprecationReason: 'Ask for kind and subject.',
    description: 'Empty where the report is of no theme.',
  })
  theme(@Parent() { kind, subject }: ReleasedReport): string {
    return kind === 'theme' ? subject : '';
  }
}
