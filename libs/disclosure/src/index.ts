export type {
  CountCell,
  CountTable,
  DisclosurePolicy,
  ReleasedCell,
  ReleasedTable,
  ReleaseOutcome,
} from './contract.js';
export { EXACT_POLICY, SIMPLE_POLICY } from './policy.js';
export { hiddenReason, release, roundTo } from './release.js';
export { MINIMUM_FOR_RATE, rate, share, type Estimate } from './share.js';
