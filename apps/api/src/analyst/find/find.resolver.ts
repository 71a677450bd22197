import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { ApiContext } from '../../graphql/context.js';
import { badRequest } from '../../graphql/errors.js';
import { Needs } from '../../sign-in/role-guard.js';
import { findComments } from './find-comments.js';
import { FindCommentsArgs, FoundComments } from './find.type.js';
import { Shelves } from './shelves.js';

const LONGEST_WORDS = 200;
const MOST_AT_ONCE = 50;
/** Who reads further has found nothing by searching. */
const FURTHEST = 1_000;

@Resolver(() => FoundComments)
@Needs('analyst')
export class FindResolver {
  private readonly shelves = new Shelves();

  @Query(() => FoundComments, {
    description:
      'Analyst: comments that hold these words or say the same in others, of the asker’s own agencies, and how many.',
  })
  async findComments(
    @Args() { words, filter, first, skip }: FindCommentsArgs,
    @Context() { session }: ApiContext,
  ): Promise<FoundComments> {
    const asked = words.trim();
    if (asked.length < 2 || asked.length > LONGEST_WORDS) throw badRequest('Search for 2 to 200 characters.');
    if (first < 1 || first > MOST_AT_ONCE) throw badRequest(`Ask for 1 to ${MOST_AT_ONCE} comments at once.`);
    if (skip < 0 || skip > FURTHEST)
      throw badRequest(`Pass over at most ${FURTHEST} comments; narrow the search instead.`);
    return session.work((tx) =>
      findComments(tx, this.shelves, { words: asked, filter: filter ?? {}, first, skip }),
    );
  }
}
