import { Worker, isMainThread, workerData } from 'node:worker_threads';
import type { Blocks } from './blocking/blocks.js';
import {
  type CandidatePairs,
  type CompareTask,
  candidatePairs,
  compareTasks,
  runTask,
} from './blocking/candidates.js';
import { Comparer } from './comparison/comparer.js';
import { PatternTable } from './comparison/pattern-table.js';
import { Attribute, type Attributes } from './table/attributes.js';
import { textOf } from './table/dictionary.js';
import type { RecordTable } from './table/record-table.js';
import { shared, sharedInts } from './table/shared-ints.js';

/** Most distinct comparison vectors that one worker may meet. */
const MOST_PATTERNS = 1 << 20;
const MARK = 'linkage-compare';

interface SharedTable {
  rows: Int32Array;
  stride: number;
  count: number;
  categories: readonly string[];
  dictionaries: { size: number; arena: Uint8Array; starts: Int32Array; hashes: Int32Array }[];
}

/** Everything that the threads read, and where they write; all arrays lie in shared memory. */
interface Shared {
  mark: typeof MARK;
  table: SharedTable;
  attributes: Record<string, { values: Int32Array }>;
  blocks: { numbers: Int32Array; rules: { order: Int32Array; starts: Int32Array; ends: Int32Array }[] };
  tasks: CompareTask[];
  /** First place of each task's pairs: as many places as its blocks have pairs. */
  places: number[];
  /** Next task to take; threads that have finished. */
  turn: Int32Array;
  /** Pairs found by each task, and the thread that found them. */
  found: Int32Array;
  by: Int32Array;
  a: Int32Array;
  b: Int32Array;
  pattern: Int32Array;
  patterns: { size: Int32Array; low: Int32Array; high: Int32Array; counts: Float64Array }[];
}

function shareTable(table: RecordTable): SharedTable {
  const { stride, count, categories } = table;
  table.rows = shared(table.rows.subarray(0, count * stride));
  const dictionaries = table.dictionaries.map(({ size, arena, starts, hashes }) => ({
    size,
    arena: shared(arena.subarray(0, starts[size])),
    starts: shared(starts.subarray(0, size + 1)),
    hashes: shared(hashes.subarray(0, size)),
  }));
  return { rows: table.rows, stride, count, categories, dictionaries };
}

function share(table: RecordTable, attributes: Attributes, blocks: Blocks, threads: number): Shared {
  const tasks = compareTasks(blocks);
  const places = [0];
  for (const { rule, from, to } of tasks) {
    const { starts, ends } = blocks.rules[rule]!;
    let pairs = 0;
    for (let block = from; block < to; block++)
      pairs += ((ends[block]! - starts[block]!) * (ends[block]! - starts[block]! - 1)) / 2;
    places.push(places.at(-1)! + pairs);
  }
  const entries = Object.entries(attributes).filter(
    (entry): entry is [string, Attribute] => entry[1] instanceof Attribute,
  );
  return {
    mark: MARK,
    table: shareTable(table),
    attributes: Object.fromEntries(entries.map(([name, { values }]) => [name, { values: shared(values) }])),
    blocks: {
      numbers: shared(blocks.numbers),
      rules: blocks.rules.map(({ order, starts, ends }) => ({
        order: shared(order),
        starts: shared(starts),
        ends: shared(ends),
      })),
    },
    tasks,
    places,
    turn: sharedInts(2),
    found: sharedInts(tasks.length),
    by: sharedInts(tasks.length),
    a: sharedInts(places.at(-1)!),
    b: sharedInts(places.at(-1)!),
    pattern: sharedInts(places.at(-1)!),
    patterns: Array.from({ length: threads }, () => ({
      size: sharedInts(1),
      low: sharedInts(MOST_PATTERNS),
      high: sharedInts(MOST_PATTERNS),
      counts: new Float64Array(new SharedArrayBuffer(MOST_PATTERNS * 8)),
    })),
  };
}

/** Takes tasks until none is left, then leaves this thread's vectors where the others can read them. */
function work(all: Shared, thread: number): void {
  const dictionaries = all.table.dictionaries.map((view) => ({
    ...view,
    text: (id: number) => textOf(view, id),
  }));
  const table = { ...all.table, dictionaries } as unknown as RecordTable;
  const comparer = new Comparer(table, all.attributes as unknown as Attributes);
  const patterns = new PatternTable();
  for (let task = Atomics.add(all.turn, 0, 1); task < all.tasks.length; task = Atomics.add(all.turn, 0, 1)) {
    let at = all.places[task]!;
    const push = (a: number, b: number, pattern: number): void => {
      all.a[at] = a;
      all.b[at] = b;
      all.pattern[at++] = pattern;
    };
    runTask(all.tasks[task]!, all.blocks as unknown as Blocks, comparer, { push, patterns });
    all.found[task] = at - all.places[task]!;
    all.by[task] = thread;
  }
  const own = all.patterns[thread]!;
  own.size[0] = patterns.size;
  own.low.set(patterns.low.subarray(0, Math.min(patterns.size, MOST_PATTERNS)));
  own.high.set(patterns.high.subarray(0, Math.min(patterns.size, MOST_PATTERNS)));
  own.counts.set(patterns.counts.subarray(0, Math.min(patterns.size, MOST_PATTERNS)));
  Atomics.add(all.turn, 1, 1);
  Atomics.notify(all.turn, 1);
}

/** Moves the tasks' pairs together in the order of the tasks and gives their vectors one numbering. */
function gather(all: Shared): CandidatePairs {
  const patterns = new PatternTable();
  const numbers = all.patterns.map(({ size, low, high, counts }) =>
    Int32Array.from({ length: size[0]! }, (_, number) =>
      patterns.add(low[number]!, high[number]!, counts[number]!),
    ),
  );
  const { a, b, pattern } = all;
  let count = 0;
  all.tasks.forEach((_, task) => {
    const own = numbers[all.by[task]!]!;
    const from = all.places[task]!;
    for (let at = from; at < from + all.found[task]!; at++) {
      a[count] = a[at]!;
      b[count] = b[at]!;
      pattern[count++] = own[pattern[at]!]!;
    }
  });
  return {
    count,
    a: a.subarray(0, count),
    b: b.subarray(0, count),
    pattern: pattern.subarray(0, count),
    patterns,
  };
}

/**
 * Compares all candidate pairs with several threads over shared memory, this one included. Which thread takes which task
 * changes from run to run; the pairs and their order do not. From sources that are not compiled, one thread does it all.
 */
export function comparedInParallel(
  table: RecordTable,
  attributes: Attributes,
  blocks: Blocks,
  threads: number,
): CandidatePairs {
  const program = new URL(import.meta.url);
  if (!program.href.endsWith('.js')) return candidatePairs(blocks, new Comparer(table, attributes));
  const all = share(table, attributes, blocks, threads);
  const workers = Array.from(
    { length: threads - 1 },
    (_, at) => new Worker(program, { workerData: { ...all, thread: at + 1 } }),
  );
  work(all, 0);
  for (let done = Atomics.load(all.turn, 1); done < threads; done = Atomics.load(all.turn, 1))
    Atomics.wait(all.turn, 1, done, 1000);
  for (const worker of workers) worker.unref();
  if (all.patterns.some(({ size }) => size[0]! > MOST_PATTERNS))
    return candidatePairs(blocks, new Comparer(table, attributes));
  return gather(all);
}

if (!isMainThread && (workerData as Partial<Shared> | null)?.mark === MARK) {
  work(workerData as Shared, (workerData as { thread: number }).thread);
}
