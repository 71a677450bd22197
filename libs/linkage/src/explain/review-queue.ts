import type { LinkageDecision, LinkedPair } from '../contract.js';

/** Bits on either side of even odds within which a run asks a person. */
export const GREY_BAND = 6;

const pairKey = (a: string, b: string): string => (a < b ? `${a}\u0000${b}` : `${b}\u0000${a}`);

/**
 * The grey band in the order in which a reviewer's minute is worth most: how unsure the pair is, times how many pairs of
 * records the answer decides (`gain`). Pairs that a person has judged, "unsure" included, do not come back.
 *
 * @param greyBand bits on either side of even odds that a person is asked about
 */
export function reviewQueue(
  pairs: readonly LinkedPair[],
  clusters: readonly { members: readonly string[] }[],
  decisions: readonly LinkageDecision[] = [],
  greyBand = GREY_BAND,
): (LinkedPair & { gain: number })[] {
  const home = new Map<string, number>();
  clusters.forEach(({ members }, at) => members.forEach((member) => home.set(member, at)));
  const judged = new Set(decisions.map(({ a, b }) => pairKey(a, b)));
  const gainOf = (pair: LinkedPair): number => {
    const [x, y] = [home.get(pair.a)!, home.get(pair.b)!];
    const [sizeX, sizeY] = [clusters[x]!.members.length, clusters[y]!.members.length];
    const decided = x === y ? sizeX - 1 : sizeX * sizeY;
    return pair.probability * (1 - pair.probability) * decided;
  };
  return pairs
    .filter((pair) => Math.abs(pair.weight) < greyBand && !judged.has(pairKey(pair.a, pair.b)))
    .map((pair) => ({ ...pair, gain: gainOf(pair) }))
    .sort((x, y) => y.gain - x.gain || (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1));
}
