import type { CountQuestion } from '#counting';
import type { CountRow } from '#store';
import type { CountingProcess } from './counting-process.js';
import { DuckDb } from './duckdb.js';
import { madeUpEdition } from './made-up-edition.js';
import type { BenchOptions } from './options.js';
import { Postgres } from './postgres.js';
import { asLines, type Yardstick } from './yardstick.js';

/** The same questions to another engine over the same facts: how many agree, and the median of its time over ours. */
export async function compareWith(
  { rows, people, seed, against }: BenchOptions,
  counting: CountingProcess,
  questions: readonly CountQuestion[],
): Promise<{ agreed: number; ratio: number; theirP50Ms: number }> {
  const columns = madeUpEdition(rows, people, seed);
  const yardstick: Yardstick = await (against === 'postgres' ? Postgres.load(columns) : DuckDb.load(columns));
  let agreed = 0;
  const ratios: number[] = [];
  const times: number[] = [];
  try {
    for (const question of questions) {
      const start = performance.now();
      const theirs = await yardstick.count(question);
      const middle = performance.now();
      const ours = await counting.ask(question);
      times.push(middle - start);
      ratios.push((middle - start) / (performance.now() - middle));
      if (same(ours, theirs)) agreed += 1;
    }
  } finally {
    await yardstick.close();
  }
  const median = (all: number[]): number =>
    Number(all.sort((a, b) => a - b)[Math.floor(all.length / 2)]!.toFixed(1));
  return { agreed, ratio: median(ratios), theirP50Ms: median(times) };
}

const same = (ours: readonly CountRow[], theirs: readonly string[]): boolean =>
  asLines(ours).join('\n') === theirs.join('\n');
