import type { Dimension, Figure, FigureFilter, FigureTable } from '#facts';
import { nullUnlessBusy } from '../../../graphql/errors.js';
import type { Figures } from '../../../public/figures/figures.js';
import type { Session } from '../../../sign-in/session.js';

/** Figures of one edition as anybody may read them. */
export class AskReleased {
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
    return this.figures.ask({ report, by, filter, edition: this.edition }, this.nobody).catch(nullUnlessBusy);
  }
}
