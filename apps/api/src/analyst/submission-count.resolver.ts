import { Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { countSubmissions } from '#store';
import type { ApiContext } from '../graphql/context.js';
import { Needs } from '../sign-in/role-guard.js';
import { SubmissionConnection } from './submission.type.js';

/** The whole list is counted only where its length is asked for. */
@Resolver(() => SubmissionConnection)
@Needs('analyst')
export class SubmissionCountResolver {
  @ResolveField(() => Int)
  totalCount(
    @Parent() { filter }: SubmissionConnection,
    @Context() { session }: ApiContext,
  ): Promise<number> {
    return session.work((tx) => countSubmissions(tx, filter));
  }
}
