import { Args, Context, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { foundComments, readSubmission, releaseQuote, releaseSpan } from '#store';
import type { ApiContext } from '../graphql/context.js';
import { asRefusal, badRequest, notFound } from '../graphql/errors.js';
import { Needs } from '../sign-in/role-guard.js';
import { quotedSpan } from './quoted-span.js';
import { submissionOf } from './shape.js';
import { Submission } from './submission.type.js';

const LONGEST_QUOTE = 2_000;

@Resolver(() => Submission)
@Needs('analyst')
export class QuoteResolver {
  @Mutation(() => Submission, {
    description:
      'Analyst: let words of a comment be quoted in public, under every theme that it has. Words that are not the comment’s own are refused.',
    deprecationReason: 'quoteComment takes a span of the comment, and one theme.',
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
    const released = await session
      .work(async (tx) => {
        const found = await readSubmission(tx, submission);
        return found && (await releaseQuote(tx, found.id, redact(words))) ? found : null;
      })
      .catch(asRefusal(REFUSED));
    if (!released) throw notFound();
    return submissionOf(released);
  }

  @Mutation(() => String, {
    description:
      'Analyst: lets a span of a comment be quoted in public from the next edition on, under one of its themes; answers the words. ' +
      'Places count over the comment as it is shown, with `[name removed]` for what is masked.',
  })
  async quoteComment(
    @Args('answer', { type: () => ID }) answer: string,
    @Args('from', { type: () => Int, description: 'The first character, from 0.' }) from: number,
    @Args('to', { type: () => Int, description: 'Behind the last.' }) to: number,
    @Args('theme', {
      type: () => String,
      description: 'Code of one of its themes; `codebook/theme` of an agency’s.',
    })
    theme: string,
    @Context() { session }: ApiContext,
  ): Promise<string> {
    if (!/^\d{1,15}$/.test(answer)) throw notFound();
    const { redact } = await import('#themes');
    const words = await session
      .work(async (tx) => {
        const [found] = await foundComments(tx, [Number(answer)], []);
        if (!found) return null;
        const quoted = redact(quotedSpan(found, { start: from, end: to }));
        if (!quoted || quoted.length > LONGEST_QUOTE)
          throw badRequest('Choose words of the comment, at most 2,000 characters of them.');
        return (await releaseSpan(tx, found.answer, quoted, theme)) ? quoted : null;
      })
      .catch(asRefusal(REFUSED));
    if (words === null) throw notFound();
    return words;
  }
}

/** What the database refuses, in words. */
const REFUSED = {
  HB001: 'A quote is words of the comment itself, in its order; nothing else.',
  HB002: 'The comment does not have this theme: choose one that it has.',
};
