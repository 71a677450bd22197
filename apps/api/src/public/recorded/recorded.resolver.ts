import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import * as facts from '#facts';
import type { Database } from '#store';
import { pageOf } from '../../graphql/paging.js';
import { PUBLISHED } from '../../options.js';
import { Editions } from '../editions/editions.js';
import { LOCATED } from './located.js';
import { RecordedArgs, RecordedSeriesConnection, RecordedSeriesType } from './recorded.type.js';

@Resolver(() => RecordedSeriesType)
export class RecordedResolver {
  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    private readonly editions: Editions,
  ) {}

  @Query(() => RecordedSeriesConnection, {
    description:
      'Recorded crime by month and kind, of a ward or of the city, as an edition froze it; none of editions made before it was kept.',
  })
  async recordedSeries(@Args() { edition, ward, ...page }: RecordedArgs): Promise<RecordedSeriesConnection> {
    const of = await this.editions.ofList(edition);
    const here = of && (await facts.askRecorded(this.published, of.number, ward ?? null));
    return {
      ...pageOf(here?.series ?? [], page, 'recordedSeries', ({ source }) => source),
      located: LOCATED,
    };
  }
}
