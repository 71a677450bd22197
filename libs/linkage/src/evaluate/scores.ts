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

interface Meeting {
  group: number;
  other: number;
  size: number;
}

/** Sizes of the meeting of two groupings: rows that share both. */
function meetings(a: ArrayLike<number>, b: ArrayLike<number>): Meeting[] {
  const cells = new Map<number, Map<number, Meeting>>();
  const all: Meeting[] = [];
  for (let row = 0; row < a.length; row++) {
    const [group, other] = [a[row]!, b[row]!];
    let inner = cells.get(group);
    if (inner === undefined) cells.set(group, (inner = new Map()));
    const cell = inner.get(other);
    if (cell !== undefined) cell.size++;
    else {
      const made = { group, other, size: 1 };
      inner.set(other, made);
      all.push(made);
    }
  }
  return all;
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
