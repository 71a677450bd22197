import type { GroupArguments } from '../contract.js';
import { visitCandidates } from './candidates.js';
import { inCommon, normalise, shingle } from './shingles.js';
import type { Shingled } from './shingles.js';

/** Shorter texts are the same argument only when they are equal: short phrases are alike by chance. */
const FEWEST_WORDS = 9;
/** Dice coefficient of word pairs from which two texts are near copies: of short texts, and of long ones. */
const ALIKE_SHORT = 0.92;
const ALIKE = 0.72;
/** So many word pairs make a text long: two people seldom hit upon as many by themselves. */
const LONG = 18;
/** A copy with words of one's own: this share of the shorter in the longer, which is at most 1.8 times as long. */
const CONTAINED = 0.9;
const LONGEST = 1.8;

/**
 * Which responses say the same: equal or nearly equal text (campaign copies, small edits, an added sentence).
 * The argument's id is the smallest response id of the group. The result does not depend on the order given.
 */
export const groupArguments: GroupArguments = (responses) => {
  const byText = new Map<string, string>();
  const textOf = new Map<string, string>();
  for (const { id, text } of responses) {
    const key = normalise(text);
    textOf.set(id, key);
    const known = byText.get(key);
    if (known === undefined || id < known) byText.set(key, id);
  }
  const leaders = groupTexts(byText);
  return new Map(responses.map(({ id }) => [id, leaders.get(textOf.get(id)!)!]));
};

/** Smallest response id per distinct text, near copies united. */
function groupTexts(smallestId: Map<string, string>): Map<string, string> {
  const keys = [...smallestId.keys()].sort();
  const long = keys.filter((key) => key.split(' ').length >= FEWEST_WORDS);
  const texts = long.map(shingle);
  const united = unite(texts);
  const leaders = new Map(smallestId);
  const least = new Map<number, string>();
  long.forEach((key, index) => {
    const root = united(index);
    const id = smallestId.get(key)!;
    const known = least.get(root);
    if (known === undefined || id < known) least.set(root, id);
  });
  long.forEach((key, index) => leaders.set(key, least.get(united(index))!));
  return leaders;
}

/** Unites verified near copies; gives the root of each text. */
function unite(texts: Shingled[]): (index: number) => number {
  const parent = texts.map((_, index) => index);
  const root = (index: number): number => {
    while (parent[index] !== index) {
      parent[index] = parent[parent[index]!]!;
      index = parent[index]!;
    }
    return index;
  };
  visitCandidates(texts, (a, b) => {
    const [x, y] = [root(a), root(b)];
    if (x !== y && areNearCopies(texts[a]!, texts[b]!)) parent[Math.max(x, y)] = Math.min(x, y);
  });
  return root;
}

/** Verifies a candidate pair on all its word pairs. */
export function areNearCopies(a: Shingled, b: Shingled): boolean {
  const [short, long] = a.pairs.length <= b.pairs.length ? [a.pairs, b.pairs] : [b.pairs, a.pairs];
  if (short.length === 0 || long.length > LONGEST * short.length) return false;
  const common = inCommon(short, long);
  if (short.length < LONG) return 2 * common >= ALIKE_SHORT * (short.length + long.length);
  return 2 * common >= ALIKE * (short.length + long.length) || common >= CONTAINED * short.length;
}
