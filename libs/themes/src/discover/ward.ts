import { type Dense, dot } from './dense.js';

/**
 * Groups by Ward's method: at each step the two groups are joined that add least to the spread within groups (Ward, 1963), found by
 * chains of nearest neighbours (Murtagh, 1983). The number of each row's group, groups numbered from the largest.
 * Takes the square of the rows in memory (4 bytes each): 4,000 rows are 64 MB.
 */
export function wardGroups(rows: Dense, groups: number): number[] {
  const n = rows.length;
  const distance = distances(rows);
  const size = new Float64Array(n).fill(1);
  const alive = new Uint8Array(n).fill(1);
  const joins: { a: number; b: number; height: number }[] = [];
  let chain: number[] = [];
  while (joins.length < n - 1) {
    if (chain.length === 0) chain = [alive.indexOf(1)];
    for (;;) {
      const top = chain.at(-1)!;
      const near = nearest(distance, alive, n, top, chain.at(-2) ?? -1);
      if (near === chain.at(-2)) break;
      chain.push(near);
    }
    const [b, a] = [chain.pop()!, chain.pop()!];
    joins.push({ a, b, height: distance[a * n + b]! });
    join(distance, size, alive, n, a, b);
  }
  return cut(joins, n, groups);
}

function distances(rows: Dense): Float32Array {
  const n = rows.length;
  const all = new Float32Array(n * n);
  const squares = rows.map((row) => dot(row, row));
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      const value = Math.max(0, squares[i]! + squares[j]! - 2 * dot(rows[i]!, rows[j]!));
      all[i * n + j] = value;
      all[j * n + i] = value;
    }
  return all;
}

/** The nearest living group; of two as near, the one that the chain came from, so that it ends. */
function nearest(distance: Float32Array, alive: Uint8Array, n: number, of: number, before: number): number {
  let best = before;
  let least = before >= 0 ? distance[of * n + before]! : Infinity;
  for (let i = 0; i < n; i++)
    if (alive[i] && i !== of && distance[of * n + i]! < least) {
      least = distance[of * n + i]!;
      best = i;
    }
  return best;
}

/** `b` becomes a part of `a` (Lance and Williams, 1967). */
function join(
  distance: Float32Array,
  size: Float64Array,
  alive: Uint8Array,
  n: number,
  a: number,
  b: number,
): void {
  const [sa, sb, between] = [size[a]!, size[b]!, distance[a * n + b]!];
  alive[b] = 0;
  for (let i = 0; i < n; i++) {
    if (!alive[i] || i === a) continue;
    const si = size[i]!;
    const value =
      ((sa + si) * distance[a * n + i]! + (sb + si) * distance[b * n + i]! - si * between) / (sa + sb + si);
    distance[a * n + i] = value;
    distance[i * n + a] = value;
  }
  size[a] = sa + sb;
}

function cut(joins: { a: number; b: number; height: number }[], n: number, groups: number): number[] {
  const root = Array.from({ length: n }, (_, i) => i);
  const find = (i: number): number => (root[i] === i ? i : (root[i] = find(root[i]!)));
  const order = [...joins].sort((x, y) => x.height - y.height);
  for (const { a, b } of order.slice(0, Math.max(0, n - groups))) root[find(b)] = find(a);
  const members = new Map<number, number>();
  for (let i = 0; i < n; i++) members.set(find(i), (members.get(find(i)) ?? 0) + 1);
  const numbered = [...members].sort((x, y) => y[1] - x[1] || x[0] - y[0]).map(([each]) => each);
  return root.map((_, i) => numbered.indexOf(find(i)));
}
