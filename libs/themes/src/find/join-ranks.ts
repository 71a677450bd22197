/** How a comment was found. */
export type FoundBy = 'words' | 'meaning' | 'both';

/** Ranks far down count little; the usual constant of reciprocal rank fusion (Cormack and others, 2009). */
const DAMPING = 60;
/** What a rank by meaning counts beside one by words: on judged queries words alone find more than meaning alone. */
const OF_MEANING = 0.5;

/** One list of two: by words and by meaning, each the best first. */
export function joinRanks(
  words: readonly number[],
  meaning: readonly number[],
): { answer: number; foundBy: FoundBy }[] {
  const scores = new Map<number, { score: number; foundBy: FoundBy }>();
  words.forEach((answer, rank) => scores.set(answer, { score: 1 / (DAMPING + rank), foundBy: 'words' }));
  meaning.forEach((answer, rank) => {
    const held = scores.get(answer);
    const score = OF_MEANING / (DAMPING + rank) + (held?.score ?? 0);
    scores.set(answer, { score, foundBy: held ? 'both' : 'meaning' });
  });
  return [...scores]
    .sort(([a, one], [b, other]) => other.score - one.score || a - b)
    .map(([answer, { foundBy }]) => ({ answer, foundBy }));
}
