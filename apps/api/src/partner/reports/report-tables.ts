import { Inject, Injectable } from '@nestjs/common';
import { type Edition, type EditionSays, editionSays } from '#facts';
import type { Database } from '#store';
import { PUBLISHED } from '../../options.js';
import { Decisions } from '../../public/decisions/decisions.js';
import { Quotes } from '../../public/decisions/quotes.js';
import { Figures } from '../../public/figures/figures.js';
import type { ReportKind, ReportTable } from '../../public/reports/content.js';
import { Reading } from '../../public/read/reading.js';
import { Session } from '../../sign-in/session.js';
import { annexTables } from './tables/annex-tables.js';
import { restsOnTable } from './tables/change-cells.js';
import { AskReleased } from './tables/ask-released.js';
import { consultationTables } from './tables/consultation-tables.js';
import type { DecidedBefore } from './tables/decided-table.js';
import { type About, themeTables } from './tables/theme-tables.js';
import { wardTables } from './tables/ward-tables.js';

/** The tables of a report, of one edition: released figures alone. A table of which nothing may be told is left out. */
@Injectable()
export class ReportTables {
  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
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
    const [names, decisions, today, says] = await Promise.all([
      this.decisions.names(edition.number),
      this.decisions.all(null),
      this.decisions.day(null),
      editionSays(this.published, edition.number),
    ]);
    const ask = new AskReleased(this.figures, edition.number, nobody);
    const statements = says?.statements ?? [];
    const about = { ask, edition: edition.number, names, decisions, statements, today, quotes: this.quotes };
    const made = await this.ofKind(kind, subject, { edition, says, nobody, about });
    // In the order of the annex's codes: A4 is made of the tables before it.
    const behind = made.findIndex(({ code }) => code > 'A4' && code < 'B');
    const at = behind < 0 ? made.length : behind;
    const tables = made.toSpliced(at, 0, restsOnTable(made, statements, names.agencies));
    return tables.filter(({ rows }) => rows.length > 0).map(withoutEmptyColumns);
  }

  private async ofKind(
    kind: ReportKind,
    subject: string,
    { edition, says, nobody, about }: Made,
  ): Promise<ReportTable[]> {
    if (kind === 'theme') {
      const [recorded, before] = await Promise.all([
        this.reading.recorded(edition, null),
        this.decidedBefore(edition),
      ]);
      return [
        ...(await themeTables(subject, { recorded, before }, about)),
        ...(await annexTables(subject, edition, says, about)),
      ];
    }
    if (kind === 'ward') {
      const [open, held, recorded, { promises }] = await Promise.all([
        this.reading.openEngagements(edition, about.today),
        this.reading.heldEngagements(edition, about.today),
        this.reading.recorded(edition, subject),
        this.decisions.board(null),
      ]);
      return wardTables(subject, { open, held, recorded, promises, periods: says?.periods ?? null }, about);
    }
    const results = await this.figures.results({ engagement: subject, edition: edition.number }, nobody);
    return consultationTables(subject, results, about);
  }

  /** Decisions as the edition before carries them; null where there is none before, or it carries none. */
  private async decidedBefore({ before: earlier }: Edition): Promise<DecidedBefore | null> {
    const before = earlier === null ? null : await this.reading.edition(earlier);
    if (!before) return null;
    const [decisions, today] = await Promise.all([
      this.decisions.all(before.number),
      this.decisions.day(before.number),
    ]);
    return decisions.length === 0 ? null : { edition: before.number, decisions, today };
  }
}

interface Made {
  edition: Edition;
  says: EditionSays | null;
  nobody: Session;
  about: About;
}

/** A column in which nothing is told of any row, as of shares where no theme may be told by one, is left out; the first names the rows. */
export function withoutEmptyColumns(table: ReportTable): ReportTable {
  const kept = table.columns.map((_, at) => at === 0 || table.rows.some(({ cells }) => cells[at] !== ''));
  if (kept.every(Boolean)) return table;
  const keep = <T>(all: readonly T[]): T[] => all.filter((_, at) => kept[at]);
  return {
    ...table,
    columns: keep(table.columns),
    rows: table.rows.map((row) => ({ ...row, cells: keep(row.cells) })),
  };
}
