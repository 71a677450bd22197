import { Inject } from '@nestjs/common';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { answerProblem, publicAnswers, readProblems, type Database } from '#store';
import type { ApiContext } from '../../graphql/context.js';
import { badRequest, notFound } from '../../graphql/errors.js';
import { PUBLISHED } from '../../options.js';
import { Needs } from '../../sign-in/role-guard.js';
import { FigureProblem, PublicAnswer } from './problem.type.js';

const LONGEST_ANSWER = 2_000;

/** "This looks wrong": read and answered by those who make the figures. */
@Resolver(() => FigureProblem)
export class ProblemResolver {
  constructor(@Inject(PUBLISHED) private readonly published: Database) {}

  @Needs('analyst', 'lead')
  @Query(() => [FigureProblem], {
    description: 'Analyst or lead: what people said of figures, those without an answer first.',
  })
  async figureProblems(@Context() { session }: ApiContext): Promise<FigureProblem[]> {
    return (await session.work(readProblems)).map((one) => ({
      ...one,
      at: one.at.toISOString(),
      answeredAt: one.answeredAt && one.answeredAt.toISOString(),
    }));
  }

  @Needs('analyst', 'lead')
  @Mutation(() => Boolean, {
    description: 'Analyst or lead: says what was found; in public where that is wished.',
  })
  async answerFigureProblem(
    @Args('id', { type: () => ID }) id: string,
    @Args('answer', { type: () => String }) answer: string,
    @Args('inPublic', { type: () => Boolean, defaultValue: false }) inPublic: boolean,
    @Context() { session }: ApiContext,
  ): Promise<boolean> {
    if (!/^\d{1,15}$/.test(id)) throw notFound();
    const words = answer.trim();
    if (!words || words.length > LONGEST_ANSWER || words.includes('\0'))
      throw badRequest('Say what was found, in at most 2,000 characters.');
    if (!(await session.work((tx) => answerProblem(tx, Number(id), words, inPublic)))) throw notFound();
    return true;
  }

  @Query(() => [PublicAnswer], {
    description: 'Public: what was found of figures that somebody said look wrong; never what was said.',
  })
  async publicAnswers(): Promise<PublicAnswer[]> {
    return (await publicAnswers(this.published)).map((one) => ({
      ...one,
      answeredAt: one.answeredAt.toISOString(),
    }));
  }
}
