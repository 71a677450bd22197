import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, Int, Query, Resolver } from '@nestjs/graphql';
import { CITY, RECORDED_CRIME, RECORDED_CRIME_BREAKS } from '#domain';
import * as facts from '#facts';
import type { Database } from '#store';
import { pageOf, PageOf100 } from '../../graphql/paging.js';
import { PUBLISHED } from '../../options.js';
import { Editions } from '../editions/editions.js';
import { ContextPointConnection } from './recorded-crime.type.js';

@ArgsType()
class RecordedCrimeArgs extends PageOf100 {
  @Field(() => Int, { nullable: true, description: 'Default: the latest.' }) edition?: number | null;
}

/** Recorded crime of the city by month, and where it comes from. */
interface CityCrime {
  months: readonly { month: string; count: number }[];
  source: string;
  broken: { month: string; reason: string } | undefined;
}

@Resolver(() => ContextPointConnection)
export class RecordedCrimeResolver {
  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    private readonly editions: Editions,
  ) {}

  @Query(() => ContextPointConnection, {
    description:
      'Recorded crime of the city by month with its known break, as the edition froze it; context for trends, never a count of ours. Of an edition that froze none, the counts that came with the hub.',
  })
  async recordedCrime(@Args() { edition, ...page }: RecordedCrimeArgs): Promise<ContextPointConnection> {
    const { months, source, broken } = (await this.frozen(edition)) ?? WITH_THE_HUB;
    const points = months.map(({ month, count }) => ({
      month,
      value: count,
      afterBreak: broken !== undefined && month >= broken.month,
    }));
    return {
      ...pageOf(points, page, 'recordedCrime', (point) => point.month),
      title: `Crime and anti-social behaviour recorded by police, ${CITY.name}, by month`,
      source,
      breakAt: broken ? `${broken.month}-01` : null,
      breakNote: broken?.reason ?? null,
    };
  }

  /** The series of the city that an edition has, the first where it has several; null where it has none. @throws ApiError for a number that was never published */
  private async frozen(edition: number | null | undefined): Promise<CityCrime | null> {
    const of = await this.editions.ofList(edition);
    const here = of && (await facts.askRecorded(this.published, of.number, null));
    const [first] = here?.series ?? [];
    if (!first) return null;
    return {
      // Of a month of which nothing is held nothing is drawn: it is not nought.
      months: first.months.flatMap(({ month, count }) => (count === null ? [] : [{ month, count }])),
      source: `${first.attribution}, ${first.agencyName}, ${first.licence}`,
      broken: first.breaks[0],
    };
  }
}

const WITH_THE_HUB: CityCrime = {
  months: RECORDED_CRIME,
  source: 'data.police.uk, Devon and Cornwall Police, Open Government Licence v3.0',
  broken: RECORDED_CRIME_BREAKS[0],
};
