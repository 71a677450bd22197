/** Pairwise scores against a known truth. */
export interface PairScores {
  precision: number;
  recall: number;
  f1: number;
}

export function pairScores(right: number, found: number, truth: number): PairScores {
  const precision = found === 0 ? 1 : right / found;
  const recall = truth === 0 ? 1 : right / truth;
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

const pairsOf = (size: number): number => (size * (size - 1)) / 2;

/** Sizes of groups given as one number a row. */
function sizesOf(groups: ArrayLike<number>): Map<number, number> {
  const sizes = new Map<number, number>();
  for (let row = 0; row < groups.length; row++) sizes.set(groups[row]!, (sizes.get(groups[row]!) ?? 0) + 1);
  return sizes;
}

/** Number of pairs of rows that share a group. */
export function pairsWithin(groups: ArrayLike<number>): number {
  let pairs = 0;
  for (const size of sizesOf(groups).values()) pairs += pairsOf(size);
  return pairs;
}

/** Sizes of the meeting of two groupings: rows that share both. */
function meetings(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
): { group: number; other: number; size: number }[] {
  const cells = new Map<string, { group: number; other: number; size: number }>();
  for (let row = 0; row < a.length; row++) {
    const key = `${a[row]}|${b[row]}`;
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, { group: a[row]!, other: b[row]!, size: 1 });
    else cell.size++;
  }
  return [...cells.values()];
}

/** Scores of pairs inside the final groups, and B-cubed F1 (each record's own precision and recall, averaged). */
export function groupScores(
  groups: ArrayLike<number>,
  truth: ArrayLike<number>,
): PairScores & { bCubed: number } {
  const cells = meetings(groups, truth);
  const [found, real] = [sizesOf(groups), sizesOf(truth)];
  let right = 0;
  let precision = 0;
  let recall = 0;
  for (const { group, other, size } of cells) {
    right += pairsOf(size);
    precision += size ** 2 / found.get(group)!;
    recall += size ** 2 / real.get(other)!;
  }
  precision /= groups.length;
  recall /= groups.length;
  return {
    ...pairScores(right, pairsWithin(groups), pairsWithin(truth)),
    bCubed: (2 * precision * recall) / (precision + recall),
  };
}
