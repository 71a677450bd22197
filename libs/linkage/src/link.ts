import type { LinkageDecision, LinkageModel, LinkageRecord, LinkageResult, LinkedPair } from './contract.js';
import { decidedRows } from './cluster/vetoes.js';
import { type EngineRun, runEngine } from './engine.js';
import { estimatedQuality } from './evaluate/estimated-quality.js';
import { explainPair } from './explain/waterfall.js';
import { GREY_BAND, reviewQueue } from './explain/review-queue.js';
import { learntOf, withLearnt } from './model.js';
import { tells, thinRows } from './evaluate/thin.js';
import { withOwnIds } from './own-ids.js';
import { weedCommonplaces } from './table/commonplaces.js';
import { tableOf } from './table/encode.js';
import type { RecordTable } from './table/record-table.js';
import { ruleOf } from './blocking/candidates.js';

/** The person model that every run uses unless told otherwise. */
export const defaultModel: LinkageModel = {
  code: 'person',
  version: 3,
  parameters: { greyBand: GREY_BAND, margin: 3 },
};

function clustersOf({ table, home }: EngineRun): LinkageResult['clusters'] {
  const members = new Map<number, string[]>();
  home.forEach((group, row) => {
    const list = members.get(group);
    if (list === undefined) members.set(group, [table.idOf(row)]);
    else list.push(table.idOf(row));
  });
  return [...members.values()].map((list) => ({ id: list[0]!, members: list }));
}

function groupCount(home: Int32Array): number {
  let groups = 0;
  for (let row = 0; row < home.length; row++) if (home[row] === row) groups++;
  return groups;
}

/** Clusters up to this size are opened pair by pair; of larger ones, the pairs that rules proposed. */
const OPENED = 50;

/** All pairs inside clusters, those that no rule proposed too, and all in the grey band, opened to their evidence. */
function explained(run: EngineRun, clusters: LinkageResult['clusters'], greyBand: number): LinkedPair[] {
  const { table, scored, home, comparer, scorer } = run;
  const pairs: LinkedPair[] = [];
  const open = (a: number, b: number): void => {
    const [left, right] = [
      { row: a, id: table.idOf(a) },
      { row: b, id: table.idOf(b) },
    ];
    pairs.push(explainPair(left, right, ruleOf(run.blocks, a, b), comparer, scorer));
  };
  const sizes = new Map(clusters.map(({ id, members }) => [table.rowOf(id), members.length]));
  for (const { members } of clusters) {
    if (members.length === 1 || members.length > OPENED) continue;
    const rows = members.map((id) => table.rowOf(id));
    rows.forEach((a, at) => rows.slice(at + 1).forEach((b) => open(a, b)));
  }
  for (let pair = 0; pair < scored.count; pair++) {
    const [a, b] = [scored.a[pair]!, scored.b[pair]!];
    const opened = home[a] === home[b] && (sizes.get(home[a]!) ?? 0) <= OPENED;
    if (!opened && (home[a] === home[b] || scored.weight[pair]! >= -greyBand)) open(a, b);
  }
  return pairs.sort((x, y) => y.weight - x.weight || (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1));
}

/** Rows that hold something to compare, or of which a person has spoken. The others change nothing that these become. */
function comparedRows(table: RecordTable, decisions: readonly LinkageDecision[]): number[] {
  const spoken = new Set(decisions.flatMap(({ a, b }) => [table.rowOf(a), table.rowOf(b)]));
  return Array.from({ length: table.count }, (_, row) => row).filter(
    (row) => tells(table, row) || spoken.has(row),
  );
}

/** Ids of the rows that were not compared. */
function bareOf(table: RecordTable, compared: readonly number[]): string[] {
  const held = new Set(compared);
  return Array.from({ length: table.count }, (_, row) => row)
    .filter((row) => !held.has(row))
    .map((row) => table.idOf(row));
}

/**
 * Groups records into people. Every record lands in exactly one cluster; the same records in any order
 * give the same result. A reviewer's decisions hold whatever the weights say. Records that hold nothing to compare teach
 * nothing: they are a person each, unless their source's own id joins them.
 *
 * @throws Error where two records have the same id
 */
export function link(
  records: readonly LinkageRecord[],
  model: LinkageModel = defaultModel,
  decisions: readonly LinkageDecision[] = [],
): LinkageResult {
  const all = tableOf(records);
  weedCommonplaces(all);
  const compared = comparedRows(all, decisions);
  const table = compared.length === all.count ? all : all.only(compared);
  const greyBand = Number(model.parameters['greyBand'] ?? GREY_BAND);
  const margin = Number(model.parameters['margin'] ?? 3);
  const learnt = learntOf(model);
  const run = runEngine(table, {
    decided: decidedRows(table, decisions),
    ...(learnt === undefined ? {} : { learnt }),
  });
  const found = clustersOf(run);
  const pairs = explained(run, found, greyBand);
  const clusters = withOwnIds(all, found, new Set(compared));
  const others = clusters.length - found.length;
  const value = clusters.length;
  return {
    clusters,
    pairs,
    review: reviewQueue(pairs, clusters, decisions, greyBand),
    model: withLearnt(model, run.parameters),
    people: {
      value,
      low: Math.min(value, groupCount(run.groupsAt(-margin)) + others),
      high: Math.max(value, groupCount(run.groupsAt(margin)) + others),
    },
    thin: thinRows(all).map((row) => all.idOf(row)),
    bare: bareOf(all, compared),
    quality: estimatedQuality(run),
  };
}
