import type {
  LinkageDecision,
  LinkageIndex,
  LinkageModel,
  LinkageRecord,
  LinkageResult,
  MatchOneResult,
} from './contract.js';
import { linkExactly } from './exact/link-exactly.js';
import { type ExactIndex, indexExactly, matchExactly } from './exact/match-exactly.js';

/** The person model that every run uses unless told otherwise. */
export const defaultModel: LinkageModel = { code: 'person', version: 1, parameters: { threshold: 10 } };

/**
 * Groups records into people. Every record lands in exactly one cluster; the same records in any order
 * give the same result. A reviewer's decisions hold whatever the weights say.
 */
export function link(
  records: readonly LinkageRecord[],
  model: LinkageModel = defaultModel,
  decisions: readonly LinkageDecision[] = [],
): LinkageResult {
  return linkExactly(records, model, decisions);
}

/** Prepares the outcome of `link` so that single records can be matched without reading all again. */
export function indexOf(records: readonly LinkageRecord[], result: LinkageResult): LinkageIndex {
  return indexExactly(records, result);
}

/** Places one new record among what is known: the cluster it joins, or null for someone new. */
export function matchOne(
  record: LinkageRecord,
  index: LinkageIndex,
  model: LinkageModel = defaultModel,
): MatchOneResult {
  return matchExactly(record, index as ExactIndex, model);
}
