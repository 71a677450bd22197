/**
 * Average-link clustering of one component: the two groups whose members have the highest mean weight to each
 * other are joined, until no mean reaches the cut. A single bold pair cannot hold two groups together, which is what makes
 * chains of near names fall apart. Forbidden pairs are minus infinity: no group ever holds one.
 *
 * @param weights Dense symmetric matrix, row by row, of `size` members; it is used up.
 * @returns Group number of each member: the smallest member of its group.
 */
export function averageLink(weights: Float64Array, size: number, cut: number): Int32Array {
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
    const [keep, gone] = x < y ? [x, y] : [y, x];
    merge(weights, size, sizes, alive, keep, gone);
    for (let member = 0; member < size; member++) if (home[member] === gone) home[member] = keep;
    for (const other of alive) if (other === keep || nearest[other] === keep || nearest[other] === gone) refresh(other);
    for (const other of alive) {
      if (other !== keep && weights[other * size + keep]! > weights[other * size + nearest[other]!]!) nearest[other] = keep;
    }
  }
  return home;
}

function merge(weights: Float64Array, size: number, sizes: Int32Array, alive: number[], keep: number, gone: number): void {
  alive.splice(alive.indexOf(gone), 1);
  const [left, right] = [sizes[keep]!, sizes[gone]!];
  for (const other of alive) {
    if (other === keep) continue;
    const mean = (left * weights[keep * size + other]! + right * weights[gone * size + other]!) / (left + right);
    weights[keep * size + other] = mean;
    weights[other * size + keep] = mean;
  }
  sizes[keep] = left + right;
}
