import { Inject, Injectable } from '@nestjs/common';
import type { QuoteReference } from '#domain';
import * as facts from '#facts';
import {
  readQuotePlaces,
  readQuotesIn,
  readQuoteWords,
  type Database,
  type QuoteRow,
  type QuoteWords,
} from '#store';
import { PUBLISHED } from '../../options.js';
import { Figures } from '../figures/figures.js';

/** Quotes are never shown from a cell of fewer people. */
const FEWEST_BEHIND = 10;
const REPORT = 'themes-by-community';
const NOWHERE = 'not-known';
/** More are not looked at for one page. */
const MOST_LOOKED_AT = 200;

/** Released quotes by their places in editions. */
@Injectable()
export class Quotes {
  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    private readonly figures: Figures,
  ) {}

  /** Those that may be shown, in the order asked: still released, and from a cell of ten people or more. */
  async shown<T extends Pick<QuoteReference, 'edition' | 'quote'>>(
    places: readonly T[],
  ): Promise<(T & QuoteWords)[]> {
    if (places.length === 0) return [];
    const words = await readQuoteWords(this.published, places);
    const byPlace = new Map(words.map((one) => [`${one.edition}/${one.quote}`, one]));
    const shown: (T & QuoteWords)[] = [];
    for (const place of places) {
      const found = byPlace.get(`${place.edition}/${place.quote}`);
      if (found && (await this.mayShow(found))) shown.push({ ...place, ...found });
    }
    return shown;
  }

  /** Every quote of a theme that may be shown in an edition. */
  async ofTheme(edition: number, theme: string): Promise<QuoteWords[]> {
    return this.shown(await readQuotePlaces(this.published, edition, theme));
  }

  /**
   * Quotes of an edition that may be shown; the ward is told where ten people or more raised the theme there, otherwise the quote stands for the
   * city. Under a codebook of an agency no ward is told.
   */
  async inEdition(
    edition: number,
    { theme, engagement }: { theme: string | null; engagement: string | null },
  ): Promise<QuoteRow[]> {
    const all = (await readQuotesIn(this.published, edition, theme)).filter(
      (quote) => engagement === null || quote.engagement === engagement,
    );
    const shown: QuoteRow[] = [];
    for (const quote of all.slice(0, MOST_LOOKED_AT)) {
      const ofCity = !quote.theme.includes('/');
      if (ofCity && (await this.mayShow({ ...quote, edition }))) shown.push(quote);
      else if (
        ofCity
          ? await this.mayShow({ ...quote, edition, ward: NOWHERE })
          : await this.isRaised(quote, edition)
      )
        shown.push({ ...quote, ward: NOWHERE });
    }
    return shown;
  }

  /** Whether ten people or more raised a theme of an agency's codebook in its engagement. */
  private async isRaised({ theme, engagement }: QuoteRow, edition: number): Promise<boolean> {
    const answer = await facts.askResults(this.published, { engagement, edition }, { kind: 'public' });
    return (
      answer.ok &&
      answer.results.themed.some(({ all }) =>
        all.options.some(({ code, people }) => code === theme && (people ?? 0) >= FEWEST_BEHIND),
      )
    );
  }

  /** By released figures alone: the theme in its ward, or in the city where the ward is not known. */
  private async mayShow({
    edition,
    theme,
    ward,
  }: Pick<QuoteWords, 'edition' | 'theme' | 'ward'>): Promise<boolean> {
    const keys = `/theme=${theme}${ward === NOWHERE ? '' : `;ward=${ward}`}`;
    const figure = await this.figures.byId(REPORT + keys, edition);
    return figure !== null && !figure.hidden && figure.people.value >= FEWEST_BEHIND;
  }
}
