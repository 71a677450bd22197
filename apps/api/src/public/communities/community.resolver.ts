import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import * as facts from '#facts';
import type { Database } from '#store';
import { pageOf, type Slice } from '../../graphql/paging.js';
import { PUBLISHED } from '../../options.js';
import { Editions } from '../editions/editions.js';
import { CommunitiesArgs, Community, CommunityConnection } from './community.type.js';

@Resolver(() => Community)
export class CommunityResolver {
  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    private readonly editions: Editions,
  ) {}

  @Query(() => CommunityConnection)
  async communities(@Args() { kind, edition, ...page }: CommunitiesArgs): Promise<Slice<Community>> {
    const of = await this.editions.ofList(edition);
    const all = of ? await facts.communities(this.published, kind ?? null, of.number) : [];
    return pageOf(all, page, 'communities', (community) => community.code);
  }
}
