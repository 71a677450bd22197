import { Injectable } from '@nestjs/common';
import type { Edition } from '#facts';
import { Decisions } from '../../public/decisions/decisions.js';
import { Quotes } from '../../public/decisions/quotes.js';
import { Figures } from '../../public/figures/figures.js';
import type { ReportKind, ReportTable } from '../../public/reports/content.js';
import { Reading } from '../../public/read/reading.js';
import { Session } from '../../sign-in/session.js';
import { AskReleased } from './tables/ask-released.js';
import { consultationTables } from './tables/consultation-tables.js';
import { type About, themeTables } from './tables/theme-tables.js';
import { wardTables } from './tables/ward-tables.js';

/** The tables of a report, of one edition: released figures alone. A table of which nothing may be told is left out. */
@Injectable()
export class ReportTables {
  constructor(
    private readonly figures: Figures,
    private readonly decisions: Decisions,
    private readonly quotes: Quotes,
    private readonly reading: Reading,
  ) {}

  /**
   * @param subject theme, engagement (agency/key) or ward
   * @param nobody a session without rights: a report is made of what anybody may read
   */
  async of(kind: ReportKind, subject: string, edition: Edition, nobody: Session): Promise<ReportTable[]> {
    const [names, decisions, today] = await Promise.all([
      this.decisions.names(edition.number),
      this.decisions.all(null),
      this.decisions.day(null),
    ]);
    const ask = new AskReleased(this.figures, edition.number, nobody);
    const about = { ask, edition: edition.number, names, decisions, today, quotes: this.quotes };
    const tables = await this.ofKind(kind, subject, edition, nobody, about);
    return tables.filter(({ rows }) => rows.length > 0);
  }

  private async ofKind(
    kind: ReportKind,
    subject: string,
    edition: Edition,
    nobody: Session,
    about: About,
  ): Promise<ReportTable[]> {
    if (kind === 'theme') return themeTables(subject, about);
    if (kind === 'ward') {
      const open = await this.reading.openEngagements(edition, about.today);
      return wardTables(subject, { open, recorded: await this.reading.recorded(edition, subject) }, about);
    }
    const results = await this.figures.results({ engagement: subject, edition: edition.number }, nobody);
    return consultationTables(subject, results, about);
  }
}
