import { Inject, Injectable } from '@nestjs/common';
import { type Census, CENSUS_2021, type Ward } from '#domain';
import * as facts from '#facts';
import type { Edition, Figure, FigureFilter, Statement } from '#facts';
import type { Dimension } from '#facts';
import type { Database } from '#store';
import { nullUnlessBusy } from '../../graphql/errors.js';
import { PUBLISHED } from '../../options.js';
import { Session } from '../../sign-in/session.js';
import { Editions } from '../editions/editions.js';
import { Figures, type AnswerTold } from '../figures/figures.js';
import { THEMES, UNHEARD } from '../figures/report-codes.js';
import type { PageHead } from './page.js';

export interface Table {
  total: Figure;
  figures: Figure[];
  /** What the edition says beside them, and why it says nothing where it does not. */
  statements: readonly Statement[];
  silent: string | null;
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
    const period = edition && (await facts.editionPeriod(this.published, edition.number).catch(() => null));
    return { title, city, synthetic, edition, period, here };
  }

  /** People by theme; the whole is `total`. */
  themes(edition: Edition): Promise<Table> {
    return this.ask(edition, [], {});
  }

  /** People of a ward by theme; no theme where so many would be hidden that the table is not told. */
  async themesOfWard(edition: Edition, ward: string): Promise<Table> {
    const told = await this.ask(edition, [], { ward: [ward] }).catch(nullUnlessBusy);
    if (told) return told;
    const { total, figures, silent } = await this.wards(edition);
    const own = figures.find(({ keys }) => keys[0]?.code === ward) ?? total;
    return { total: own, figures: [], statements: [], silent };
  }

  wards(edition: Edition): Promise<Table> {
    return this.ask(edition, ['ward'], {});
  }

  /** Groups among those heard in a ward beside residents; null where so many would be hidden that the table is not told. */
  groupsOfWard({ number: edition }: Edition, ward: string): Promise<facts.FigureTable | null> {
    const question = { report: UNHEARD, by: ['characteristic'] as Dimension[], filter: { ward: [ward] } };
    return this.figures.ask({ ...question, edition }, this.nobody).catch(nullUnlessBusy);
  }

  /** The wards and census that the edition was counted by. */
  async geography({ number }: Edition): Promise<{ wards: readonly Ward[]; census: Census }> {
    const { wards = [], census = CENSUS_2021 } = (await facts.editionSays(this.published, number)) ?? {};
    return { wards, census };
  }

  /** Those that can be answered now, the one that closes first at the head. @param today ISO date */
  async openEngagements(edition: Edition, today: string): Promise<facts.PublishedEngagement[]> {
    const open = await facts.engagements(this.published, { openOn: today }, edition.number);
    return open
      .filter(({ opens, closes }) => opens !== null && closes !== null)
      .sort((a, b) => ((a.closes ?? '') < (b.closes ?? '') ? -1 : 1));
  }

  /** Those that have closed, the latest first. @param today ISO date */
  async heldEngagements(edition: Edition, today: string): Promise<facts.PublishedEngagement[]> {
    const all = await facts.engagements(this.published, {}, edition.number);
    return all
      .filter(({ closes }) => closes !== null && closes < today)
      .sort((a, b) => ((a.closes ?? '') < (b.closes ?? '') ? 1 : -1));
  }

  /** What police recorded in a ward, or where it is null in the city, as the edition has it; null where it has none. */
  recorded(edition: Edition, ward: string | null): Promise<facts.RecordedHere | null> {
    return facts.askRecorded(this.published, edition.number, ward);
  }

  figure(id: string, edition: number): Promise<Figure | null> {
    return this.figures.byId(id, edition);
  }

  /** An answer with its question; null where the edition tells no such answer. */
  async answer(id: string, number: number): Promise<(AnswerTold & { edition: Edition }) | null> {
    const edition = await this.edition(number);
    const told = edition && (await this.figures.answersById([id], number)).get(id);
    return told ? { ...told, edition } : null;
  }

  private async ask(edition: Edition, by: Dimension[], filter: FigureFilter): Promise<Table> {
    const { total, figures, statements, silent } = await this.figures.ask(
      { report: THEMES, by, filter, edition: edition.number },
      this.nobody,
    );
    return { total, figures, statements, silent };
  }
}
