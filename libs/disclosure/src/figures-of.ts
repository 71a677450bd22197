import type { DisclosurePolicy, LargerSet } from './contract.js';
import { noiseOf } from './noise.js';

/** To the nearest multiple; a half goes up. */
export function roundTo(value: number, multiple: number): number {
  return Math.round(value / multiple) * multiple;
}

const NO_NOISE = new Int8Array(1);

/**
 * What would be shown of a count, by one policy: made once a table, because a table has thousands of cells.
 * Its functions throw where the policy has noise and a count of anybody comes without its keys' sum.
 */
export class Figures {
  readonly people: Int8Array;
  readonly submissions: Int8Array;
  readonly arguments: Int8Array;
  /** Two counts further apart than this never bear figures in the other order, nor the same figure. */
  readonly reach: number;
  /** A figure lies no further than this from its count. */
  readonly end: number;
  private readonly rounding: number;
  private readonly keyed: boolean;

  constructor({ noise, rounding }: DisclosurePolicy) {
    if (noise && noise.people.length === 0)
      throw new Error('the noise of the policy is not at hand: nothing is released');
    this.people = noise ? Int8Array.from(noise.people) : NO_NOISE;
    this.submissions = noise ? Int8Array.from(noise.submissions) : NO_NOISE;
    this.arguments = noise ? Int8Array.from(noise.arguments) : NO_NOISE;
    this.rounding = rounding;
    this.keyed = noise !== undefined;
    const noisiest = this.people.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
    this.reach = 2 * noisiest + rounding;
    this.end = noisiest + Math.floor(rounding / 2);
  }

  /** The count with its noise. Nothing is added to none: a shown zero is a zero. */
  noisy(count: number, key: number | undefined, noise: Int8Array): number {
    if (count === 0 || !this.keyed) return count;
    if (key === undefined) throw new Error('the policy needs the keys of every cell');
    return count + noiseOf(noise, key);
  }

  /** To the nearest multiple, never below none. */
  round(value: number): number {
    return value <= 0 ? 0 : roundTo(value, this.rounding);
  }

  /** What would be shown of the people of a larger set. */
  ofSet({ people, noiseKey }: LargerSet): number {
    return this.round(this.noisy(people, noiseKey, this.people));
  }
}
