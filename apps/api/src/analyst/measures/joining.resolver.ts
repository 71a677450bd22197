import {
  Args,
  Context,
  Field,
  Float,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from '@nestjs/graphql';
import { closedQuestionsToJoin, type JoiningSuggestion } from '#facts';
import { measureOf } from '#domain';
import { confirmMeasure, endMeasure } from '#store';
import type { ApiContext } from '../../graphql/context.js';
import { badRequest, notFound } from '../../graphql/errors.js';
import { pageOf, PageOf50, connectionOf, type Slice } from '../../graphql/paging.js';
import { SelectionEnum } from '../../public/measures/measure.type.js';
import { Needs } from '../../sign-in/role-guard.js';

@ObjectType('JoiningSuggestion', {
  description:
    'A question of an own engagement that may ask a measure: a guess by its words and answers, until a person confirms it.',
})
class JoiningSuggestionType {
  @Field(() => ID, { description: 'Id of the engagement: agency/key.' }) engagement!: string;
  @Field(() => String, { description: 'Its title.' }) title!: string;
  @Field(() => String, { description: 'Key of the question.' }) question!: string;
  @Field(() => String, { description: 'As it was asked.' }) text!: string;
  @Field(() => String, { description: 'Code of the measure.' }) measure!: string;
  @Field(() => String, { description: 'Name of the measure.' }) measureName!: string;
  @Field(() => String, { description: 'Letter of the wording that is most alike.' }) wording!: string;
  @Field(() => Float, { description: '0 to 1: how alike the words are.' }) alike!: number;
}

@ObjectType('JoiningSuggestionConnection', { description: 'A page of suggestions.' })
class JoiningSuggestionConnection extends connectionOf(() => JoiningSuggestionType) {}

@InputType('JoinMeasureInput', { description: 'A question, the measure that it asks, and why.' })
class JoinMeasureInput {
  @Field(() => ID, { description: 'Id of the engagement: agency/key.' }) engagement!: string;
  @Field(() => String, { description: 'Key of the question.' }) question!: string;
  @Field(() => ID, { description: 'Code of the measure.' }) measure!: string;
  @Field(() => String, { description: 'Letter of the wording.' }) wording!: string;
  @Field(() => SelectionEnum, { description: 'How people were chosen.' }) selection!: 'sample' | 'open';
  @Field(() => String, { description: 'Why it is the same question: 10 to 500 letters.' }) reason!: string;
}

const REASON = { least: 10, most: 500 };

/** Questions are joined by people: the hub only suggests. */
@Resolver(() => JoiningSuggestionType)
@Needs('analyst')
export class JoiningResolver {
  @Query(() => JoiningSuggestionConnection, {
    description:
      'Questions of the own agencies that may ask a measure and are not joined, the likeliest first.',
  })
  async joiningSuggestions(
    @Args() page: PageOf50,
    @Context() { session }: ApiContext,
  ): Promise<Slice<JoiningSuggestion>> {
    const all = await session.work((tx) => closedQuestionsToJoin(tx));
    return pageOf(all, page, 'joinings', ({ engagement, question }) => `${engagement} ${question}`);
  }

  @Mutation(() => Boolean, {
    description:
      'Joins a question of an own engagement to a measure. Counts from the next edition on; editions before stay.',
  })
  async confirmMeasure(
    @Args('input', { type: () => JoinMeasureInput }) input: JoinMeasureInput,
    @Context() { session }: ApiContext,
  ): Promise<boolean> {
    const wording = measureOf(input.measure)?.wordings.find(({ code }) => code === input.wording);
    if (!wording) throw badRequest('There is no such measure, or no such wording of it.');
    const own = placeOf(input.engagement);
    const reason = reasonOf(input.reason);
    const done = await session.work((tx) => confirmMeasure(tx, { ...input, ...own, reason }));
    if (!done) throw notFound();
    return true;
  }

  @Mutation(() => Boolean, {
    description:
      'Parts a question from its measure again. Counts from the next edition on; editions before stay.',
  })
  async endMeasure(
    @Args('engagement', { type: () => ID, description: 'Id of the engagement: agency/key.' })
    engagement: string,
    @Args('question', { type: () => String, description: 'Key of the question.' }) question: string,
    @Args('reason', { type: () => String, description: 'Why: 10 to 500 letters.' }) reason: string,
    @Context() { session }: ApiContext,
  ): Promise<boolean> {
    const of = { ...placeOf(engagement), question, reason: reasonOf(reason) };
    const done = await session.work((tx) => endMeasure(tx, of));
    if (!done) throw notFound();
    return true;
  }
}

function placeOf(id: string): { agency: string; engagement: string } {
  const at = id.indexOf('/');
  if (at < 1) throw badRequest('An engagement is named agency/key.');
  return { agency: id.slice(0, at), engagement: id.slice(at + 1) };
}

function reasonOf(text: string): string {
  const reason = text.trim();
  if (reason.length < REASON.least || reason.length > REASON.most)
    throw badRequest(`Give a reason of ${REASON.least} to ${REASON.most} letters.`);
  return reason;
}
