import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { keptReason, REASON } from '#domain';
import { askedWords, readEmerging, readEmergingScans, setTopicAside } from '#store';
import type { ApiContext } from '../../graphql/context.js';
import { badRequest, notFound } from '../../graphql/errors.js';
import { KEY } from '../../graphql/paging.js';
import { Needs } from '../../sign-in/role-guard.js';
import { EmergingTopic, EmergingTopics } from './emerging.type.js';
import { readComments } from './find-comments.js';
import { FoundComment } from './find.type.js';

const MOST_AT_ONCE = 50;

/** What the comments of the viewer's own agencies begin to speak of. */
@Resolver(() => EmergingTopic)
@Needs('analyst')
export class EmergingResolver {
  @Query(() => EmergingTopics, {
    description: 'Analyst: what the comments of the viewer’s own agencies begin to speak of.',
  })
  async emergingTopics(@Context() { session }: ApiContext): Promise<EmergingTopics> {
    const { FALSE_A_YEAR } = await import('#themes');
    return session.work(async (tx) => ({
      topics: (await readEmerging(tx)).map((row) => ({
        ...row,
        setAsideAt: row.setAsideAt?.toISOString() ?? null,
        comments: row.answers.length,
      })),
      scans: (await readEmergingScans(tx)).map((scan) => ({
        ...scan,
        scannedAt: scan.scannedAt.toISOString(),
      })),
      falseAYear: FALSE_A_YEAR,
    }));
  }

  @ResolveField(() => [FoundComment], {
    description: 'Its comments, the latest first; that they were read is recorded.',
  })
  nodes(
    @Parent() { words, answers }: EmergingTopic,
    @Args('first', { type: () => Int, defaultValue: 5, description: 'At most 50.' }) first: number,
    @Args('skip', {
      type: () => Int,
      defaultValue: 0,
      description: 'How many of the latest are passed over.',
    })
    skip: number,
    @Context() { session }: ApiContext,
  ): Promise<FoundComment[]> {
    if (first < 1 || first > MOST_AT_ONCE) throw badRequest(`Ask for 1 to ${MOST_AT_ONCE} comments at once.`);
    if (skip < 0) throw badRequest('Pass over none or more comments.');
    return session.work(async (tx) => {
      const terms = await askedWords(tx, words.join(' '));
      return readComments(tx, answers.slice(skip, skip + first), {
        terms: terms.map(({ word }) => word),
        why: 'emerging',
      });
    });
  }

  @Mutation(() => Boolean, {
    description:
      'Analyst: sets a topic aside as no news, with a reason of 10 to 300 letters; without one it is taken up again. It is not told again under any word of its own.',
  })
  async setTopicAside(
    @Args('id', { type: () => ID, description: 'Number of the topic.' }) id: string,
    @Args('reason', { type: () => String, nullable: true, description: 'Why it is no news.' })
    reason: string | null,
    @Context() { session }: ApiContext,
  ): Promise<boolean> {
    const why = keptReason(reason);
    // Without a reason it is taken up again.
    if (why === null && reason?.trim())
      throw badRequest(`Say why in ${REASON.least} to ${REASON.most} letters.`);
    const done = KEY.number.test(id) && (await session.work((tx) => setTopicAside(tx, Number(id), why)));
    if (!done) throw notFound();
    return true;
  }
}
