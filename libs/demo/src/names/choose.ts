import { Weighted, type Random } from '../random.js';
import { FAMILY_NAMES } from './family-names.js';
import { GIVEN_NAMES } from './given-names.js';
import { ORIGINS, type Origin } from './origins.js';

export type Sex = 'female' | 'male';

/** Ranks without counts: the tenth commonest name is borne by about a third as many as the commonest. */
const rankWeight = (rank: number): number => 1 / (rank + 4);

const givenBySexAndYear = new Map<string, Weighted<string>>(
  GIVEN_NAMES.map(([born, sex, names]) => [
    `${sex}/${born}`,
    new Weighted(names.split(' ').map((name, rank) => [name, rankWeight(rank)] as const)),
  ]),
);

const familyNames = new Weighted(familyNameWeights());

function* familyNameWeights(): Generator<readonly [string, number]> {
  let per100k = 0;
  for (const word of FAMILY_NAMES.split(' ')) {
    if (word >= '0' && word <= '9~') per100k = Number(word);
    else yield [word, per100k];
  }
}

const FIRST_LIST = 1924;
const LAST_LIST = 2014;

/**
 * A first name borne by people of that sex born about that year; one in twelve is from the decade before or after, since
 * taste varies by family.
 */
export function givenName(random: Random, sex: Sex, birthYear: number, origin: Origin): string {
  if (origin !== 'british' && random.chance(0.85)) return random.pick(ORIGINS[origin][sex]);
  const drift = random.chance(1 / 12) ? random.pick([-10, 10]) : 0;
  const decade = Math.round((birthYear + drift - 4) / 10) * 10 + 4;
  const list = Math.min(LAST_LIST, Math.max(FIRST_LIST, decade));
  return givenBySexAndYear.get(`${sex}/${list}`)?.draw(random) ?? 'Robin';
}

/** A surname; one in forty British ones is double. */
export function familyName(random: Random, origin: Origin): string {
  if (origin !== 'british' && random.chance(0.9)) return random.pick(ORIGINS[origin].family);
  const name = familyNames.draw(random);
  return random.chance(0.025) ? `${name}-${familyNames.draw(random)}` : name;
}

/** Where a person's names may come from, by harmonised ethnic group. */
const ORIGIN_BY_ETHNIC_GROUP: Record<string, readonly Origin[]> = {
  asian: ['south-asian', 'south-asian', 'east-asian'],
  black: ['african'],
  mixed: ['british', 'british', 'south-asian', 'african'],
  'white-british': ['british'],
  'white-other': ['european'],
  other: ['middle-eastern', 'east-asian'],
};

export function originOf(random: Random, ethnicGroup: string): Origin {
  return random.pick(ORIGIN_BY_ETHNIC_GROUP[ethnicGroup] ?? ['british']);
}
