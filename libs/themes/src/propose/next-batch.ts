import { randomOf, shuffled } from '../model/random.js';

/**
 * A batch is chosen among so many texts for each of its own, drawn at random: the less decided half. The least decided of
 * a whole pool are all hard and alike; a model that met little else neither learns as well nor knows how sure it may be
 * (docs/decisions/0016).
 */
export const DRAWN_FOR_EACH = 2;

/** Margin of a text of which the model says nothing at all: rather unsure. */
const UNKNOWN = 0.2;

/** An uncoded text and how its surest labels stand. */
export interface Candidate {
  id: string;
  /** Probabilities of the labels: adding up to 1 (one label), or each for itself (many). */
  chances: ArrayLike<number>;
  /** What it says; of texts that say the same one is enough. */
  content?: string;
}

export interface BatchSettings {
  size: number;
  /** Share of the batch drawn at random, so that what the model is wrongly sure of is met too. */
  randomShare: number;
  mode: 'one' | 'many';
  seed: number;
}

export const BATCH_SETTINGS: BatchSettings = { size: 50, randomShare: 0.1, mode: 'many', seed: 1 };

/**
 * The texts that a person should code next: those of the smallest margin, and a random tenth. The rest of a text
 * with two near labels teaches most (margin sampling, Scheffer et al. 2001). Never the basis of a published share.
 * @returns ids, the most useful first, then the random ones
 */
export function nextBatch(candidates: Candidate[], settings: Partial<BatchSettings> = {}): string[] {
  const { size, randomShare, mode, seed } = { ...BATCH_SETTINGS, ...settings };
  const sorted = [...candidates].sort((a, b) => (a.id < b.id ? -1 : 1));
  const byRandom = Math.min(sorted.length, Math.round(size * randomShare));
  const margins = new Map(sorted.map(({ id, chances }) => [id, margin(chances, mode)]));
  const unsure = oneOfEach([...sorted].sort((a, b) => margins.get(a.id)! - margins.get(b.id)!)).slice(
    0,
    size - byRandom,
  );
  const chosen = new Set(unsure.map(({ id }) => id));
  const rest = shuffled(
    sorted.filter(({ id }) => !chosen.has(id)),
    randomOf(seed),
  );
  return [...chosen, ...rest.slice(0, byRandom).map(({ id }) => id)];
}

/** The first of those that say the same; copies are as unsure as each other and would fill a batch. */
function oneOfEach(candidates: Candidate[]): Candidate[] {
  const met = new Set<string>();
  return candidates.filter(({ content }) => {
    if (content === undefined) return true;
    const known = met.has(content);
    met.add(content);
    return !known;
  });
}

/**
 * One label: distance of the two surest. Many: distance from an even chance of the label least decided. A text of
 * which nothing is known lies between.
 */
function margin(chances: ArrayLike<number>, mode: 'one' | 'many'): number {
  if (chances.length === 0) return UNKNOWN;
  let [first, second, least] = [0, 0, 1];
  for (let k = 0; k < chances.length; k++) {
    const chance = chances[k]!;
    least = Math.min(least, Math.abs(chance - 0.5));
    if (chance > first) [first, second] = [chance, first];
    else if (chance > second) second = chance;
  }
  return mode === 'one' ? first - second : least;
}
