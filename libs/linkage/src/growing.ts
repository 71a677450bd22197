import { findableBlocks } from './blocking/blocks.js';
import { LookUp } from './blocking/look-up.js';
import { PERSON_RULES, combinedReader, keyReader } from './blocking/rules.js';
import { Components } from './cluster/components.js';
import { type Decided, contradictionOf, decidedRows, vetoOf } from './cluster/vetoes.js';
import { Comparer } from './comparison/comparer.js';
import type { LinkageDecision, LinkageModel, LinkageRecord, LinkedPair } from './contract.js';
import { CUT, REACH } from './engine.js';
import { valueCounts } from './estimate/chance.js';
import { GREY_BAND } from './explain/review-queue.js';
import { explainPair } from './explain/waterfall.js';
import { type Commonplaces, weedCommonplaces } from './table/commonplaces.js';
import { tableOf } from './table/encode.js';
import { learntOf } from './model.js';
import { regroup } from './cluster/regroup.js';
import { Attributes } from './table/attributes.js';
import { SYSTEM_LANE } from './table/fields.js';
import type { RecordTable } from './table/record-table.js';
import { Scorer } from './weights/scorer.js';

/** What is known when the growing begins: the outcome of a run over the same records. */
interface Beginning {
  records: readonly LinkageRecord[];
  clusters: readonly { members: readonly string[] }[];
  pairs: readonly { a: string; b: string; weight: number }[];
  /** As the run gave it back: with what was learnt. */
  model: LinkageModel;
}

/** People whose grouping was looked at again: every cluster of every component that was touched. */
export interface Regrouped {
  clusters: { id: string; members: string[] }[];
  /** Pairs inside those clusters, and newcomers' pairs in the grey band, opened to their evidence. */
  pairs: LinkedPair[];
}

/** One blocking rule over what was known and what came since. */
interface Finder {
  known: LookUp;
  key: (row: number) => number;
  added: Map<number, number[]>;
  cap: number;
}

/** Clusters up to this size are opened pair by pair. */
const OPENED = 50;

/**
 * Everything known, to which records come one at a time and on which reviewers' words fall. Weights are those of the run
 * it began with; whatever a newcomer or a decision touches is grouped again exactly as a run over everything would group it.
 */
export class GrowingPeople {
  private readonly table: RecordTable;
  private readonly commonplaces: Commonplaces;
  private readonly attributes: Attributes;
  private readonly comparer: Comparer;
  private readonly scorer: Scorer;
  private readonly finders: Finder[];
  private readonly components: Components;
  /** First row of each source's system id. */
  private readonly systems = new Map<number, number>();

  /** @throws Error where the model carries nothing learnt */
  constructor({ records, clusters, pairs, model }: Beginning) {
    const learnt = learntOf(model);
    if (learnt === undefined) throw new Error('The model carries nothing learnt; give that of a run');
    const table = (this.table = tableOf(records));
    this.commonplaces = weedCommonplaces(table);
    const attributes = (this.attributes = new Attributes(table));
    this.comparer = new Comparer(table, attributes);
    this.scorer = new Scorer(learnt, table, valueCounts(table));
    this.finders = findableBlocks(table, attributes, PERSON_RULES).map((blocks) => ({
      known: new LookUp(blocks, table, attributes),
      key: combinedReader(blocks.rule.parts.map((part) => keyReader(part, table, attributes))),
      added: new Map(),
      cap: blocks.cap,
    }));
    this.components = new Components(table.count);
    for (let row = 0; row < table.count; row++) this.joinBySystem(row);
    for (const { members } of clusters) this.joinAll(members);
    for (const { a, b, weight } of pairs) if (weight >= CUT - REACH) this.joinAll([a, b]);
  }

  get size(): number {
    return this.table.count;
  }

  /**
   * Takes in newcomers, one after the other.
   * @throws Error where one of them is known already
   */
  add(newcomers: readonly LinkageRecord[], decisions: readonly LinkageDecision[] = []): Regrouped {
    const rows = newcomers.map((record) => this.takeIn(record));
    const grey: [number, number][] = [];
    const seen = new Set<number>();
    for (const row of rows) {
      seen.clear();
      for (const finder of this.finders)
        this.find(finder, row, (other) => {
          if (other === row || seen.has(other)) return;
          seen.add(other);
          const weight = this.scorer.compareAndWeigh(other, row, this.comparer);
          if (weight >= CUT - REACH) this.components.join(other, row);
          if (weight >= -GREY_BAND) grey.push([other, row]);
        });
    }
    return this.regrouped(rows, grey, decisions);
  }

  /** Groups again whatever these records hang together with: after a reviewer's word on them, or after it was taken back. */
  settle(ids: readonly string[], decisions: readonly LinkageDecision[]): Regrouped {
    const rows = ids.map((id) => this.table.rowOf(id)).filter((row) => row >= 0);
    return this.regrouped(rows, [], decisions);
  }

  private takeIn(record: LinkageRecord): number {
    const row = this.table.add(record);
    this.commonplaces.weed(row);
    this.attributes.extend();
    this.components.add();
    this.joinBySystem(row);
    for (const { key, added } of this.finders) {
      const block = key(row);
      if (block === 0) continue;
      const list = added.get(block);
      if (list === undefined) added.set(block, [row]);
      else list.push(row);
    }
    return row;
  }

  private find({ known, key, added, cap }: Finder, row: number, found: (other: number) => void): void {
    known.each(row, found);
    const list = added.get(key(row));
    if (list !== undefined && list.length <= cap) list.forEach(found);
  }

  private joinBySystem(row: number): void {
    const system = this.table.rows[row * this.table.stride + SYSTEM_LANE]!;
    if (system === 0) return;
    const first = this.systems.get(system);
    if (first === undefined) this.systems.set(system, row);
    else this.components.join(first, row);
  }

  private joinAll(ids: readonly string[]): void {
    const rows = ids.map((id) => this.table.rowOf(id)).filter((row) => row >= 0);
    for (let at = 1; at < rows.length; at++) this.components.join(rows[0]!, rows[at]!);
  }

  private regrouped(
    rows: readonly number[],
    grey: readonly [number, number][],
    decisions: readonly LinkageDecision[],
  ): Regrouped {
    const decided: Decided = decidedRows(this.table, decisions);
    for (const pair of decided.same) {
      const [a, b] = pair.split('|').map(Number) as [number, number];
      this.components.join(a, b);
    }
    const forbidden = vetoOf(this.table, this.attributes, decided);
    const contradict = contradictionOf(this.table, this.attributes);
    const weigh = (a: number, b: number): number => this.scorer.compareAndWeigh(a, b, this.comparer);
    const roots = new Set(rows.map((row) => this.components.rootOf(row)));
    const groups = [...roots].flatMap((root) =>
      regroup(this.byId(this.components.membersOf(root)), {
        weigh,
        contradict,
        forbidden,
        decided,
        system: this.systemOf,
      }),
    );
    const shown = new Map(grey.map(([a, b]) => [a < b ? `${a}|${b}` : `${b}|${a}`, [a, b] as const]));
    for (const group of groups) {
      if (group.length > OPENED) continue;
      group.forEach((a, at) =>
        group.slice(at + 1).forEach((b) => shown.set(a < b ? `${a}|${b}` : `${b}|${a}`, [a, b])),
      );
    }
    return {
      clusters: groups.map((group) => ({
        id: this.table.idOf(group[0]!),
        members: group.map((row) => this.table.idOf(row)),
      })),
      pairs: [...shown.values()].map(([a, b]) => this.explained(a, b)),
    };
  }

  private readonly systemOf = (row: number): number =>
    this.table.rows[row * this.table.stride + SYSTEM_LANE]!;

  private byId(rows: readonly number[]): number[] {
    const ids = new Map(rows.map((row) => [row, this.table.idOf(row)]));
    return [...rows].sort((x, y) => (ids.get(x)! < ids.get(y)! ? -1 : 1));
  }

  private explained(a: number, b: number): LinkedPair {
    const [left, right] = [
      { row: a, id: this.table.idOf(a) },
      { row: b, id: this.table.idOf(b) },
    ];
    return explainPair(left, right, 'one at a time', this.comparer, this.scorer);
  }
}
