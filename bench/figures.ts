import { assemble, bytesOf, count, countLargerSets, type CountQuestion, type FactTable } from '#counting';
import { madeUpEdition, questions } from './figures/made-up-edition.js';
import { asMap, sameCells, Yardstick } from './figures/yardstick.js';

/**
 * `--rows 10000000 --people 500000 [--seed S] [--questions 200] [--against duckdb] [--json]`: asks seeded questions of a
 * made-up edition. Times are of bare counting; `guarded` adds the larger sets that disclosure asks about.
 */
const text = (name: string): string | null => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
};
const number = (name: string, otherwise: number): number => Number(text(name) ?? otherwise);

const [rows, people, seed] = [number('rows', 1_000_000), number('people', 50_000), number('seed', 1)];
const asked = questions(number('questions', 200), seed + 1);
const columns = madeUpEdition(rows, people, seed);
const opening = performance.now();
const table = assemble(columns);
const assembleMs = performance.now() - opening;
for (const question of asked.slice(0, 20)) count(table, question);

const bare = timed(table, asked, (question) => void count(table, question));
const guarded = timed(
  table,
  asked.slice(0, 50),
  (question) => void countLargerSets(question, count(table, question), (each) => count(table, each)),
);
const report = {
  rows: table.description.rows,
  submissions: table.description.submissions,
  people: table.description.people,
  ...bare,
  guarded,
  assembleMs: Math.round(assembleMs),
  rssMb: Math.round(process.memoryUsage().rss / 1e6),
  bytesPerRow: Number((bytesOf(table.description) / table.description.rows).toFixed(1)),
  ...(text('against') === 'duckdb' ? await against(table, asked) : {}),
};
if (process.argv.includes('--json')) console.log(JSON.stringify(report));
else console.table(report);

/** Percentiles of wall time, and CPU time a question. */
function timed(_table: FactTable, all: readonly CountQuestion[], ask: (question: CountQuestion) => void) {
  const cpu = process.cpuUsage();
  const times = all.map((question) => {
    const start = performance.now();
    ask(question);
    return performance.now() - start;
  });
  const { user, system } = process.cpuUsage(cpu);
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    Number(times[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(2));
  return {
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    cpuMsPerQuestion: Number(((user + system) / 1000 / all.length).toFixed(2)),
  };
}

async function against(ours: FactTable, all: readonly CountQuestion[]) {
  const yardstick = await Yardstick.load(columns);
  let agreed = 0;
  const ratios: number[] = [];
  for (const question of all) {
    const start = performance.now();
    const theirs = await yardstick.count({
      dimensions: [...question.dimensions],
      filters: question.filters as Record<string, string[]>,
    });
    const middle = performance.now();
    const counted = count(ours, question);
    ratios.push((middle - start) / (performance.now() - middle));
    if (sameCells(asMap(counted), theirs)) agreed += 1;
  }
  yardstick.close();
  ratios.sort((a, b) => a - b);
  return { agreed, ratio: Number(ratios[Math.floor(ratios.length / 2)]!.toFixed(1)) };
}
