/** A voter's place on two directions. */
export type Place = readonly [number, number];

/** What is put together: a voter, or a cluster of as many voters as it weighs. */
export interface Point {
  place: Place;
  weight: number;
}

const far = (a: Place, b: Place): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/**
 * Lloyd's k-means from seeded starts by the rule of k-means++ (Arthur and Vassilvitskii, 2007): the same points give the same.
 * @param starts how many are tried
 * @returns labels by start, from 0 to k - 1; a label may be nobody's
 */
export function kMeans(points: readonly Point[], k: number, starts: number): number[][] {
  const random = seeded(k);
  return Array.from({ length: starts }, () => settle(points, startingAt(points, k, random)));
}

function settle(points: readonly Point[], starts: readonly Place[]): number[] {
  let centres = [...starts];
  let labels = points.map(() => -1);
  for (let round = 0; round < 100; round++) {
    const next = points.map(({ place }) => nearest(place, centres));
    if (next.every((label, at) => label === labels[at])) break;
    labels = next;
    const own: Point[][] = centres.map(() => []);
    points.forEach((point, at) => own[next[at]!]!.push(point));
    centres = centres.map((centre, label) => middleOf(own[label]!) ?? centre);
  }
  return labels;
}

function startingAt(points: readonly Point[], k: number, random: () => number): Place[] {
  const centres: Place[] = [points[Math.floor(random() * points.length)]!.place];
  const away = points.map(({ place }) => far(place, centres[0]!));
  while (centres.length < k) {
    const weights = points.map(({ weight }, at) => weight * away[at]! ** 2);
    let left = random() * weights.reduce((sum, each) => sum + each, 0);
    const found = weights.findIndex((weight) => (left -= weight) <= 0);
    const { place } = points[found < 0 ? points.length - 1 : found]!;
    centres.push(place);
    points.forEach((point, at) => (away[at] = Math.min(away[at]!, far(point.place, place))));
  }
  return centres;
}

/** mulberry32: small, seeded and even enough. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const nearest = (place: Place, centres: readonly Place[]): number =>
  centres.reduce((best, centre, at) => (far(place, centre) < far(place, centres[best]!) ? at : best), 0);

/** Where points lie together, each by its weight; null for none. */
export function middleOf(points: readonly Point[]): Place | null {
  const weight = points.reduce((sum, point) => sum + point.weight, 0);
  if (weight === 0) return null;
  const along = (side: 0 | 1): number =>
    points.reduce((sum, point) => sum + point.weight * point.place[side], 0) / weight;
  return [along(0), along(1)];
}

/**
 * Mean over points of (b - a) / max(a, b): a to the others of the own group, b to the nearest other (Rousseeuw, 1987). Whoever is alone in a
 * group counts 0. Every pair is looked at.
 */
export function silhouette(points: readonly Point[], labels: readonly number[], k: number): number {
  let total = 0;
  for (const [at, { place }] of points.entries()) {
    const sums = new Float64Array(k);
    const counts = new Int32Array(k);
    for (const [other, its] of points.entries()) {
      if (other === at) continue;
      sums[labels[other]!]! += far(place, its.place);
      counts[labels[other]!]! += 1;
    }
    const own = labels[at]!;
    if (counts[own] === 0) continue;
    const a = sums[own]! / counts[own]!;
    let b = Infinity;
    for (let label = 0; label < k; label++)
      if (label !== own && counts[label]! > 0) b = Math.min(b, sums[label]! / counts[label]!);
    if (Number.isFinite(b)) total += (b - a) / Math.max(a, b, 1e-12);
  }
  return points.length === 0 ? 0 : total / points.length;
}
