import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import * as facts from '#facts';
import type { Database } from '#store';
import { pageOf, PageOf50, type Slice } from '../../graphql/paging.js';
import { PUBLISHED } from '../../options.js';
import { Freshness, FreshnessConnection } from './freshness.type.js';

@Resolver(() => Freshness)
export class FreshnessResolver {
  constructor(@Inject(PUBLISHED) private readonly published: Database) {}

  @Query(() => FreshnessConnection, { description: 'How fresh each source is now (not frozen).' })
  async freshness(@Args() page: PageOf50): Promise<Slice<Freshness>> {
    return pageOf(await facts.freshness(this.published), page, 'freshness', (one) => one.source);
  }
}
