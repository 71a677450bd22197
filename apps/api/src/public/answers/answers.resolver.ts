import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { Results } from '#facts';
import type { ApiContext } from '../../graphql/context.js';
import { Figures } from '../figures/figures.js';
import { AnswersArgs, ResultsType } from './answers.type.js';

@Resolver(() => ResultsType)
export class AnswersResolver {
  constructor(private readonly figures: Figures) {}

  @Query(() => ResultsType, {
    description:
      'What people answered to the closed questions of an engagement, cut by at most one characteristic, ward or area.',
  })
  answers(
    @Args() { engagement, question, by, among, edition, working }: AnswersArgs,
    @Context() { session }: ApiContext,
  ): Promise<Results> {
    return this.figures.results(
      {
        engagement,
        question: question ?? null,
        by: by ?? null,
        among: among ?? null,
        edition: edition ?? null,
        working: working ?? false,
      },
      session,
    );
  }
}
