import { findableBlocks } from './blocking/blocks.js';
import { LookUp } from './blocking/look-up.js';
import { PERSON_RULES } from './blocking/rules.js';
import { NOTHING_DECIDED, vetoOf } from './cluster/vetoes.js';
import { Comparer } from './comparison/comparer.js';
import type { LinkageIndex, LinkageModel, LinkageRecord, LinkageResult, MatchOneResult } from './contract.js';
import { BOUND, CUT } from './engine.js';
import { valueCounts } from './estimate/chance.js';
import { GREY_BAND } from './explain/review-queue.js';
import { explainPair } from './explain/waterfall.js';
import { type Commonplaces, weedCommonplaces } from './table/commonplaces.js';
import { tableOf } from './table/encode.js';
import { learntOf } from './model.js';
import { Attributes } from './table/attributes.js';
import type { PersonFields } from './table/fields.js';
import type { RecordTable } from './table/record-table.js';
import type { Parameters } from './estimate/parameters.js';
import { Scorer } from './weights/scorer.js';
import { probabilityOf } from './weights/thresholds.js';

/** Members of a large cluster that a newcomer is compared with. */
const MOST_MEMBERS = 40;
/** Weights below this are not worth a reviewer's look. */
const GREY = -GREY_BAND;

/** A newcomer's best cluster, in row numbers. */
export interface Placed {
  /** Group of the best cluster, -1 for someone new. */
  group: number;
  /** Mean weight to the cluster's members. */
  weight: number;
  /** Candidates with their weights, strongest first. */
  candidates: { row: number; weight: number }[];
}

/** Everything known, ready for one more record at a time. */
export class PersonIndex implements LinkageIndex {
  readonly size: number;
  readonly comparer: Comparer;
  readonly scorer: Scorer;
  private readonly attributes: Attributes;
  private readonly lookUps: LookUp[];
  private readonly members: Map<number, number[]> = new Map();
  private readonly forbidden: (a: number, b: number) => boolean;
  private readonly seen: Int32Array;
  private turn = 0;
  private readonly commonplaces: Commonplaces;

  constructor(
    readonly table: RecordTable,
    readonly home: Int32Array,
    parameters: Parameters,
  ) {
    this.size = table.count;
    this.commonplaces = weedCommonplaces(table);
    this.attributes = new Attributes(table);
    this.comparer = new Comparer(table, this.attributes);
    this.scorer = new Scorer(parameters, table, valueCounts(table));
    this.lookUps = findableBlocks(table, this.attributes, PERSON_RULES).map(
      (b) => new LookUp(b, table, this.attributes),
    );
    this.forbidden = vetoOf(table, this.attributes, NOTHING_DECIDED);
    this.seen = new Int32Array(table.count);
    home.forEach((group, row) => {
      if (group === row) return;
      const list = this.members.get(group);
      if (list === undefined) this.members.set(group, [group, row]);
      else list.push(row);
    });
  }

  /** Finds the cluster that a newcomer belongs to, by mean weight over the cluster's members, as in bulk. */
  place(record: PersonFields): Placed {
    const newcomer = this.table.scratch(record);
    this.commonplaces.weed(newcomer);
    this.attributes.extend();
    const own = this.table.rowOf(record.id);
    const candidates: Placed['candidates'] = [];
    const turn = ++this.turn;
    for (const lookUp of this.lookUps) {
      lookUp.each(newcomer, (row) => {
        if (this.seen[row] === turn || row === own) return;
        this.seen[row] = turn;
        const weight = this.scorer.compareAndWeigh(row, newcomer, this.comparer);
        if (weight >= GREY) candidates.push({ row, weight });
      });
    }
    candidates.sort((x, y) => y.weight - x.weight || x.row - y.row);
    return { ...this.bestGroup(newcomer, candidates), candidates };
  }

  private bestGroup(newcomer: number, candidates: Placed['candidates']): { group: number; weight: number } {
    let best = { group: -1, weight: -Infinity };
    const tried = new Set<number>();
    for (const { row } of candidates) {
      const group = this.home[row]!;
      if (tried.has(group)) continue;
      tried.add(group);
      const weight = this.meanWeight(newcomer, group);
      if (weight > best.weight) best = { group, weight };
    }
    return best.weight >= CUT ? best : { group: -1, weight: best.weight };
  }

  private meanWeight(newcomer: number, group: number): number {
    const members = this.members.get(group) ?? [group];
    let sum = 0;
    const compared = Math.min(members.length, MOST_MEMBERS);
    for (let at = 0; at < members.length; at++) if (this.forbidden(members[at]!, newcomer)) return -Infinity;
    for (let at = 0; at < compared; at++) {
      const weight = this.scorer.compareAndWeigh(members[at]!, newcomer, this.comparer);
      sum += Math.max(-BOUND, Math.min(BOUND, weight));
    }
    return sum / compared;
  }
}

/** Prepares the outcome of `link` so that single records can be matched without reading all again. */
export function indexOf(records: readonly LinkageRecord[], result: LinkageResult): LinkageIndex {
  const table = tableOf(records);
  const home = new Int32Array(table.count);
  for (const { members } of result.clusters) {
    const rows = members.map((member) => table.rowOf(member));
    const group = Math.min(...rows);
    for (const row of rows) home[row] = group;
  }
  const learnt = learntOf(result.model);
  if (learnt === undefined) throw new Error('The result carries no learnt model; give the result of link()');
  return new PersonIndex(table, home, learnt);
}

/** Places one new record among what is known: the cluster it joins, or null for someone new. */
export function matchOne(record: LinkageRecord, index: LinkageIndex, model?: LinkageModel): MatchOneResult {
  const known = index as PersonIndex;
  const greyBand = Number(model?.parameters['greyBand'] ?? GREY_BAND);
  const placed = known.place(record);
  const newcomer = known.table.count;
  const pairs = placed.candidates.map(({ row }) => ({
    group: known.home[row]!,
    pair: explainPair(
      { row, id: known.table.idOf(row) },
      { row: newcomer, id: record.id },
      'one at a time',
      known.comparer,
      known.scorer,
    ),
  }));
  const joined = placed.group >= 0;
  return {
    cluster: joined ? known.table.idOf(placed.group) : null,
    probability: joined ? probabilityOf(placed.weight) : 0,
    matches: pairs.filter(({ group }) => joined && group === placed.group).map(({ pair }) => pair),
    review: pairs
      .filter(({ group, pair }) => !(joined && group === placed.group) && Math.abs(pair.weight) < greyBand)
      .map(({ pair }) => pair),
  };
}
