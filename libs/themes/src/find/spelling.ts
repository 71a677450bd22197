/** Words so short have too many neighbours for any to be meant. */
const SHORTEST = 4;
/** From this length on two letters may be wrong. */
const LONG = 8;

/**
 * The word that was meant by one that nobody used: with the fewest letters changed, left out, put in or turned round (Damerau 1964), the one
 * that most comments hold. Null where none is near.
 */
export function nearestSpelling(
  asked: string,
  known: readonly { word: string; comments: number }[],
): string | null {
  if (asked.length < SHORTEST) return null;
  const most = asked.length < LONG ? 1 : 2;
  let best: { word: string; comments: number; apart: number } | null = null;
  for (const { word, comments } of known) {
    if (Math.abs(word.length - asked.length) > most) continue;
    const apart = changes(asked, word);
    if (apart > most) continue;
    const nearer = best === null || apart < best.apart;
    const commoner = best !== null && apart === best.apart && comments > best.comments;
    if (nearer || commoner) best = { word, comments, apart };
  }
  return best?.word ?? null;
}

/** Letters to be changed, left out, put in, or turned round with their neighbour. */
function changes(from: string, to: string): number {
  let [two, one] = [[] as number[], Array.from({ length: to.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1;
      row[j] = Math.min(one[j]! + 1, row[j - 1]! + 1, one[j - 1]! + same);
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        row[j] = Math.min(row[j]!, two[j - 2]! + 1);
    }
    [two, one] = [one, row];
  }
  return one[to.length]!;
}
