import { Args, Context, Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { keptReason } from '#domain';
import { commentAsWritten, isUuid } from '#store';
import type { ApiContext } from '../graphql/context.js';
import { asRefusal, badRequest, notFound } from '../graphql/errors.js';
import { Needs } from '../sign-in/role-guard.js';

@ObjectType('CommentAsWritten', { description: 'An answer as somebody wrote it, with names and all.' })
export class CommentAsWritten {
  @Field(() => String, { description: 'What it answers.' }) question!: string;
  @Field(() => String, { description: 'Its words; nothing is masked.' }) text!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Byte for byte as it came, where the text was repaired; else null.',
  })
  original!: string | null;
}

/** Comments with names are read by who must help somebody, one at a time, and each reading is recorded apart from all others. */
@Resolver(() => CommentAsWritten)
@Needs('duty')
export class AsWrittenResolver {
  @Query(() => [CommentAsWritten], {
    description:
      'On duty: answers of one flagged submission as they were written. Who read it, and why, is kept; so is an attempt that finds nothing.',
  })
  async commentAsWritten(
    @Args('submission', { type: () => ID, description: 'Id of the submission.' }) submission: string,
    @Args('reason', { type: () => String, description: 'Why names are needed, in 10 to 300 letters.' })
    reason: string,
    @Context() context: ApiContext,
  ): Promise<CommentAsWritten[]> {
    const why = keptReason(reason);
    if (why === null)
      throw badRequest('Say in 10 to 300 letters why you need to read this: it is kept with your name.');
    if (!isUuid(submission)) throw notFound();
    await context.openIdentity('identity', submission);
    return context.session.work((tx) => commentAsWritten(tx, submission, why)).catch(asRefusal({}));
  }
}
