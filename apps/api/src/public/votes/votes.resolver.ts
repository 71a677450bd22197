import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { Votes } from '#facts';
import type { ApiContext } from '../../graphql/context.js';
import { Figures } from '../figures/figures.js';
import { VotesArgs, VotesType } from './votes.type.js';

@Resolver(() => VotesType)
export class VotesResolver {
  constructor(private readonly figures: Figures) {}

  @Query(() => VotesType, {
    description:
      'How people voted on the statements of an engagement, whether they fall into groups of opinion, and what others liked or supported as its platform counted.',
  })
  votes(
    @Args() { engagement, edition, working }: VotesArgs,
    @Context() { session }: ApiContext,
  ): Promise<Votes> {
    return this.figures.votes({ engagement, edition: edition ?? null, working: working ?? false }, session);
  }
}
