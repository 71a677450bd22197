import { Args, Query, Resolver } from '@nestjs/graphql';
import * as facts from '#facts';
import { Inject } from '@nestjs/common';
import type { Database } from '#store';
import { PUBLISHED } from '../../options.js';
import { areaOf } from '../areas/areas.js';
import { Quotes } from '../decisions/quotes.js';
import { Editions } from '../editions/editions.js';
import { QuotesArgs, ReleasedQuote } from './quotes.type.js';

/** Quotes shown at once; who reads more has found their theme. */
const MOST = 20;

@Resolver(() => ReleasedQuote)
export class QuotesResolver {
  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    private readonly editions: Editions,
    private readonly allQuotes: Quotes,
  ) {}

  @Query(() => [ReleasedQuote], {
    description:
      'Released quotes of an edition, by theme, ward, community, engagement and open question, at most twenty: those that give most to go by first, and by turns one that disagrees with most.',
  })
  async quotes(
    @Args() { theme, ward, community, engagement, question, edition }: QuotesArgs,
  ): Promise<ReleasedQuote[]> {
    const of = await this.editions.ofList(edition);
    if (!of) return [];
    const says = await facts.editionSays(this.published, of.number);
    const areas = new Map(says?.wards.map((one) => [one.code, areaOf(one, says.census)]));
    const agencies = new Map((await facts.agencies(this.published, of.number)).map((one) => [one.code, one]));
    const wanted = {
      theme: theme ?? null,
      ward: ward ?? null,
      engagement: engagement ?? null,
      question: question ?? null,
      community: community ?? null,
    };
    const found = await this.allQuotes.inEdition(of.number, wanted, MOST);
    return found.flatMap(({ quote, agency, ward: place, ...shown }) => {
      const own = agencies.get(agency);
      return own ? [{ ...shown, id: quote, agency: own, ward: areas.get(place ?? '') ?? null }] : [];
    });
  }
}
