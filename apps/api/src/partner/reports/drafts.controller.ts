import { Controller, Get, Inject, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { openReport, readReleasedReports, readReports, type Database, type HeldReport } from '#store';
import { KEY } from '../../graphql/paging.js';
import { ADDRESS, PUBLISHED, WORKBENCH } from '../../options.js';
import type { ReportContent } from '../../public/reports/content.js';
import { ReportForms } from '../../public/reports/forms/report-forms.js';
import { originOf } from '../../public/reports/origin.js';
import { ReportWords } from '../../public/reports/report-words.js';
import { sendForm } from '../../public/reports/send-form.js';
import { sessionOf } from '../../sign-in/session-of.js';
import type { Session } from '../../sign-in/session.js';

/** What is proposed, as it will be printed: for those alone who write or read it before release, and each opening is written down. */
@Controller('drafts')
export class DraftsController {
  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    @Inject(WORKBENCH) private readonly workbench: Database,
    private readonly words: ReportWords,
    private readonly forms: ReportForms,
    @Inject(ADDRESS) private readonly address: string | null,
  ) {}

  @Get(':id/report.pdf')
  async pdf(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    void reply.header('cache-control', 'private, no-store');
    const session = sessionOf(request, this.workbench);
    const opened = KEY.uuid.test(id) ? await this.open(id, session) : null;
    if (!opened?.proposed) throw new NotFoundException();
    const content = await this.words.shown(opened.proposed as ReportContent);
    const standing = {
      origin: originOf(request, this.address),
      release: null,
      correctedBy: null,
      corrects: await this.slugOf(content.corrects),
    };
    await sendForm(reply, `${content.slug}-draft.pdf`, () =>
      this.forms.file(content, 'report.pdf', standing),
    );
  }

  /** Opened for its hands where it is proposed and not out; null for everybody else, and then nothing is written down. */
  private async open(id: string, session: Session): Promise<HeldReport | null> {
    const viewer = await session.viewer();
    if (!viewer) return null;
    return session.work(async (tx) => {
      const line = (await readReports(tx)).find((one) => one.id === id);
      const isHand = line?.hands.some(({ account }) => account === viewer.name) ?? false;
      return line && isHand && line.digest !== null && !line.released ? openReport(tx, id) : null;
    });
  }

  private async slugOf(id: string | null): Promise<string | null> {
    if (id === null) return null;
    return (await readReleasedReports(this.published)).find((one) => one.id === id)?.slug ?? null;
  }
}
