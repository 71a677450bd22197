import { type Comparer } from '../comparison/comparer.js';
import { RULE_BITS } from '../comparison/levels.js';
import { PatternTable } from '../comparison/pattern-table.js';
import { type Blocks, MOST_RULES } from './blocks.js';

/** Candidate pairs: rows a < b, and the number of their comparison vector. */
export interface CandidatePairs {
  count: number;
  a: Int32Array;
  b: Int32Array;
  pattern: Int32Array;
  patterns: PatternTable;
}

/** A run of one rule's blocks: small enough that several workers stay busy. */
export interface CompareTask {
  rule: number;
  from: number;
  to: number;
}

const PAIRS_A_TASK = 200_000;

/** Splits the blocks of all rules into tasks of about equal work. */
export function compareTasks(blocks: Blocks): CompareTask[] {
  const tasks: CompareTask[] = [];
  blocks.rules.forEach(({ starts, ends }, rule) => {
    let from = 0;
    let pairs = 0;
    for (let block = 0; block < starts.length; block++) {
      const size = ends[block]! - starts[block]!;
      pairs += (size * (size - 1)) / 2;
      if (pairs < PAIRS_A_TASK && block < starts.length - 1) continue;
      tasks.push({ rule, from, to: block + 1 });
      from = block + 1;
      pairs = 0;
    }
  });
  return tasks;
}

/** Takes pairs, and numbers their comparison vectors. */
export interface PairTaker {
  push(a: number, b: number, pattern: number): void;
  patterns: PatternTable;
}

/** Gathers pairs in arrays that grow. */
export class PairSink implements PairTaker {
  count = 0;
  a: Int32Array;
  b: Int32Array;
  pattern: Int32Array;
  readonly patterns = new PatternTable();

  constructor(expected: number) {
    const room = Math.max(1024, expected);
    this.a = new Int32Array(room);
    this.b = new Int32Array(room);
    this.pattern = new Int32Array(room);
  }

  push(a: number, b: number, pattern: number): void {
    if (this.count === this.a.length) this.grow();
    this.a[this.count] = a;
    this.b[this.count] = b;
    this.pattern[this.count++] = pattern;
  }

  private grow(): void {
    for (const name of ['a', 'b', 'pattern'] as const) {
      const larger = new Int32Array(Math.ceil(this[name].length * 1.5));
      larger.set(this[name]);
      this[name] = larger;
    }
  }
}

/** Compares the pairs of one task that no earlier rule has found. */
export function runTask(task: CompareTask, blocks: Blocks, comparer: Comparer, sink: PairTaker): void {
  const { numbers } = blocks;
  const { order, starts, ends } = blocks.rules[task.rule]!;
  const rules = blocks.rules.length;
  for (let block = task.from; block < task.to; block++) {
    const [from, to] = [starts[block]!, ends[block]!];
    for (let i = from; i < to; i++) {
      const x = order[i]! * MOST_RULES;
      for (let j = i + 1; j < to; j++) {
        const y = order[j]! * MOST_RULES;
        let rule = 0;
        while (rule < task.rule && (numbers[x + rule] === 0 || numbers[x + rule] !== numbers[y + rule]))
          rule++;
        if (rule < task.rule) continue;
        let met = 0;
        for (; rule < rules; rule++) {
          if (numbers[x + rule] !== 0 && numbers[x + rule] === numbers[y + rule])
            met |= 1 << (RULE_BITS + rule);
        }
        const [a, b] = order[i]! < order[j]! ? [order[i]!, order[j]!] : [order[j]!, order[i]!];
        comparer.compare(a, b);
        sink.push(a, b, sink.patterns.add(comparer.low, comparer.high | met));
      }
    }
  }
}

/** Finds and compares all candidate pairs in this thread. */
export function candidatePairs(blocks: Blocks, comparer: Comparer): CandidatePairs {
  const expected = blocks.rules.reduce((sum, rule) => sum + rule.pairs, 0);
  const sink = new PairSink(Math.ceil(expected * 0.6));
  for (const task of compareTasks(blocks)) runTask(task, blocks, comparer, sink);
  return sink;
}

/** Name of the first rule that puts two rows into one block; `no rule` where only a decision or a cluster joins them. */
export function ruleOf(blocks: Blocks, a: number, b: number): string {
  for (let rule = 0; rule < blocks.rules.length; rule++) {
    const number = blocks.numbers[a * MOST_RULES + rule]!;
    if (number !== 0 && number === blocks.numbers[b * MOST_RULES + rule])
      return blocks.rules[rule]!.rule.name;
  }
  return 'no rule';
}
