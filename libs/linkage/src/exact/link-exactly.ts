import type { LinkageDecision, LinkageModel, LinkageRecord, LinkageResult, LinkedPair } from '../contract.js';
import { type Identity, identityOf, vetoed } from './identity.js';
import { EXACT_RULES, type ExactRule } from './rules.js';

/** Blocks larger than this say more about the value (a call centre's phone) than about a person. */
const LARGEST_BLOCK = 60;
const PRIOR = -8;

const pairKey = (a: string, b: string): string => (a < b ? `${a}\u0000${b}` : `${b}\u0000${a}`);
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A pair as the contract shows it: the rule's bits shared out over its fields. */
export function pairOf(a: string, b: string, rule: ExactRule): LinkedPair {
  const each = (rule.weight - PRIOR) / rule.fields.length;
  return {
    a: a < b ? a : b,
    b: a < b ? b : a,
    weight: rule.weight,
    probability: 1 / (1 + 2 ** -rule.weight),
    rule: rule.name,
    evidence: rule.fields.map((field) => ({ field, level: 'agrees', weight: each })),
  };
}

/** Every pair that a rule holds for, strongest rule first, then by id. */
export function candidatePairs(identities: readonly Identity[]): LinkedPair[] {
  const seen = new Set<string>();
  const pairs: LinkedPair[] = [];
  for (const rule of EXACT_RULES) {
    const blocks = new Map<string, Identity[]>();
    for (const identity of identities) {
      const key = rule.key(identity);
      if (key === '') continue;
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [identity]);
      else block.push(identity);
    }
    for (const block of blocks.values()) {
      if (block.length < 2 || block.length > LARGEST_BLOCK) continue;
      collect(block, rule, seen, pairs);
    }
  }
  return pairs.sort((x, y) => y.weight - x.weight || byText(x.a, y.a) || byText(x.b, y.b));
}

function collect(block: readonly Identity[], rule: ExactRule, seen: Set<string>, pairs: LinkedPair[]): void {
  for (let i = 0; i < block.length; i++) {
    for (let j = i + 1; j < block.length; j++) {
      const [a, b] = [block[i]!, block[j]!];
      const key = pairKey(a.id, b.id);
      if (seen.has(key) || vetoed(a, b) || !rule.holds(a, b)) continue;
      seen.add(key);
      pairs.push(pairOf(a.id, b.id, rule));
    }
  }
}

/** Clusters that refuse to grow over a veto between any two members. */
class Clusters {
  private readonly home = new Map<string, Identity[]>();
  private readonly apart = new Set<string>();

  constructor(identities: readonly Identity[], decisions: readonly LinkageDecision[]) {
    for (const identity of identities) this.home.set(identity.id, [identity]);
    for (const { a, b, verdict } of decisions) if (verdict === 'different') this.apart.add(pairKey(a, b));
  }

  join(a: string, b: string): void {
    const [left, right] = [this.home.get(a), this.home.get(b)];
    if (left === undefined || right === undefined || left === right) return;
    for (const x of left)
      for (const y of right) if (vetoed(x, y) || this.apart.has(pairKey(x.id, y.id))) return;
    left.push(...right);
    for (const moved of right) this.home.set(moved.id, left);
  }

  list(): { id: string; members: string[] }[] {
    const clusters = [...new Set(this.home.values())].map((members) => members.map((m) => m.id).sort(byText));
    return clusters.map((members) => ({ id: members[0]!, members })).sort((x, y) => byText(x.id, y.id));
  }
}

function clusterAt(
  identities: readonly Identity[],
  pairs: readonly LinkedPair[],
  decisions: readonly LinkageDecision[],
  threshold: number,
): { id: string; members: string[] }[] {
  const clusters = new Clusters(identities, decisions);
  for (const { a, b, verdict } of decisions) if (verdict === 'same') clusters.join(a, b);
  const barred = new Set(decisions.filter((d) => d.verdict !== 'same').map((d) => pairKey(d.a, d.b)));
  for (const pair of pairs)
    if (pair.weight >= threshold && !barred.has(pairKey(pair.a, pair.b))) clusters.join(pair.a, pair.b);
  return clusters.list();
}

/** Groups records into people by exact keys; the same result for any order of the input. */
export function linkExactly(
  records: readonly LinkageRecord[],
  model: LinkageModel,
  decisions: readonly LinkageDecision[],
): LinkageResult {
  const threshold = Number(model.parameters['threshold'] ?? 10);
  const identities = records.map(identityOf).sort((x, y) => byText(x.id, y.id));
  const settled = [...decisions].sort((x, y) => byText(pairKey(x.a, x.b), pairKey(y.a, y.b)));
  const pairs = candidatePairs(identities);
  const clusters = clusterAt(identities, pairs, settled, threshold);
  const decided = new Set(settled.map((d) => pairKey(d.a, d.b)));
  const home = new Map(
    clusters.flatMap((cluster) => cluster.members.map((member) => [member, cluster.id] as const)),
  );
  const review = pairs.filter(
    (p) => p.weight < threshold && home.get(p.a) !== home.get(p.b) && !decided.has(pairKey(p.a, p.b)),
  );
  const people = {
    value: clusters.length,
    low: clusterAt(identities, pairs, settled, 0).length,
    high: clusterAt(identities, pairs, settled, 17).length,
  };
  return { clusters, pairs, review, model, people };
}
