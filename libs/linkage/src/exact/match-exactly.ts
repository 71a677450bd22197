import type {
  LinkageIndex,
  LinkageModel,
  LinkageRecord,
  LinkageResult,
  LinkedPair,
  MatchOneResult,
} from '../contract.js';
import { type Identity, identityOf, vetoed } from './identity.js';
import { pairOf } from './link-exactly.js';
import { EXACT_RULES } from './rules.js';

/** Blocks of every rule, ready for one more record. */
export interface ExactIndex extends LinkageIndex {
  blocks: Map<string, Identity[]>[];
  home: Map<string, string>;
}

/** Prepares what is known for `matchExactly`. */
export function indexExactly(records: readonly LinkageRecord[], result: LinkageResult): ExactIndex {
  const identities = records.map(identityOf);
  const blocks = EXACT_RULES.map((rule) => {
    const byKey = new Map<string, Identity[]>();
    for (const identity of identities) {
      const key = rule.key(identity);
      if (key === '') continue;
      const block = byKey.get(key);
      if (block === undefined) byKey.set(key, [identity]);
      else block.push(identity);
    }
    return byKey;
  });
  const home = new Map(result.clusters.flatMap((c) => c.members.map((member) => [member, c.id] as const)));
  return { size: records.length, blocks, home };
}

/** Places one record among what is known, by the strongest rule that holds. */
export function matchExactly(record: LinkageRecord, index: ExactIndex, model: LinkageModel): MatchOneResult {
  const threshold = Number(model.parameters['threshold'] ?? 10);
  const identity = identityOf(record);
  const found = new Map<string, LinkedPair>();
  EXACT_RULES.forEach((rule, at) => {
    const block = index.blocks[at]!.get(rule.key(identity)) ?? [];
    for (const known of block.length > 60 ? [] : block) {
      if (
        known.id === identity.id ||
        found.has(known.id) ||
        vetoed(identity, known) ||
        !rule.holds(identity, known)
      )
        continue;
      found.set(known.id, pairOf(identity.id, known.id, rule));
    }
  });
  const pairs = [...found].sort((x, y) => y[1].weight - x[1].weight || (x[0] < y[0] ? -1 : 1));
  const best = pairs.find(([, pair]) => pair.weight >= threshold);
  return {
    cluster: best === undefined ? null : (index.home.get(best[0]) ?? null),
    probability: best === undefined ? 0 : best[1].probability,
    matches: pairs.map(([, pair]) => pair).filter((pair) => pair.weight >= threshold),
    review: pairs.map(([, pair]) => pair).filter((pair) => pair.weight < threshold),
  };
}
