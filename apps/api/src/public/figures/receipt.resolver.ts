import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ApiContext } from '../../graphql/context.js';
import { Freshness } from '../freshness/freshness.type.js';
import { LiveFreshness } from '../freshness/live-freshness.js';
import { Receipt } from './receipt.type.js';

@Resolver(() => Receipt)
export class ReceiptResolver {
  constructor(private readonly freshness: LiveFreshness) {}

  /**
   * As they were when the edition was published. Where that was not kept they are of now: figures are remembered, and what was on
   * time when they were first asked for may be late.
   */
  @ResolveField(() => [Freshness])
  async sources(@Parent() receipt: Receipt, @Context() context: ApiContext): Promise<Freshness[]> {
    if (receipt.sources.every((one) => one.asOf !== null)) return [...receipt.sources];
    const now = await this.freshness.of(context);
    return receipt.sources.map((one) => (one.asOf === null ? (now.get(one.source) ?? one) : one));
  }
}
