import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { readDisagreements, readMyLast, readPile, signComment, withdrawCoding } from '#store';
import type { ApiContext } from '../../graphql/context.js';
import { asRefusal, badRequest, notFound } from '../../graphql/errors.js';
import { Needs } from '../../sign-in/role-guard.js';
import {
  CommentToCode,
  PersonsCoding,
  PileEnum,
  SignCommentInput,
  SignedComment,
  type Pile,
} from './coding.type.js';
import { loadComments } from './load-comments.js';

const MOST = 50;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LONGEST_NOTE = 500;
const refusedOf = (pile: SignCommentInput['pile']) =>
  asRefusal({
    HB001: 'This theme is not in the codebook.',
    // The page puts another comment in its place.
    HB003: {
      said:
        pile === 'audit'
          ? 'This comment is no longer in the audit sample.'
          : 'This comment is no longer on this pile: the audit drew it meanwhile, and it is coded blind there.',
      detail: 'not-on-pile',
    },
  });

/** Comments to code, one pile after the other, and what people say of them. */
@Resolver(() => CommentToCode)
@Needs('analyst')
export class CodingResolver {
  @Query(() => [CommentToCode], {
    description: 'The next comments of a pile, in the order in which to code them.',
  })
  async nextComments(
    @Args('pile', { type: () => PileEnum }) pile: Pile,
    @Args('first', { type: () => Int, defaultValue: 10 }) first: number,
    @Context() { session }: ApiContext,
  ): Promise<CommentToCode[]> {
    const limit = Math.min(Math.max(first, 1), MOST);
    return session.work(async (tx) =>
      loadComments(tx, await readPile(tx, pile, limit), {
        coder: pile !== 'audit',
        // A second coder is not told what the first said.
        people: pile === 'batch',
      }),
    );
  }

  @Query(() => [CommentToCode], {
    description: 'Comments on which two people differ, side by side, until somebody settles it.',
  })
  async disagreements(
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Context() { session }: ApiContext,
  ): Promise<CommentToCode[]> {
    const limit = Math.min(Math.max(first, 1), MOST);
    return session.work(async (tx) =>
      loadComments(tx, await readDisagreements(tx, limit), { coder: true, people: true }),
    );
  }

  @Query(() => CommentToCode, {
    nullable: true,
    description: 'One comment with its whole history. Comments of the audit sample stay blind.',
  })
  async commentToCode(
    @Args('submission', { type: () => ID }) submission: string,
    @Context() { session }: ApiContext,
  ): Promise<CommentToCode | null> {
    if (!UUID.test(submission)) return null;
    const [found] = await session.work((tx) => loadComments(tx, [submission], { coder: true, people: true }));
    return found ?? null;
  }

  @Query(() => [PersonsCoding], { description: 'What the viewer signed last, newest first.' })
  myCodings(
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Context() { session }: ApiContext,
  ): Promise<PersonsCoding[]> {
    return session.work((tx) => readMyLast(tx, Math.min(Math.max(first, 1), MOST)));
  }

  @Mutation(() => SignedComment, {
    description: 'Signs one comment in the viewer’s name; an earlier word of theirs on it is replaced.',
  })
  async signComment(
    @Args('input', { type: () => SignCommentInput }) input: SignCommentInput,
    @Context() { session }: ApiContext,
  ): Promise<SignedComment> {
    const { submission, pile, settles, outcome, themes, note } = input;
    if (!UUID.test(submission)) throw notFound();
    if (note.length > LONGEST_NOTE) throw badRequest('Keep the reason to at most 500 characters.');
    if ((outcome === 'themes') !== themes.length > 0)
      throw badRequest('Choose a theme, or say that none fits.');
    const id = await session
      .work((tx) =>
        signComment(tx, {
          submission,
          purpose: pile === 'audit' ? 'audit' : 'training',
          place: settles ? 'settled' : pile === 'second' ? 'second' : 'first',
          outcome,
          themes,
          note: note.trim(),
        }),
      )
      .catch(refusedOf(pile));
    if (id === null) throw notFound();
    return { id };
  }

  @Mutation(() => Boolean, { description: 'Takes back the viewer’s own coding; it stays in the history.' })
  withdrawCoding(
    @Args('id', { type: () => ID }) id: string,
    @Context() { session }: ApiContext,
  ): Promise<boolean> {
    if (!/^\d{1,15}$/.test(id)) throw notFound();
    return session.work((tx) => withdrawCoding(tx, Number(id)));
  }
}
