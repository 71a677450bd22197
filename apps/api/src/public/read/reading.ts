import { Inject, Injectable } from '@nestjs/common';
import * as facts from '#facts';
import type { Edition, Figure, FigureFilter } from '#facts';
import type { Dimension } from '#facts';
import type { Database } from '#store';
import { nullUnlessBusy } from '../../graphql/errors.js';
import { PUBLISHED } from '../../options.js';
import { Session } from '../../sign-in/session.js';
import type { AnswerAddress } from '../answers/answer-id.js';
import { Editions } from '../editions/editions.js';
import { Figures } from '../figures/figures.js';
import { THEMES } from '../figures/report-codes.js';
import type { PageHead } from './page.js';

export interface Table {
  total: Figure;
  figures: Figure[];
}

/** What pages for reading are made of: the same released figures as everywhere, of the latest edition. */
@Injectable()
export class Reading {
  private readonly nobody: Session;

  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    private readonly editions: Editions,
    private readonly figures: Figures,
  ) {
    this.nobody = new Session(published, null);
  }

  latest(): Promise<Edition | null> {
    return this.editions.find();
  }

  edition(number: number): Promise<Edition | null> {
    return this.editions.find(number);
  }

  /** Head of a page that shows figures of an edition. */
  async head(title: string, here: string, edition: Edition | null = null): Promise<PageHead> {
    const { city, synthetic } = await facts.about(this.published);
    return { title, city, synthetic, edition, here };
  }

  /** People by theme; the whole is `total`. */
  themes(edition: Edition): Promise<Table> {
    return this.ask(edition, [], {});
  }

  /** People of a ward by theme; no theme where so many would be hidden that the table is not told. */
  async themesOfWard(edition: Edition, ward: string): Promise<Table> {
    const told = await this.ask(edition, [], { ward: [ward] }).catch(nullUnlessBusy);
    if (told) return told;
    const { total, figures } = await this.wards(edition);
    return { total: figures.find(({ keys }) => keys[0]?.code === ward) ?? total, figures: [] };
  }

  wards(edition: Edition): Promise<Table> {
    return this.ask(edition, ['ward'], {});
  }

  /** Those that can be answered now, the one that closes first at the head. @param today ISO date */
  async openEngagements(edition: Edition, today: string): Promise<facts.PublishedEngagement[]> {
    const open = await facts.engagements(this.published, { openOn: today }, edition.number);
    return open
      .filter(({ opens, closes }) => opens !== null && closes !== null)
      .sort((a, b) => ((a.closes ?? '') < (b.closes ?? '') ? -1 : 1));
  }

  /** What police recorded in a ward, as the edition has it; null where it has none. */
  recorded(edition: Edition, ward: string): Promise<facts.RecordedHere | null> {
    return facts.askRecorded(this.published, edition.number, ward);
  }

  figure(id: string, edition: number): Promise<Figure | null> {
    return this.figures.byId(id, edition);
  }

  /** The question that an answer is of; null where the edition tells no such answer. */
  async question(
    address: AnswerAddress,
    number: number,
  ): Promise<{ question: facts.QuestionResult; edition: Edition } | null> {
    const edition = await this.edition(number);
    if (!edition) return null;
    const [question] = await this.figures.answersById([address], number);
    return question ? { question, edition } : null;
  }

  private async ask(edition: Edition, by: Dimension[], filter: FigureFilter): Promise<Table> {
    const { total, figures } = await this.figures.ask(
      { report: THEMES, by, filter, edition: edition.number },
      this.nobody,
    );
    return { total, figures };
  }
}
