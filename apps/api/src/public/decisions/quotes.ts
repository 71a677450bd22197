import { Inject, Injectable } from '@nestjs/common';
import { quotesAllowed } from '#disclosure';
import type { QuoteReference } from '#domain';
import type { Figure, QuestionResult } from '#facts';
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
import { mostTelling } from './most-telling.js';
import { THEMES } from '../figures/report-codes.js';

const NOWHERE = 'not-known';

/** What a quote is shown with: its ward, or the whole city and no ward. */
export type QuotedOf = 'ward' | 'city';

/** Which quotes; null is any. */
export interface QuotesWanted {
  theme: string | null;
  ward: string | null;
  /** agency/key */
  engagement: string | null;
  /** Key of an open question of that engagement: quotes of its own answers. */
  question: string | null;
  /** Code of a community: quotes of its people. */
  community: string | null;
}

/** Released quotes by their places in editions. */
@Injectable()
export class Quotes {
  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    private readonly figures: Figures,
  ) {}

  /** Those that may be shown, in the order asked: still released, and from a cell of ten people or more: of its ward, or of the city. */
  async shown<T extends Pick<QuoteReference, 'edition' | 'quote'>>(
    places: readonly T[],
    of: QuotedOf = 'ward',
  ): Promise<(T & QuoteWords)[]> {
    if (places.length === 0) return [];
    const words = await readQuoteWords(this.published, places);
    const byPlace = new Map(words.map((one) => [`${one.edition}/${one.quote}`, one]));
    const shown: (T & QuoteWords)[] = [];
    for (const place of places) {
      const found = byPlace.get(`${place.edition}/${place.quote}`);
      const cell = found && { ...found, ward: of === 'city' ? NOWHERE : found.ward };
      if (cell && (await this.mayShow(cell))) shown.push({ ...place, ...found });
    }
    return shown;
  }

  /** Every quote of a theme that may be shown in an edition. */
  async ofTheme(edition: number, theme: string, of: QuotedOf = 'ward'): Promise<QuoteWords[]> {
    return this.shown(await readQuotePlaces(this.published, edition, theme), of);
  }

  /**
   * Quotes of an edition that may be shown, those that say most first and every other one dissenting (`mostTelling`); the ward is told where ten people
   * or more raised the theme there, otherwise the quote stands for the city. Under a codebook of an agency no ward is told, and none of a community's quotes:
   * these are shown where ten of its people or more raised the theme, in that ward if the same words are told with one.
   * @param most at most so many
   */
  async inEdition(
    edition: number,
    { theme, engagement, question, ward, community }: QuotesWanted,
    most: number,
  ): Promise<QuoteRow[]> {
    const asked = onceEach((of: string) => this.figures.questionsOf(of, edition));
    const wanted = (await readQuotesIn(this.published, edition, theme))
      .filter((quote) => engagement === null || quote.engagement === engagement)
      .filter(
        (quote) => question === null || (quote.question === question && quote.engagement === engagement),
      )
      .filter((quote) => community === null || quote.communities.includes(community))
      // A quote is told of its own ward or of none.
      .filter((quote) => ward === null || quote.ward === ward);
    const told = onceEach(async ({ theme, ward, engagement }: QuoteKey) => {
      if (community === null) return this.placeTold(edition, { theme, ward, engagement }, asked);
      // With its ward, which the same words have elsewhere, it would tell of a community's people in a ward.
      const place = await this.placeTold(edition, { theme, ward, engagement }, asked);
      return place !== null && (await this.mayShow({ edition, theme, ward: place, community }))
        ? NOWHERE
        : null;
    });
    const shown: QuoteRow[] = [];
    for (const quote of mostTelling(wanted)) {
      const place = await told({ theme: quote.theme, ward: quote.ward, engagement: quote.engagement });
      if (place !== null && (ward === null || place === ward)) shown.push({ ...quote, ward: place });
      if (shown.length === most) break;
    }
    return shown;
  }

  /** The ward that a quote may be shown with, `not-known` for none; null where it may not be shown. */
  private async placeTold(
    edition: number,
    { theme, ward, engagement }: QuoteKey,
    asked: (engagement: string) => Promise<readonly QuestionResult[]>,
  ): Promise<string | null> {
    if (theme.includes('/')) return isRaised(await asked(engagement), theme) ? NOWHERE : null;
    if (await this.mayShow({ edition, theme, ward })) return ward;
    return (await this.mayShow({ edition, theme, ward: NOWHERE })) ? NOWHERE : null;
  }

  /** By released figures alone: the theme in its ward, or in the city where the ward is not known; of a community, among its people. */
  private async mayShow({
    edition,
    theme,
    ward,
    community,
  }: Pick<QuoteWords, 'edition' | 'theme' | 'ward'> & { community?: string }): Promise<boolean> {
    const keys = `/theme=${theme}${ward === NOWHERE ? '' : `;ward=${ward}`}${community ? `;community=${encodeURIComponent(community).replaceAll('%3A', ':')}` : ''}`;
    const figure = await this.figures.byId(THEMES + keys, edition);
    return figure !== null && quotesAllowed(peopleBehind(figure));
  }
}

/** The fewer of those who were counted and of those who are told after a correction. */
const peopleBehind = (figure: Figure): number | null =>
  figure.hidden ? null : Math.min(figure.people.value, figure.asCounted ?? figure.people.value);

type QuoteKey = Pick<QuoteRow, 'theme' | 'ward' | 'engagement'>;

/** Whether ten people or more raised a theme of an agency's codebook in its engagement. */
const isRaised = (questions: readonly QuestionResult[], theme: string): boolean =>
  questions.some(
    ({ codedBy, all }) =>
      codedBy.length > 0 && all.options.some(({ code, people }) => code === theme && quotesAllowed(people)),
  );

/** Work that is done once for each key, however many quotes ask for it. */
function onceEach<K, T>(work: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const done = new Map<string, Promise<T>>();
  return (of) => {
    const key = JSON.stringify(of);
    const made = done.get(key) ?? work(of);
    done.set(key, made);
    return made;
  };
}
