import { setImmediate as breathe } from 'node:timers/promises';

import { commentsToIndex, saveCommentIndex, unindexedSubmissions, type Database } from '#store';

import { maskedText } from './masked-text.js';

/** Submissions a transaction: small enough that a killed worker repeats little. */
const SLICE = 1_000;

/**
 * Makes coded comments findable, by their words and by what these mean, without what is personal in them. Idempotent: what is
 * indexed is marked in the transaction that does it, and whatever is coded anew is indexed anew.
 * @returns number of submissions looked at
 */
export async function indexComments(db: Database): Promise<number> {
  const { meaningBytes } = await import('#themes');
  for (let total = 0; ;) {
    const looked = await db.transaction(async (tx) => {
      const submissions = await unindexedSubmissions(tx, SLICE);
      if (submissions.length === 0) return 0;
      const comments = await commentsToIndex(tx, submissions);
      await saveCommentIndex(
        tx,
        submissions,
        comments.map(({ answer, agency, submission, text, masks }) => {
          const words = maskedText(text, masks);
          return { answer, agency, submission, words, meaning: Buffer.from(meaningBytes(words)) };
        }),
      );
      return submissions.length;
    });
    total += looked;
    if (looked < SLICE) return total;
    await breathe(); // the process also answers requests
  }
}
