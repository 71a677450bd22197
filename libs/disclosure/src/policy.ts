import type { DisclosurePolicy } from './contract.js';
import { noiseTable } from './noise.js';

/**
 * Hide 1 to 4 people, round everything to 5, no percentage of fewer than 30, at most two filters.
 *
 * A zero is told only in tables that describe no person: "nobody in this ward raised it" harms nobody, "none of the
 * disabled people who answered live here" says something about each of them.
 */
export const SIMPLE_POLICY: DisclosurePolicy = {
  code: 'simple',
  version: 1,
  threshold: 5,
  rounding: 5,
  minimumBase: 30,
  maximumFilters: 2,
  sensitive: ['age-band', 'sex', 'ethnic-group', 'disability', 'deprivation'],
};

/** For a cleared analyst's working figures, which are never published: true counts, as many filters as there are. */
export const EXACT_POLICY: DisclosurePolicy = {
  code: 'exact',
  version: 1,
  threshold: 1,
  rounding: 1,
  minimumBase: 30,
  maximumFilters: 12,
  sensitive: [],
};

/** What policy P was known by before editions had declared groups. */
const POLICY_P = { code: 'P', version: 1 } as const;

/**
 * Policy P: noise that stays with its set of people, a guard against differences, and figures that stay until enough
 * people have moved. It withstands the attacker of `bench/disclosure` on every table of up to three values a cell.
 * @param secret of the hub; the noise table's order hangs on it
 */
export const policyP = (secret: Uint8Array | string): DisclosurePolicy => ({
  ...POLICY_P_AS_KEPT,
  noise: noiseTables(secret),
});

/** The same without its noise, whose tables take ten milliseconds to draw: for whoever tells what was released. */
export const POLICY_P_AS_KEPT: Omit<DisclosurePolicy, 'noise'> = {
  ...POLICY_P,
  threshold: 5,
  healthThreshold: 8,
  rounding: 5,
  minimumBase: 30,
  maximumFilters: 3,
  maximumFixed: 3,
  sensitive: SIMPLE_POLICY.sensitive,
  guard: { margin: 4, equalUnder: 30, lower: true },
  sticky: 5,
  refuseHiddenOver: 0.5,
};

const noiseTables = (secret: Uint8Array | string): NonNullable<DisclosurePolicy['noise']> => ({
  people: noiseTable(secret, 'people'),
  submissions: noiseTable(secret, 'submissions'),
  arguments: noiseTable(secret, 'arguments'),
});

/**
 * A policy as an edition keeps it, with the noise that hangs on the hub's secret.
 * @param secret null for whoever tells what was released when the edition was published: the noise is then not at hand, and who
 *   would release by the policy is thrown out
 */
export const withNoise = (
  kept: Omit<DisclosurePolicy, 'noise'>,
  secret: Uint8Array | string | null,
): DisclosurePolicy => ({
  ...kept,
  noise: secret === null ? { people: [], submissions: [], arguments: [] } : noiseTables(secret),
});

/** What policy P is known by where declared groups are published: the one in force. */
export const POLICY_P_WITH_GROUPS = { code: 'P', version: 3 } as const;

/**
 * Policy P for editions with declared groups: no zero is told of a ward or of an answer's option (rule C, 3). With areas
 * published, four zeros and a hidden cell say in which ward a small group lives. The guard must be given every larger set
 * of `Groups.largerThan`. A threshold on true counts in place of this rule would itself tell: it proved 3 to 7 counts.
 * Version 3: no sum leaves one count possible (`toldAs`); editions keep the guard that they were made with.
 */
export function policyPWithGroups(secret: Uint8Array | string): DisclosurePolicy {
  const policy = policyP(secret);
  return {
    ...policy,
    ...POLICY_P_WITH_GROUPS,
    sensitive: [...policy.sensitive, 'ward', 'option'],
    guard: { margin: 4, equalUnder: 30, lower: true, ends: true },
  };
}
