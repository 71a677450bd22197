import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ApiContext } from '../../graphql/context.js';
import { Freshness } from '../freshness/freshness.type.js';
import { LiveFreshness } from '../freshness/live-freshness.js';
import { Receipt } from './receipt.type.js';

@Resolver(() => Receipt)
export class ReceiptResolver {
  constructor(private readonly freshness: LiveFreshness) {}

  /** As they are now: figures are remembered, and what was on time when they were first asked for may be late. */
  @ResolveField(() => [Freshness])
  async sources(@Parent() receipt: Receipt, @Context() context: ApiContext): Promise<Freshness[]> {
    const now = await this.freshness.of(context);
    return receipt.sources.map((one) => now.get(one.source) ?? one);
  }
}
