import { createHmac } from 'node:crypto';

/** How many of the 256 entries hold each number: symmetrical, mean 0, variance exactly 2, nothing beyond 3. */
const SPREAD: readonly (readonly [noise: number, entries: number])[] = [
  [-3, 10],
  [-2, 28],
  [-1, 54],
  [0, 72],
  [1, 54],
  [2, 28],
  [3, 10],
];

/** Nothing is added beyond this, up or down. */
export const LARGEST_NOISE = 3;
const ENTRIES = 256;

/**
 * A table of 256 small numbers in an order that only the secret knows. A count is looked up by the sum of its people's
 * 8-bit keys, so that the same set of people always bears the same noise, in whatever question it turns up, and two sets
 * that differ by one person bear unrelated noise. Method: the cell-key perturbation of the Australian Bureau of
 * Statistics (Fraser and Wooton 2005; Thompson, Broadfoot and Elazar 2013).
 * @param secret of the hub; without it the table says nothing about a count
 * @param use what is counted (`people`, `submissions`, `arguments`): each has a table of its own
 */
export function noiseTable(secret: Uint8Array | string, use: string): number[] {
  const table = SPREAD.flatMap(([noise, entries]) => Array.from({ length: entries }, () => noise));
  const random = secretNumbers(secret, use);
  for (let last = ENTRIES - 1; last > 0; last--) {
    const other = below(last + 1, random);
    [table[last], table[other]] = [table[other] as number, table[last] as number];
  }
  return table;
}

/** Noise of a set, from the sum of its members' keys. */
export function noiseOf(table: ArrayLike<number>, keySum: number): number {
  return table[keySum & (ENTRIES - 1)] as number;
}

/** 32-bit numbers of an HMAC in counter mode. */
function* secretNumbers(secret: Uint8Array | string, use: string): Generator<number, never> {
  for (let block = 0; ; block++) {
    const bytes = createHmac('sha256', secret).update(`noise-table/${use}/${block}`).digest();
    for (let at = 0; at < bytes.length; at += 4) yield bytes.readUInt32BE(at);
  }
}

/** Evenly below `bound`: numbers of the last, incomplete stretch are thrown away. */
function below(bound: number, random: Generator<number, never>): number {
  const limit = Math.floor(2 ** 32 / bound) * bound;
  for (;;) {
    const number = random.next().value;
    if (number < limit) return number % bound;
  }
}
