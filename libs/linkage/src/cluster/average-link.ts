/** Weight of a pair that is one person by decree: joined before all others. */
export const CERTAIN = 1000;

/** Bits that one more record with the same contradiction takes off: a slip is rarely made twice alike. */
const CONTRADICTION = 5;

/**
 * Average-link clustering of one component: the two groups whose members have the highest mean weight to each
 * other are joined, until no mean reaches the cut. A single bold pair cannot hold two groups together, which is what makes
 * chains of near names fall apart. Forbidden pairs are minus infinity: no group ever holds one.
 * Members joined by decree count with the better of their weights: whoever fits one of them fits both.
 * Pairs err alone, groups do not: where several records of one group contradict several of the other, as a father's birth
 * date does his son's, each beyond the first is held against joining them.
 *
 * @param contradicts dense like the weights, 1 where two members contradict each other; used up too
 * @param weights Dense symmetric matrix, row by row, of `size` members; it is used up.
 * @returns Group number of each member: the smallest member of its group.
 */
export function averageLink(
  weights: Float64Array,
  size: number,
  cut: number,
  contradicts: Float64Array = new Float64Array(size * size),
): Int32Array {
  const home = Int32Array.from({ length: size }, (_, member) => member);
  const sizes = new Int32Array(size).fill(1);
  const alive = Array.from({ length: size }, (_, member) => member);
  const nearest = new Int32Array(size).fill(-1);
  const refresh = (x: number): void => {
    let best = -1;
    for (const y of alive) {
      if (y !== x && (best < 0 || weights[x * size + y]! > weights[x * size + best]!)) best = y;
    }
    nearest[x] = best;
  };
  for (const x of alive) refresh(x);
  while (alive.length > 1) {
    let x = alive[0]!;
    for (const candidate of alive) {
      if (weights[candidate * size + nearest[candidate]!]! > weights[x * size + nearest[x]!]!) x = candidate;
    }
    const y = nearest[x]!;
    if (!(weights[x * size + y]! >= cut)) break;
    const repeated = contradicts[x * size + y]! / Math.max(sizes[x]!, sizes[y]!) - 1;
    if (repeated > 0 && weights[x * size + y]! < CERTAIN) {
      weights[x * size + y]! -= CONTRADICTION * repeated;
      weights[y * size + x] = weights[x * size + y]!;
      contradicts[x * size + y] = contradicts[y * size + x] = 0;
      refresh(x);
      refresh(y);
      continue;
    }
    const [keep, gone] = x < y ? [x, y] : [y, x];
    merge(weights, size, sizes, alive, keep, gone);
    for (const other of alive) {
      contradicts[keep * size + other]! += contradicts[gone * size + other]!;
      contradicts[other * size + keep] = contradicts[keep * size + other]!;
    }
    for (let member = 0; member < size; member++) if (home[member] === gone) home[member] = keep;
    for (const other of alive)
      if (other === keep || nearest[other] === keep || nearest[other] === gone) refresh(other);
    for (const other of alive) {
      if (other !== keep && weights[other * size + keep]! > weights[other * size + nearest[other]!]!)
        nearest[other] = keep;
    }
  }
  return home;
}

function merge(
  weights: Float64Array,
  size: number,
  sizes: Int32Array,
  alive: number[],
  keep: number,
  gone: number,
): void {
  alive.splice(alive.indexOf(gone), 1);
  const [left, right] = [sizes[keep]!, sizes[gone]!];
  const certain = weights[keep * size + gone]! >= CERTAIN;
  for (const other of alive) {
    if (other === keep) continue;
    const [x, y] = [weights[keep * size + other]!, weights[gone * size + other]!];
    const joint =
      certain && x > -Infinity && y > -Infinity ? Math.max(x, y) : (left * x + right * y) / (left + right);
    weights[keep * size + other] = joint;
    weights[other * size + keep] = joint;
  }
  sizes[keep] = left + right;
}
