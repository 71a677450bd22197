import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql';
import { readSubmission, releaseQuote } from '#store';
import type { ApiContext } from '../graphql/context.js';
import { badRequest, notFound } from '../graphql/errors.js';
import { Needs } from '../sign-in/role-guard.js';
import { submissionOf } from './shape.js';
import { Submission } from './submission.type.js';

const LONGEST_QUOTE = 2_000;

@Resolver(() => Submission)
@Needs('analyst')
export class QuoteResolver {
  @Mutation(() => Submission, {
    description: 'Analyst: let a comment be quoted in public, as redacted text.',
  })
  async releaseQuote(
    @Args('submission', { type: () => ID }) submission: string,
    @Args('text', { type: () => String }) text: string,
    @Context() { session }: ApiContext,
  ): Promise<Submission> {
    const words = text.trim();
    if (!words || words.length > LONGEST_QUOTE)
      throw badRequest('Give the words to be quoted, redacted, in at most 2,000 characters.');
    // Whatever a person overlooked: what looks like personal data never leaves.
    const { redact } = await import('#themes');
    const released = await session.work(async (tx) => {
      const found = await readSubmission(tx, submission);
      return found && (await releaseQuote(tx, found.id, redact(words))) ? found : null;
    });
    if (!released) throw notFound();
    return submissionOf(released);
  }
}
