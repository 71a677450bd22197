import { Inject, Injectable } from '@nestjs/common';
import type { QuoteReference } from '#domain';
import { readQuotePlaces, readQuoteWords, type Database, type QuoteWords } from '#store';
import { PUBLISHED } from '../../options.js';
import { Figures } from '../figures/figures.js';

/** Quotes are never shown from a cell of fewer people. */
const FEWEST_BEHIND = 10;
const REPORT = 'themes-by-community';

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

  /** By released figures alone: the theme in its ward, or in the city where the ward is not known. */
  private async mayShow({ edition, theme, ward }: QuoteWords): Promise<boolean> {
    const keys = `/theme=${theme}${ward === 'not-known' ? '' : `;ward=${ward}`}`;
    const figure = await this.figures.byId(REPORT + keys, edition);
    return figure !== null && !figure.hidden && figure.people.value >= FEWEST_BEHIND;
  }
}
