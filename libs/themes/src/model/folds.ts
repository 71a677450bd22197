import { createHash } from 'node:crypto';

/** A text that makes up more than this part of a fold's fair share is dealt out, not hashed. */
const LARGE = 0.1;

/**
 * Folds by the hash of each text's content, so that equal texts never stand on both sides. The few texts that many
 * people wrote ("Nothing.", "Did not answer") are dealt to the folds in turn, the most frequent first: by hash two of
 * them may well fall together, and a fold would lack all that is known of them. The order of the texts does not matter.
 * @returns fold of each text, from 0
 */
export function foldsOf(texts: readonly string[], folds: number): number[] {
  const contents = texts.map(wordForWord);
  const counts = new Map<string, number>();
  for (const content of contents) counts.set(content, (counts.get(content) ?? 0) + 1);
  const fair = texts.length / folds;
  const dealt = [...counts]
    .filter(([, count]) => count > LARGE * fair)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const turn = new Map(dealt.map(([content], i) => [content, i % folds]));
  return contents.map((content) => turn.get(content) ?? hashOf(content) % folds);
}

/** A text that makes up more than this part of all is one that will come again. */
const COMES_AGAIN = 1 / 60;

/**
 * Which texts a model must not have seen when it is asked what it would make of one of them: those that say the same. But
 * what very many wrote ("Nothing.", a blank) will be written again, and is known when it is: each of them stands alone.
 * @returns indexes of the texts, group by group
 */
export function leftOutTogether(texts: readonly string[]): number[][] {
  const groups = new Map<string, number[]>();
  texts.map(wordForWord).forEach((content, i) => {
    const group = groups.get(content);
    if (group) group.push(i);
    else groups.set(content, [i]);
  });
  return [...groups.values()].flatMap((group) =>
    group.length > COMES_AGAIN * texts.length ? group.map((i) => [i]) : [group],
  );
}

function wordForWord(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}

function hashOf(content: string): number {
  return createHash('sha256').update(content).digest().readUInt32BE(4);
}
