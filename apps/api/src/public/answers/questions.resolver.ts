import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { listQuestions } from '#facts';
import type { Database } from '#store';
import { pageOf, type Slice } from '../../graphql/paging.js';
import { PUBLISHED } from '../../options.js';
import { Editions } from '../editions/editions.js';
import { AskedQuestionConnection, AskedQuestionType, QuestionsArgs } from './questions.type.js';

@Resolver(() => AskedQuestionType)
export class QuestionsResolver {
  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    private readonly editions: Editions,
  ) {}

  @Query(() => AskedQuestionConnection, {
    description: 'Questions that engagements asked, as they were asked; what was answered is in `answers`.',
  })
  async questions(
    @Args() { engagement, search, edition, ...page }: QuestionsArgs,
  ): Promise<Slice<AskedQuestionType>> {
    const of = await this.editions.ofList(edition);
    const wanted = { edition: of?.number ?? null, engagement: engagement ?? null, search: search ?? null };
    const found = of && (await listQuestions(this.published, wanted));
    return pageOf(found ?? [], page, 'questions', (one) => `${one.engagement} ${one.key}`);
  }
}
