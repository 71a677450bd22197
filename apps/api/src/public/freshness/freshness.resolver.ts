import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import * as facts from '#facts';
import type { Database } from '#store';
import { pageOf, type Slice } from '../../graphql/paging.js';
import { PUBLISHED } from '../../options.js';
import { Editions } from '../editions/editions.js';
import { Freshness, FreshnessArgs, FreshnessConnection } from './freshness.type.js';

@Resolver(() => Freshness)
export class FreshnessResolver {
  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    private readonly editions: Editions,
  ) {}

  @Query(() => FreshnessConnection, {
    description:
      'How fresh each source was when an edition was published, the latest unless asked otherwise (of one made before that was kept: as the latest says, and `asOf` is null). By weeks in which at least five people were received, or spoke; sources of own agencies are told to the minute (`Source.freshness`).',
  })
  async freshness(@Args() { edition, ...page }: FreshnessArgs): Promise<Slice<Freshness>> {
    const of = typeof edition === 'number' ? await this.editions.ofList(edition) : null;
    return pageOf(
      await facts.publicFreshness(this.published, of?.number ?? null),
      page,
      'freshness',
      (one) => one.source,
    );
  }
}
