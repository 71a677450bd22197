export type {
  CountCell,
  CountTable,
  DisclosurePolicy,
  Guard,
  LargerSet,
  Previous,
  ReleasedCell,
  ReleasedTable,
  ReleaseOutcome,
  ShownSet,
} from './contract.js';
export { MINIMUM_FOR_QUOTES, quotesAllowed, sumOfParts, type ListFigure } from './list.js';
export { LARGEST_NOISE, noiseOf, noiseTable } from './noise.js';
export { Groups, type DeclaredGroup, type FixedValue } from './groups.js';
export {
  EXACT_POLICY,
  POLICY_P_WITH_GROUPS,
  POLICY_P_AS_KEPT,
  policyP,
  policyPWithGroups,
  SIMPLE_POLICY,
  withNoise,
} from './policy.js';
export { roundTo } from './figures-of.js';
export {
  cellId,
  cellReleaser,
  describesPeople,
  fewest,
  hiddenReason,
  MOSTLY_HIDDEN,
  mostlyHidden,
  refusalOf,
  release,
  stays,
  yieldsTo,
} from './release.js';
export { stickySeries } from './sticky-series.js';
export { ToldBefore } from './told-before.js';
