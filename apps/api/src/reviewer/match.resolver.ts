import { Args, Context, Float, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  decideMatch,
  readForMatch,
  readMatchesOf,
  readMatchPair,
  readMatchQueue,
  readReviewProgress,
  undoMatchDecision,
  type Verdict,
} from '#store';
import type { ApiContext } from '../graphql/context.js';
import { badRequest, notFound } from '../graphql/errors.js';
import { KEY, pageFrom, PageOf20, readPage } from '../graphql/paging.js';
import { Needs } from '../sign-in/role-guard.js';
import { withinTheDay } from './within-the-day.js';
import {
  MatchDetails,
  MatchPair,
  MatchPairConnection,
  MatchProgress,
  MatchRecord,
  MatchVerdict,
} from './match.type.js';

const SHORTEST_REASON = 3;
/** Links of one record that are opened at once. */
const MOST_LINKS = 50;
const GAIN = /^\d+(\.\d+)?(e-?\d+)?$/;

/** Each argument that names a pair takes its records in either order. */
@Resolver(() => MatchPair)
@Needs('reviewer')
export class MatchResolver {
  @Query(() => MatchPairConnection, {
    description: 'Reviewer: pairs on which a person’s word is wanted, the most telling first.',
  })
  async matchQueue(@Args() page: PageOf20, @Context() { session }: ApiContext): Promise<MatchPairConnection> {
    const { first, after } = readPage(page, 'matches', [GAIN, KEY.uuid, KEY.uuid]);
    const [gain, a, b] = after ?? [];
    const place = gain && a && b ? { gain, a, b } : null;
    const name = (await session.viewer())?.name ?? '';
    const rows = await session.work((tx) => readMatchQueue(tx, name, { after: place, limit: first + 1 }));
    return pageFrom(rows, first, 'matches', (pair) => [
      String(pair.gain ?? 0),
      pair.a.submission,
      pair.b.submission,
    ]);
  }

  @Query(() => MatchPair, {
    nullable: true,
    description: 'Reviewer: one stored pair, opened to its weights.',
  })
  matchPair(
    @Args('a', { type: () => ID }) a: string,
    @Args('b', { type: () => ID }) b: string,
    @Context() { session }: ApiContext,
  ): Promise<MatchPair | null> {
    return session.work((tx) => readMatchPair(tx, a, b));
  }

  @Query(() => [MatchPair], {
    description: 'Reviewer: what holds one submission to the person it is taken for, strongest first.',
  })
  matchesOf(
    @Args('submission', { type: () => ID }) submission: string,
    @Context() { session }: ApiContext,
  ): Promise<MatchPair[]> {
    return session.work((tx) => readMatchesOf(tx, submission, MOST_LINKS));
  }

  @Query(() => MatchProgress, { description: 'Reviewer: how the reviewing goes.' })
  async matchProgress(@Context() { session }: ApiContext): Promise<MatchProgress> {
    const name = (await session.viewer())?.name ?? '';
    return session.work((tx) => readReviewProgress(tx, name));
  }

  @Mutation(() => MatchPair, {
    description: 'Reviewer: say whether two records are one person. People are matched again within moments.',
  })
  async decideMatch(
    @Args('a', { type: () => ID }) a: string,
    @Args('b', { type: () => ID }) b: string,
    @Args('verdict', { type: () => MatchVerdict }) verdict: Verdict,
    @Context() { session }: ApiContext,
  ): Promise<MatchPair> {
    const pair = await session.work(async (tx) =>
      (await decideMatch(tx, a, b, verdict)) ? readMatchPair(tx, a, b) : null,
    );
    if (!pair) throw notFound();
    return pair;
  }

  @Mutation(() => MatchPair, { description: 'Reviewer: take back a decision of your own.' })
  async undoMatch(
    @Args('decision', { type: () => ID }) decision: string,
    @Context() { session }: ApiContext,
  ): Promise<MatchPair> {
    if (!KEY.number.test(decision)) throw notFound();
    const pair = await session.work(async (tx) => {
      const undone = await undoMatchDecision(tx, decision);
      return undone && readMatchPair(tx, undone.a, undone.b);
    });
    if (!pair) throw notFound();
    return pair;
  }

  @ResolveField(() => ID)
  id(@Parent() { a, b }: MatchPair): string {
    return `${a.submission}_${b.submission}`;
  }

  @ResolveField(() => Float, { description: 'Bits before anything is compared: weight = start + evidence.' })
  start(@Parent() { weight, evidence }: MatchPair): number {
    return Math.round(100 * evidence.reduce((rest, one) => rest - one.weight, weight)) / 100;
  }
}

@Resolver(() => MatchRecord)
@Needs('reviewer')
export class MatchRecordResolver {
  @ResolveField(() => MatchDetails, {
    nullable: true,
    description: 'Identifying fields as given. Each read is audited with your name and the reason.',
  })
  async details(
    @Parent() { submission }: MatchRecord,
    @Args('reason', { type: () => String, defaultValue: 'possible match' }) reason: string,
    @Context() context: ApiContext,
  ): Promise<MatchDetails | null> {
    if (reason.trim().length < SHORTEST_REASON)
      throw badRequest('Say why you need to read this: it is kept with your name.');
    await context.openIdentity('match-details', submission);
    return withinTheDay(await context.session.work((tx) => readForMatch(tx, submission, reason.trim())));
  }
}
