import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql';
import { stepCase, type CaseStep } from '#store';
import type { ApiContext } from '../../graphql/context.js';
import { badRequest, notFound } from '../../graphql/errors.js';
import { Needs } from '../../sign-in/role-guard.js';
import { FlaggedComment } from './review.type.js';

const ID_SHAPE = /^[0-9a-f-]{36}$/;
const SHORTEST_NOTE = 10;
const LONGEST_NOTE = 500;
const LONGEST_RECEIVER = 120;

/** What somebody on duty does with a case of somebody who may be at risk. */
@Resolver(() => FlaggedComment)
@Needs('duty')
export class CasesResolver {
  @Mutation(() => Boolean, { description: 'On duty: takes a case, so that others see who has it.' })
  takeCase(
    @Args('submission', { type: () => ID }) submission: string,
    @Context() { session }: ApiContext,
  ): Promise<boolean> {
    return step(session, submission, 'taken', '');
  }

  @Mutation(() => Boolean, {
    description: 'On duty: not sure; puts a case back for somebody else, with what is known.',
  })
  putBackCase(
    @Args('submission', { type: () => ID }) submission: string,
    @Args('note', { type: () => String }) note: string,
    @Context() { session }: ApiContext,
  ): Promise<boolean> {
    return step(session, submission, 'put-back', said(note));
  }

  @Mutation(() => Boolean, {
    description:
      'On duty: hands a case over to whoever can help; who wrote it is not told, unless somebody looks it up with a reason.',
  })
  handOverCase(
    @Args('submission', { type: () => ID }) submission: string,
    @Args('to', { type: () => String }) to: string,
    @Args('note', { type: () => String }) note: string,
    @Context() { session }: ApiContext,
  ): Promise<boolean> {
    const receiver = to.trim();
    if (receiver.length < 2 || receiver.length > LONGEST_RECEIVER)
      throw badRequest(
        `Say to whom it goes, in 2 to ${LONGEST_RECEIVER} letters: a desk, not a person at risk.`,
      );
    return step(session, submission, 'handed-over', said(note), receiver);
  }

  @Mutation(() => Boolean, { description: 'On duty: says that nobody is at risk, and why.' })
  closeCase(
    @Args('submission', { type: () => ID }) submission: string,
    @Args('reason', { type: () => String }) reason: string,
    @Context() { session }: ApiContext,
  ): Promise<boolean> {
    return step(session, submission, 'no-risk', said(reason));
  }
}

function said(note: string): string {
  const words = note.trim();
  if (words.length < SHORTEST_NOTE || words.length > LONGEST_NOTE)
    throw badRequest(`Say why in ${SHORTEST_NOTE} to ${LONGEST_NOTE} letters, without names.`);
  return words;
}

async function step(
  session: ApiContext['session'],
  submission: string,
  what: CaseStep,
  note: string,
  to: string | null = null,
): Promise<boolean> {
  if (!ID_SHAPE.test(submission)) throw notFound();
  if (!(await session.work((tx) => stepCase(tx, submission, what, note, to)))) throw notFound();
  return true;
}
