import type { Dimension, Figure, FigureFilter, FigureTable } from '#facts';
import { ApiError } from '../../../graphql/errors.js';
import type { Figures } from '../../../public/figures/figures.js';
import type { Session } from '../../../sign-in/session.js';

export const THEMES = 'themes-by-community';
export const UNHEARD = 'who-has-not-been-heard';
export const OVERVIEW = 'engagement-overview';

/** Figures of one edition as anybody may read them. */
export class AskReleased {
  /** Why figures that were asked are not told for their grade, by id. */
  readonly withheld = new Map<string, string>();

  /** @param nobody a session without rights */
  constructor(
    private readonly figures: Figures,
    private readonly edition: number,
    private readonly nobody: Session,
  ) {}

  /** No figure where so much would be hidden that the table is not told. */
  async figuresOf(report: string, by: Dimension[], filter: FigureFilter = {}): Promise<Figure[]> {
    return (await this.table(report, by, filter))?.figures ?? [];
  }

  /** Null where so much would be hidden that the table is not told. */
  async table(report: string, by: Dimension[], filter: FigureFilter = {}): Promise<FigureTable | null> {
    try {
      const table = await this.figures.ask({ report, by, filter, edition: this.edition }, this.nobody);
      for (const one of [table.total, ...table.figures])
        if (one.hidden && one.withheld) this.withheld.set(one.id, one.reason);
      return table;
    } catch (error) {
      if (error instanceof ApiError && error.code !== 'BUSY') return null;
      throw error;
    }
  }
}
