/** A voter's place on two directions. */
export type Place = readonly [number, number];
const far = (a: Place, b: Place): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Starts of k-means that are tried; the one whose places lie closest together is kept. */
const STARTS = 20;

/** Lloyd's k-means, from seeded starts by the rule of k-means++ (Arthur and Vassilvitskii, 2007). */
export function kMeans(places: readonly Place[], k: number): number[] {
  const random = seeded(k);
  let best: { labels: number[]; spread: number } = { labels: [], spread: Infinity };
  for (let start = 0; start < STARTS; start++) {
    const labels = settle(places, startingAt(places, k, random));
    const centres = centresOf(places, labels, k);
    const spread = places.reduce((sum, place, at) => sum + far(place, centres[labels[at]!]!) ** 2, 0);
    if (spread < best.spread - 1e-9) best = { labels, spread };
  }
  return best.labels;
}

function settle(places: readonly Place[], starts: readonly Place[]): number[] {
  let centres = [...starts];
  let labels = places.map(() => -1);
  for (let round = 0; round < 100; round++) {
    const next = places.map((place) => nearest(place, centres));
    if (next.every((label, at) => label === labels[at])) break;
    labels = next;
    centres = centresOf(places, labels, starts.length).map((centre, label) => centre ?? centres[label]!);
  }
  return labels;
}

const centresOf = (places: readonly Place[], labels: readonly number[], k: number): Place[] =>
  Array.from(
    { length: k },
    (_, label) => meanOf(places.filter((_place, at) => labels[at] === label)) ?? [0, 0],
  );

function startingAt(places: readonly Place[], k: number, random: () => number): Place[] {
  const centres: Place[] = [places[Math.floor(random() * places.length)]!];
  while (centres.length < k) {
    const weights = places.map((place) => Math.min(...centres.map((centre) => far(place, centre))) ** 2);
    let left = random() * weights.reduce((sum, each) => sum + each, 0);
    const found = weights.findIndex((weight) => (left -= weight) <= 0);
    centres.push(places[found < 0 ? places.length - 1 : found]!);
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

function meanOf(places: readonly Place[]): Place | null {
  if (places.length === 0) return null;
  const sum = (of: 0 | 1): number => places.reduce((total, place) => total + place[of], 0) / places.length;
  return [sum(0), sum(1)];
}

const MOST_COMPARED = 3_000;

/** Mean over voters of (b - a) / max(a, b): a to the own group, b to the nearest other (Rousseeuw, 1987). */
export function silhouette(all: readonly Place[], allLabels: readonly number[], k: number): number {
  // Every pair is looked at: of very many voters, evenly so many.
  const step = Math.ceil(all.length / MOST_COMPARED);
  const [places, labels] = [
    all.filter((_, at) => at % step === 0),
    allLabels.filter((_, at) => at % step === 0),
  ];
  let total = 0;
  for (const [at, place] of places.entries()) {
    const sums = new Float64Array(k);
    const counts = new Int32Array(k);
    for (const [other, its] of places.entries()) {
      if (other === at) continue;
      sums[labels[other]!]! += far(place, its);
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
  return places.length === 0 ? 0 : total / places.length;
}
