import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Edition as EditionShape } from '#facts';
import type { ApiContext } from '../../graphql/context.js';
import { pageOf, PageOf20, type Slice } from '../../graphql/paging.js';
import { Edition, EditionConnection } from './edition.type.js';
import { Editions } from './editions.js';

@Resolver(() => Edition)
export class EditionResolver {
  constructor(private readonly editions: Editions) {}

  @Query(() => EditionConnection, { name: 'editions' })
  async editionList(@Args() page: PageOf20): Promise<Slice<EditionShape>> {
    return pageOf(await this.editions.all(), page, 'editions', (one) => String(one.number));
  }

  @Query(() => Edition, { nullable: true, description: 'Default: the latest.' })
  edition(
    @Args('number', { type: () => Int, nullable: true }) number?: number | null,
  ): Promise<EditionShape | null> {
    return this.editions.find(number);
  }

  /** Asked anew: an edition stops being the latest after an answer about it was remembered. */
  @ResolveField(() => Boolean)
  async latest(@Parent() edition: EditionShape, @Context() context: ApiContext): Promise<boolean> {
    return (await context.batch(this.latestNumber).load('latest')) === edition.number;
  }

  private readonly latestNumber = async (_: ApiContext, keys: readonly string[]): Promise<number[]> => {
    const latest = await this.editions.find();
    return keys.map(() => latest?.number ?? 0);
  };
}
