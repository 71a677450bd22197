import { byWords } from '../words/word-vectors.js';
import type { Dense } from './dense.js';
import { groupNames } from './names.js';
import { wardGroups } from './ward.js';

/** A group of texts that may be a theme; a person keeps, renames, merges, splits or drops it. */
export interface ProposedGroup {
  /** Up to four phrases, the most telling first. */
  names: string[];
  /** Places of its texts, the most central first. */
  texts: number[];
}

/**
 * Proposes groups of whole responses, the largest first.
 * @param space by `spaceOf`; the order of the texts does not matter beyond ties
 */
export function proposeGroups(texts: readonly string[], space: Dense, groups: number): ProposedGroup[] {
  if (texts.length === 0) return [];
  const member = wardGroups(space, Math.min(groups, texts.length));
  const of = Math.max(...member) + 1;
  const names = groupNames(texts, member, of, byWords());
  return names.map((phrases, group) => {
    const own = [...texts.keys()].filter((i) => member[i] === group);
    const middle = own.reduce(
      (sum, i) => sum.map((value, k) => value + space[i]![k]! / own.length),
      new Float32Array(space[0]!.length),
    );
    const apart = (i: number): number =>
      space[i]!.reduce((sum, value, k) => sum + (value - middle[k]!) ** 2, 0);
    const distance = new Map(own.map((i) => [i, apart(i)]));
    return { names: phrases, texts: own.sort((a, b) => distance.get(a)! - distance.get(b)! || a - b) };
  });
}
