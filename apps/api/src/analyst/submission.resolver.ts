import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { readSubmissions } from '#store';
import type { ApiContext } from '../graphql/context.js';
import { badRequest } from '../graphql/errors.js';
import { KEY, pageFrom, readPage } from '../graphql/paging.js';
import { Area } from '../public/areas/area.type.js';
import { areaByCode } from '../public/areas/areas.js';
import { Needs } from '../sign-in/role-guard.js';
import { commentsOf, quotesOf, themesOf } from './loaders.js';
import { submissionOf } from './shape.js';
import {
  AssignedTheme,
  Comment,
  Submission,
  SubmissionConnection,
  SubmissionsArgs,
} from './submission.type.js';

const LONGEST_SEARCH = 200;

@Resolver(() => Submission)
@Needs('analyst')
export class SubmissionResolver {
  @Query(() => SubmissionConnection)
  async submissions(
    @Args() { filter, ...page }: SubmissionsArgs,
    @Context() { session }: ApiContext,
  ): Promise<SubmissionConnection> {
    if ((filter?.search?.length ?? 0) > LONGEST_SEARCH)
      throw badRequest('Search for at most 200 characters.');
    const { first, after } = readPage(page, 'submissions', [KEY.day, KEY.uuid]);
    const [day, id] = after ?? [];
    const from = day && id ? { day, id } : null;
    const rows = await session.work((tx) =>
      readSubmissions(tx, filter ?? {}, { after: from, limit: first + 1 }),
    );
    const { nodes, pageInfo } = pageFrom(rows, first, 'submissions', (row) => [row.day, row.id]);
    return { nodes: nodes.map(submissionOf), pageInfo, filter: filter ?? {} };
  }

  @ResolveField(() => Area, { nullable: true })
  ward(@Parent() { wardCode }: Submission): Area | null {
    return areaByCode(wardCode);
  }

  @ResolveField(() => [Comment])
  comments(@Parent() { id }: Submission, @Context() context: ApiContext): Promise<Comment[]> {
    return context.batch(commentsOf).load(id);
  }

  @ResolveField(() => [AssignedTheme])
  themes(@Parent() { id }: Submission, @Context() context: ApiContext): Promise<AssignedTheme[]> {
    return context.batch(themesOf).load(id);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'The text a person released for quoting; null until then.',
  })
  releasedQuote(@Parent() { id }: Submission, @Context() context: ApiContext): Promise<string | null> {
    return context.batch(quotesOf).load(id);
  }
}
