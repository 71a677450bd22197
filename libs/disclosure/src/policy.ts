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

/** What policy P is known by. */
export const POLICY_P = { code: 'P', version: 1 } as const;

/**
 * Policy P: noise that stays with its set of people, a guard against differences, and figures that stay until enough
 * people have moved. It withstands the attacker of `bench/disclosure` on every table of up to three values a cell.
 * @param secret of the hub; the noise table's order hangs on it
 */
export function policyP(secret: Uint8Array | string): DisclosurePolicy {
  return {
    ...POLICY_P,
    threshold: 5,
    healthThreshold: 8,
    rounding: 5,
    minimumBase: 30,
    maximumFilters: 3,
    maximumFixed: 3,
    sensitive: SIMPLE_POLICY.sensitive,
    noise: {
      people: noiseTable(secret, 'people'),
      submissions: noiseTable(secret, 'submissions'),
      arguments: noiseTable(secret, 'arguments'),
    },
    guard: { margin: 4, equalUnder: 30, lower: true },
    sticky: 5,
    refuseHiddenOver: 0.5,
  };
}

/**
 * Policy P as it is told beside figures that were released when their edition was published: its noise is not at hand, and
 * whoever would release by it is thrown out.
 */
export const toldPolicyP = (): DisclosurePolicy => ({
  ...policyP(''),
  noise: { people: [], submissions: [], arguments: [] },
});

/** What policy P is known by where declared groups are published. */
const POLICY_P_WITH_GROUPS = { code: 'P', version: 2 } as const;

/**
 * Policy P for editions with declared groups: no zero is told of a ward or of an answer's option (rule C, 3). With areas
 * published, four zeros and a hidden cell say in which ward a small group lives. The guard must be given every larger set
 * of `Groups.largerThan`. A threshold on true counts in place of this rule would itself tell: it proved 3 to 7 counts.
 */
export function policyPWithGroups(secret: Uint8Array | string): DisclosurePolicy {
  const policy = policyP(secret);
  return { ...policy, ...POLICY_P_WITH_GROUPS, sensitive: [...policy.sensitive, 'ward', 'option'] };
}
