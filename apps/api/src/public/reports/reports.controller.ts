import { Controller, Get, Header, Inject, NotFoundException, Param, Res } from '@nestjs/common';
import { Query as Ask, Resolver } from '@nestjs/graphql';
import type { FastifyReply } from 'fastify';
import { readReleasedReport, readReleasedReports, type Database, type ReleasedReport } from '#store';
import { PUBLISHED } from '../../options.js';
import { PublishedReport } from '../../partner/reports/report.type.js';
import { page } from '../read/page.js';
import { Reading } from '../read/reading.js';
import type { ReportContent } from './content.js';
import { dataPackage, tableCsv } from './forms/data.js';
import { ods } from './forms/ods.js';
import { workbookOf } from './forms/workbook.js';
import { xlsx } from './forms/xlsx.js';
import { reportList, reportPage } from './report-pages.js';

/** What is out is asked for anew each time: a minute more in a cache would be a minute too late, or too early. */
const NOT_KEPT = 'no-cache';

/** Released reports in all their forms; before its minute there is none of any. */
@Controller('read/reports')
export class ReportsController {
  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    private readonly reading: Reading,
  ) {}

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', NOT_KEPT)
  async list(): Promise<string> {
    const head = await this.reading.head('Reports', '/read/reports');
    return page(head, reportList(await readReleasedReports(this.published)));
  }

  @Get(':slug')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', NOT_KEPT)
  async one(@Param('slug') slug: string): Promise<string> {
    const { content, report } = await this.find(slug);
    const head = await this.reading.head(
      content.title,
      '/read/reports',
      await this.reading.edition(content.edition.number),
    );
    return page(head, reportPage(content, report));
  }

  @Get(':slug/:file')
  async file(
    @Param('slug') slug: string,
    @Param('file') file: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { content } = await this.find(slug);
    const form = formOf(content, file);
    if (!form) throw new NotFoundException();
    const name = `${content.slug}-${file}`;
    await reply
      .header('cache-control', NOT_KEPT)
      .header('content-disposition', `attachment; filename="${name}"`)
      .type(form.type)
      .send(typeof form.body === 'string' ? form.body : Buffer.from(form.body));
  }

  private async find(slug: string): Promise<{ content: ReportContent; report: ReleasedReport }> {
    const [content, all] = await Promise.all([
      readReleasedReport(this.published, slug) as Promise<ReportContent | null>,
      readReleasedReports(this.published),
    ]);
    const report = all.find((one) => one.slug === slug);
    if (!content || !report) throw new NotFoundException();
    return { content, report };
  }
}

/** The file of that name: the tables as a workbook, the description of the data, or one table. */
function formOf(content: ReportContent, file: string): { type: string; body: string | Uint8Array } | null {
  if (file === 'tables.xlsx')
    return {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      body: xlsx(workbookOf(content)),
    };
  if (file === 'tables.ods')
    return { type: 'application/vnd.oasis.opendocument.spreadsheet', body: ods(workbookOf(content)) };
  if (file === 'datapackage.json')
    return { type: 'application/json; charset=utf-8', body: JSON.stringify(dataPackage(content), null, 1) };
  const table = content.tables.find(({ code }) => `${code.toLowerCase()}.csv` === file);
  return table ? { type: 'text/csv; charset=utf-8', body: tableCsv(table) } : null;
}

@Resolver(() => PublishedReport)
export class PublishedReportResolver {
  constructor(@Inject(PUBLISHED) private readonly published: Database) {}

  @Ask(() => [PublishedReport], { description: 'Reports that are out, the latest first.' })
  publishedReports(): Promise<PublishedReport[]> {
    return readReleasedReports(this.published);
  }
}
