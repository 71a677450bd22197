import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { type ListedQuestion, listQuestions } from '#facts';
import type { Database } from '#store';
import { pageOf, type Slice } from '../../graphql/paging.js';
import { PUBLISHED } from '../../options.js';
import { noSuchEdition } from '../editions/editions.js';
import { AskedQuestionConnection, AskedQuestionType, QuestionsArgs } from './questions.type.js';

@Resolver(() => AskedQuestionType)
export class QuestionsResolver {
  constructor(@Inject(PUBLISHED) private readonly published: Database) {}

  @Query(() => AskedQuestionConnection, {
    description: 'Questions that engagements asked, as they were asked; what was answered is in `answers`.',
  })
  async questions(
    @Args() { engagement, search, edition, ...page }: QuestionsArgs,
  ): Promise<Slice<AskedQuestionType>> {
    const wanted = { edition: edition ?? null, engagement: engagement ?? null, search: search ?? null };
    const found = await listQuestions(this.published, wanted);
    if (!found && typeof edition === 'number') throw noSuchEdition();
    return pageOf((found ?? []).map(shapeOf), page, 'questions', (one) => `${one.engagement} ${one.key}`);
  }
}

const shapeOf = ({ matrix, stem, item, text, ...question }: ListedQuestion): AskedQuestionType => ({
  ...question,
  text,
  matrix: matrix === null ? null : { key: matrix, text: stem ?? text, item: item ?? text },
  options: question.options.map(({ code, label, role }) => ({
    code,
    label,
    role: role === 'base' ? 'option' : role,
  })),
});
