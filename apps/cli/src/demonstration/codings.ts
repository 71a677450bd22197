import { createHash } from 'node:crypto';

import { codersWords, conversationWords, type City, type CodersWord } from '#demo';
import { codeSubmissions, goOnWithAudit } from '#pipeline';
import {
  keepPreparedCodings,
  newestCodebook,
  submissionsByExternalId,
  type Database,
  type PreparedCoding,
} from '#store';

/** Codings to learn from: at most this many, and no more than a quarter of what was said. */
const MOST = 1_000;
const SHARE = 0.25;
/** Of these, the share that a second coder looked at too. */
const TWICE = 0.1;

const FIRST = 'First coder (made up)';
const SECOND = 'Second coder (made up)';

/** So many draws of the audit the made-up coders code; what is drawn after that waits, as it would for people. */
const WAVES = 4;

/**
 * Two made-up coders code as people would: a thousand comments to learn from, and the audit, blind; then whatever the audit asks for to lift a
 * grade, until it asks for nothing more that they have not coded.
 */
export async function codeAsPeople(worker: Database, city: City): Promise<void> {
  for (;;) {
    await goOnWithAudit(worker);
    if ((await bringCodings(worker, city)) === 0) return;
    // Their words stand over the coder's from the first edition on, and the audit is graded.
    await codeSubmissions(worker);
  }
}

/** @returns how many codings are new */
async function bringCodings(worker: Database, city: City): Promise<number> {
  const codebook = await newestCodebook(worker);
  if (!codebook) return 0;
  const ids = await submissionsByExternalId(worker);
  const codings = wordsOf(city).flatMap(
    ({ source, externalId, first, second, training, again }): PreparedCoding[] => {
      const submission = ids.get(`${source}/${externalId}`);
      if (!submission) return [];
      return [
        { submission, place: 'first', coder: FIRST, themes: first, training },
        { submission, place: 'second', coder: SECOND, themes: second, training: again },
      ];
    },
  );
  return keepPreparedCodings(worker, codebook, codings, WAVES);
}

/** What both say of every comment, and whether it is one to learn from, and one that the second looks at too. */
function wordsOf({ plan }: City): (CodersWord & { training: boolean; again: boolean })[] {
  const words = codersWords(plan)
    .map((word) => ({ ...word, place: placeOf(word) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  const learned = Math.min(MOST, Math.floor(words.length * SHARE));
  return [
    // Who disagrees was read by people, to be quoted.
    ...words.map((word, at) => ({
      ...word,
      training: at < learned || word.dissents,
      again: at < learned * TWICE,
    })),
    // Of what was voted on everything was read by people.
    ...conversationWords(plan.conversation).map((word) => ({ ...word, training: true, again: false })),
  ];
}

/** A place in an order that has nothing to do with what was said or when. */
const placeOf = ({ source, externalId }: { source: string; externalId: string }): string =>
  createHash('sha256').update(`codings\n${source}\n${externalId}`).digest('hex');
