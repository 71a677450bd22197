import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { readRespondent } from '#store';
import type { ApiContext } from '../graphql/context.js';
import { badRequest } from '../graphql/errors.js';
import { Needs } from '../sign-in/role-guard.js';
import { RespondentDetails } from './respondent.type.js';
import { withinTheDay } from './within-the-day.js';

const SHORTEST_REASON = 3;

@Resolver(() => RespondentDetails)
@Needs('reviewer')
export class RespondentResolver {
  @Query(() => RespondentDetails, {
    nullable: true,
    description: 'Identifying fields of one submission; each read is audited with its reason.',
  })
  async respondent(
    @Args('submission', { type: () => ID }) submission: string,
    @Args('reason', { type: () => String }) reason: string,
    @Context() context: ApiContext,
  ): Promise<RespondentDetails | null> {
    if (reason.trim().length < SHORTEST_REASON)
      throw badRequest('Say why you need to read this: it is kept with your name.');
    await context.openIdentity('identity', submission);
    return withinTheDay(await context.session.work((tx) => readRespondent(tx, submission, reason.trim())));
  }
}
