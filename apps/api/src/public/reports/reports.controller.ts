import { Controller, Get, Header, Inject, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { Parent, Query as Ask, ResolveField, Resolver } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { agencies as agenciesOf } from '#facts';
import {
  readReleasedReport,
  readReleasedReports,
  readReportSeen,
  type Database,
  type ReleasedReport,
} from '#store';
import { ADDRESS, PUBLISHED } from '../../options.js';
import { PublishedReport } from '../../partner/reports/report.type.js';
import { page } from '../read/page.js';
import { Reading } from '../read/reading.js';
import type { ReportContent } from './content.js';
import { Charts } from './forms/charts.js';
import { ReportForms } from './forms/report-forms.js';
import { originOf } from './origin.js';
import { reportList, reportPage } from './report-pages.js';
import { ReportWords } from './report-words.js';
import { pageAt, typedAddress } from './row-places.js';
import { seenTable } from './seen-table.js';
import { sendForm } from './send-form.js';

/** What is out is asked for anew each time: a minute more in a cache would be a minute too late, or too early. */
const NOT_KEPT = 'no-cache';
const HTML = 'text/html; charset=utf-8';

/** Released reports in all their forms; before its minute there is none of any. */
@Controller()
export class ReportsController {
  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    private readonly reading: Reading,
    private readonly words: ReportWords,
    private readonly forms: ReportForms,
    private readonly charts: Charts,
    @Inject(ADDRESS) private readonly address: string | null,
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
  async one(@Param('slug') slug: string, @Req() request: FastifyRequest): Promise<string> {
    const { content, report, corrects } = await this.whole(slug);
    const shown = {
      at: typedAddress(originOf(request, this.address), slug),
      corrects,
      isDrawn: await this.charts.drawn(),
    };
    const edition = await this.reading.edition(content.edition.number);
    const head = await this.reading.head(content.title, '/read/reports', edition);
    return page(head, reportPage(content, report, shown));
  }

  @Get('read/reports/:slug/:file')
  async file(
    @Param('slug') slug: string,
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { content, report, corrects } = await this.whole(slug);
    const { releasedAt, digest, correctedBy } = report;
    const standing = {
      origin: originOf(request, this.address),
      release: { releasedAt, digest },
      correctedBy,
      corrects,
    };
    void reply.header('cache-control', NOT_KEPT);
    await sendForm(reply, `${content.slug}-${file}`, () => this.forms.file(content, file, standing));
  }

  /** The short address of a report, as it stands in print. */
  @Get('r/:slug')
  async short(@Param('slug') slug: string, @Res() reply: FastifyReply): Promise<void> {
    const { slug: own } = await this.find(slug);
    await lead(reply, `/read/reports/${own}`);
  }

  /** The short address of one row of a report, such as F1.3. */
  @Get('r/:slug/:place')
  async row(
    @Param('slug') slug: string,
    @Param('place') place: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const to = pageAt(await this.find(slug), place.slice(0, 20));
    if (to === null) throw new NotFoundException();
    await lead(reply, to);
  }

  /** What is out at that address, as its readers signed it. @throws NotFoundException */
  private async find(slug: string): Promise<ReportContent> {
    const content = (await readReleasedReport(this.published, slug)) as ReportContent | null;
    if (!content) throw new NotFoundException();
    return content;
  }

  /** The same as it is shown, how it stands among the others, and the slug of what it corrects. @throws NotFoundException */
  private async whole(
    slug: string,
  ): Promise<{ content: ReportContent; report: ReleasedReport; corrects: string | null }> {
    const [content, all] = await Promise.all([this.find(slug), readReleasedReports(this.published)]);
    const report = all.find((one) => one.slug === slug);
    if (!report) throw new NotFoundException();
    const corrects = all.find(({ id }) => id === content.corrects)?.slug ?? null;
    return { content: await this.words.shown(await this.withSeen(content)), report, corrects };
  }

  /** A board's paper with who saw it before its minute, which is known from then on and never changes. */
  private async withSeen(content: ReportContent): Promise<ReportContent> {
    if (content.kind !== 'theme') return content;
    const [seen, agencies] = await Promise.all([
      readReportSeen(this.published, content.slug),
      agenciesOf(this.published, content.edition.number),
    ]);
    const names = new Map(agencies.map((one) => [one.code, one]));
    return { ...content, tables: [...content.tables, seenTable(seen, names)] };
  }
}

const lead = (reply: FastifyReply, to: string) =>
  reply.header('cache-control', NOT_KEPT).code(302).header('location', to).send();

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
