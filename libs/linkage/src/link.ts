import type { LinkageDecision, LinkageModel, LinkageRecord, LinkageResult, LinkedPair } from './contract.js';
import { decidedRows } from './cluster/vetoes.js';
import { type EngineRun, runEngine } from './engine.js';
import { estimatedQuality } from './evaluate/estimated-quality.js';
import { explainPair } from './explain/waterfall.js';
import { GREY_BAND, reviewQueue } from './explain/review-queue.js';
import { learntOf, withLearnt } from './model.js';
import { thinRows } from './evaluate/thin.js';
import { RecordTable } from './table/record-table.js';
import { ruleOf } from './blocking/candidates.js';

/** The person model that every run uses unless told otherwise. */
export const defaultModel: LinkageModel = {
  code: 'person',
  version: 2,
  parameters: { greyBand: GREY_BAND, margin: 3 },
};

/** Encodes records for the engine, in the order of their ids. */
export function tableOf(records: readonly LinkageRecord[]): RecordTable {
  const table = new RecordTable();
  for (const record of records) table.add(record);
  table.sortById();
  return table;
}

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

/**
 * Groups records into people. Every record lands in exactly one cluster; the same records in any order
 * give the same result. A reviewer's decisions hold whatever the weights say.
 *
 * @throws Error where two records have the same id
 */
export function link(
  records: readonly LinkageRecord[],
  model: LinkageModel = defaultModel,
  decisions: readonly LinkageDecision[] = [],
): LinkageResult {
  const table = tableOf(records);
  const greyBand = Number(model.parameters['greyBand'] ?? GREY_BAND);
  const margin = Number(model.parameters['margin'] ?? 3);
  const learnt = learntOf(model);
  const run = runEngine(table, {
    decided: decidedRows(table, decisions),
    ...(learnt === undefined ? {} : { learnt }),
  });
  const clusters = clustersOf(run);
  const pairs = explained(run, clusters, greyBand);
  const value = clusters.length;
  return {
    clusters,
    pairs,
    review: reviewQueue(pairs, clusters, decisions, greyBand),
    model: withLearnt(model, run.parameters),
    people: {
      value,
      low: Math.min(value, groupCount(run.groupsAt(-margin))),
      high: Math.max(value, groupCount(run.groupsAt(margin))),
    },
    thin: thinRows(table).map((row) => table.idOf(row)),
    quality: estimatedQuality(run),
  };
}
