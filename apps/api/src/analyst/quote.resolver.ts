import { Args, Context, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { foundComments, isUuid, readSubmission, releaseQuote, releaseSpan, takeQuoteBack } from '#store';
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
      'Analyst: let words of a comment be quoted in public, under every theme that it has. Only a span of the comment as it is shown is taken: nothing may ' +
      'stand in brackets but a mark of what is masked, where it stands.',
    deprecationReason: 'quoteComment takes a span of the comment, and one theme.',
  })
  async releaseQuote(
    @Args('submission', { type: () => ID }) submission: string,
    @Args('text', { type: () => String }) text: string,
    @Context() { session }: ApiContext,
  ): Promise<Submission> {
    const words = text.trim();
    if (!words || words.length > LONGEST_QUOTE)
      throw badRequest('Give the words to be quoted, as they are shown, in at most 2,000 characters.');
    await nothingPersonal(words);
    const released = await session
      .work(async (tx) => {
        const found = await readSubmission(tx, submission);
        return found && (await releaseQuote(tx, found.id, words)) ? found : null;
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
    const words = await session
      .work(async (tx) => {
        const [found] = await foundComments(tx, [Number(answer)], []);
        if (!found) return null;
        const quoted = quotedSpan(found, { start: from, end: to });
        if (!quoted || quoted.length > LONGEST_QUOTE)
          throw badRequest('Choose words of the comment, at most 2,000 characters of them.');
        await nothingPersonal(quoted);
        return (await releaseSpan(tx, found.answer, quoted, theme)) ? quoted : null;
      })
      .catch(asRefusal(REFUSED));
    if (words === null) throw notFound();
    return words;
  }

  @Mutation(() => Boolean, {
    description:
      'Analyst or lead: takes released words of a submission back, every wording there ever was, from every page, edition, decision and report. Its count stays.',
  })
  @Needs('analyst', 'lead')
  async takeQuoteBack(
    @Args('submission', { type: () => ID, description: 'Id of the submission.' }) submission: string,
    @Args('reason', { type: () => String, description: 'Why, in 10 to 300 letters, without the words.' })
    reason: string,
    @Context() { session }: ApiContext,
  ): Promise<boolean> {
    if (!isUuid(submission)) throw notFound();
    const done = await session
      .work((tx) => takeQuoteBack(tx, submission, reason))
      .catch(asRefusal({ HB001: 'Say why in 10 to 300 letters: it is kept with your name.' }));
    if (!done) throw notFound();
    return true;
  }
}

/**
 * What a person overlooked: what looks like personal data never leaves. Nor is it taken out here, as a quote is words of the comment as it is shown.
 * @throws BAD_REQUEST
 */
async function nothingPersonal(words: string): Promise<void> {
  const { findPersonalData } = await import('#themes');
  if (findPersonalData(words).length > 0)
    throw badRequest('Something in these words looks like personal data: leave it out.', 'personal');
}

/** What the database refuses, in words. */
const REFUSED = {
  HB001: 'A quote is words of the comment itself as it is shown, in one piece; nothing else.',
  HB002: 'The comment does not have this theme: choose one that it has.',
  HB003: {
    said: 'Other words of this comment are released: take them back first.',
    detail: 'quoted-already',
  },
};
