import { Args, Context, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { foundComments, handMasks, liftMask, maskWords, type HandMask as Shape } from '#store';
import type { ApiContext } from '../graphql/context.js';
import { asRefusal, badRequest, notFound } from '../graphql/errors.js';
import { KEY } from '../graphql/paging.js';
import { Needs } from '../sign-in/role-guard.js';
import { spanInText } from './quoted-span.js';

const MOST = 200;

@ObjectType('HandMask', {
  description: 'A span of a comment that a person masked for everybody. Its words are told to nobody.',
})
export class HandMask implements Shape {
  @Field(() => ID, { description: 'Its number.' }) id!: string;
  @Field(() => ID, { description: 'Submission that the comment stands in.' }) submission!: string;
  @Field(() => String, { description: 'Code of the agency.' }) agency!: string;
  @Field(() => String, { description: 'The question that the comment answers.' }) question!: string;
  @Field(() => String, { description: 'Why it was masked.' }) reason!: string;
  @Field(() => String, { description: 'Who masked it.' }) maskedBy!: string;
  @Field(() => String, { description: 'When, as an ISO time.' }) maskedAt!: string;
  @Field(() => String, { nullable: true, description: 'Who took it off; null while it stands.' })
  liftedBy!: string | null;
  @Field(() => String, { nullable: true, description: 'When it was taken off, as an ISO time.' })
  liftedAt!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was taken off.' })
  liftReason!: string | null;
  @Field(() => Boolean, {
    description: 'Whether you may take it off: another analyst than who masked it, where there is one.',
  })
  mayLift!: boolean;
}

/** What the rules missed is masked by a person, and the log of that is read by people. */
@Resolver(() => HandMask)
export class HandMasksResolver {
  @Query(() => [HandMask], {
    description:
      'Analyst or lead: what people masked by hand in comments of their own agencies, and what was taken off again, the newest first, at most 200.',
  })
  @Needs('analyst', 'lead')
  handMasks(@Context() { session }: ApiContext): Promise<HandMask[]> {
    return session.work((tx) => handMasks(tx, MOST));
  }

  @Mutation(() => ID, {
    description:
      'Analyst: masks words of a comment from now on, on pages, in search, quotes, proposals and the API; answers the number of the mask. Released words that can’t be read in it any more ' +
      'are taken back everywhere. Places count over the comment as it is shown.',
  })
  @Needs('analyst')
  async maskWords(
    @Args('answer', { type: () => ID, description: 'Number of the answer.' }) answer: string,
    @Args('from', { type: () => Int, description: 'The first character, from 0.' }) from: number,
    @Args('to', { type: () => Int, description: 'Behind the last.' }) to: number,
    @Args('reason', { type: () => String, description: 'Why, in 10 to 300 letters, without the words.' })
    reason: string,
    @Context() { session }: ApiContext,
  ): Promise<string> {
    if (!KEY.number.test(answer)) throw notFound();
    const mask = await session
      .work(async (tx) => {
        const [found] = await foundComments(tx, [Number(answer)], []);
        if (!found) return null;
        const span = spanInText(found, { start: from, end: to });
        if (!span) throw badRequest(REFUSED.HB002);
        return maskWords(tx, found.answer, span, reason.trim());
      })
      .catch(asRefusal(REFUSED));
    if (mask === null) throw notFound();
    return mask;
  }

  @Mutation(() => Boolean, {
    description: 'Analyst, another than who masked: takes a mask off. What was taken back stays so.',
  })
  @Needs('analyst')
  async liftMask(
    @Args('mask', { type: () => ID, description: 'Number of the mask.' }) mask: string,
    @Args('reason', { type: () => String, description: 'Why, in 10 to 300 letters, without the words.' })
    reason: string,
    @Context() { session }: ApiContext,
  ): Promise<boolean> {
    if (!KEY.number.test(mask)) throw notFound();
    const done = await session.work((tx) => liftMask(tx, mask, reason.trim())).catch(asRefusal(REFUSED));
    if (!done) throw notFound();
    return true;
  }
}

/** What the database refuses, in words. */
const REFUSED = {
  HB001: 'Say why in 10 to 300 letters: it is kept with your name.',
  HB002: 'Choose words of the comment.',
  HB003: {
    said: 'You masked it: another analyst of the agency has to take it off.',
    detail: 'second-person',
  },
  HB004: {
    said: 'Say why without the words themselves: the reason is kept for ever.',
    detail: 'reason-holds-words',
  },
};
