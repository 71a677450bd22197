import { randomBytes } from 'node:crypto';
import { Args, Context, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { writeAnswerCode } from '#decisions';
import { makeAnswerCodes, withoutAnswerCode, type AnswerCode as CodeShape } from '#store';
import type { ApiContext } from '../../graphql/context.js';
import { KEY } from '../../graphql/paging.js';
import { Needs } from '../../sign-in/role-guard.js';

/** Codes made at once: a larger delivery is asked again for the rest. */
const MOST = 20_000;
/** Bytes of chance that a code takes. */
const CHANCE = 12;

@ObjectType('ReceiptCode', {
  description: 'A code for the person who made a submission; told this once, for only its hash is kept.',
})
export class ReceiptCode implements CodeShape {
  @Field(() => String) file!: string;
  @Field(() => Int) row!: number;
  @Field(() => String, { nullable: true, description: 'The partner’s own id of the submission.' })
  externalId!: string | null;
  @Field(() => String) code!: string;
}

/** Codes by which people find what became of their answer, for the partner who has the contact. */
@Resolver(() => ReceiptCode)
@Needs('partner')
export class AnswerCodesResolver {
  @Query(() => Int, { description: 'Submissions of a delivery of your own that have no code yet.' })
  async answersWithoutCode(
    @Args('delivery', { type: () => ID }) delivery: string,
    @Context() { session }: ApiContext,
  ): Promise<number> {
    return KEY.number.test(delivery) ? session.work((tx) => withoutAnswerCode(tx, delivery)) : 0;
  }

  @Mutation(() => [ReceiptCode], {
    description:
      'Makes a code for each submission of a delivery that has none, 20,000 at a time, and tells them this once: hand them to the people who answered. Empty where there is none to make.',
  })
  async makeAnswerCodes(
    @Args('delivery', { type: () => ID }) delivery: string,
    @Context() context: ApiContext,
  ): Promise<ReceiptCode[]> {
    if (!KEY.number.test(delivery)) return [];
    await context.limit('upload');
    return context.session.work(async (tx) => {
      const many = Math.min(MOST, await withoutAnswerCode(tx, delivery));
      const codes = Array.from({ length: many }, () => writeAnswerCode(randomBytes(CHANCE)));
      return many === 0 ? [] : makeAnswerCodes(tx, delivery, codes);
    });
  }
}
