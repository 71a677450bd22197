import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { ApiContext } from '../../graphql/context.js';
import { badRequest } from '../../graphql/errors.js';
import { Needs } from '../../sign-in/role-guard.js';
import { findComments } from './find-comments.js';
import { FindCommentsArgs, FoundComments } from './find.type.js';
import { markOf, wordsAsked } from './words-asked.js';
import { Shelves } from './shelves.js';

const MOST_AT_ONCE = 50;
/** Who reads further has found nothing by searching. */
const FURTHEST = 1_000;

@Resolver(() => FoundComments)
@Needs('analyst')
export class FindResolver {
  constructor(private readonly shelves: Shelves) {}

  @Query(() => FoundComments, {
    description:
      'Analyst: comments that hold these words or say the same in others, of the asker’s own agencies, and how many.',
  })
  async findComments(
    @Args() { words, filter, first, skip, since, onlyNew }: FindCommentsArgs,
    @Context() { session }: ApiContext,
  ): Promise<FoundComments> {
    const asked = wordsAsked(words);
    if (first < 1 || first > MOST_AT_ONCE) throw badRequest(`Ask for 1 to ${MOST_AT_ONCE} comments at once.`);
    if (skip < 0 || skip > FURTHEST)
      throw badRequest(`Pass over at most ${FURTHEST} comments; narrow the search instead.`);
    const seen = since ? markOf(since) : null;
    return session.work((tx) =>
      findComments(tx, this.shelves, { words: asked, filter: filter ?? {}, first, skip, seen, onlyNew }),
    );
  }
}
