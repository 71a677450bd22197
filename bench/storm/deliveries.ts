import { createHash } from 'node:crypto';

/** One file of a storm, and when it may be sent: a correction only after all that it corrects is taken in. */
export interface StormDelivery {
  source: string;
  name: string;
  text: string;
  wave: 'first' | 'correction';
}

export const SOURCES = ['storm-council', 'storm-police', 'storm-health'] as const;

/** Small, seeded and even enough: a hash of seed and place. */
export const chance = (seed: number, ...place: (string | number)[]): number =>
  createHash('sha256')
    .update([seed, ...place].join('/'))
    .digest()
    .readUInt32BE() /
  2 ** 32;

const WORDS = [
  'The street lights are broken and it is dark',
  'There are needles in the park again',
  'Cars speed past the school every morning',
  'Bins overflow and nobody comes',
  'I feel safe here, the new wardens help',
  'Young people have nowhere to go in the evening',
] as const;
const STREETS = ['PL4 8AA', 'PL1 1AA', 'PL2 3BB', 'PL5 4DD', 'PL6 5EE'] as const;
const HEADER = 'Ref,Name,Postcode,What should change?\n';

/** Invented people: a tenth of them answer more than one agency. */
function rowOf(seed: number, ref: number, round: number): string {
  const person = Math.floor(chance(seed, 'person', ref) * 400);
  const pick = <T>(list: readonly T[], what: string): T =>
    list[Math.floor(chance(seed, what, ref, round) * list.length)]!;
  return `${ref},Synthetic Person${person},${pick(STREETS, 'street')},"${pick(WORDS, 'words')}, number ${ref % 50}"`;
}

/**
 * Deliveries of a storm: rows with ids of their own, a fifth of the files sent twice, and corrections of a fifth of them,
 * half of which change the words and half nothing but who said them.
 */
export function stormDeliveries(seed: number, many: number): StormDelivery[] {
  const originals = Math.ceil(many * 0.6);
  const made = Array.from({ length: originals }, (_, n) => fileOf(seed, n, 0));
  const repeats = made.filter((_, n) => n % 3 === 0).slice(0, Math.ceil(many * 0.2));
  const corrections = made.flatMap((_, n) => (n % 3 === 1 ? [fileOf(seed, n, 1)] : []));
  return [...shuffled(seed, [...made, ...repeats]), ...corrections].slice(0, many);
}

function fileOf(seed: number, n: number, round: number): StormDelivery {
  const rows = 20 + Math.floor(chance(seed, 'rows', n) * 100);
  const refs = Array.from({ length: rows }, (_, at) => n * 1_000 + at);
  return {
    source: SOURCES[n % SOURCES.length]!,
    name: `storm-${n}-${round}.csv`,
    text: HEADER + refs.map((ref) => rowOf(seed, ref, round)).join('\n'),
    wave: round === 0 ? 'first' : 'correction',
  };
}

function shuffled<T>(seed: number, list: readonly T[]): T[] {
  return list
    .map((item, at) => ({ item, key: chance(seed, 'order', at) }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
