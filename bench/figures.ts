import { readOptions } from './figures/options.js';
import { buildEdition } from './figures/build.js';
import { askAll, askTogether } from './figures/ask.js';
import { compareWith } from './figures/compare.js';
import { startProcess } from './figures/counting-process.js';

/**
 * `npm run --silent bench:figures -- --rows 10000000 --people 500000 [--seed S] [--questions 200]
 *   [--against duckdb|postgres] [--json]`
 *
 * Builds a made-up edition, opens it in a counting process of its own, and asks it seeded questions, one after the
 * other. Times are what the asker waits, with the way to the process and back; they are of bare counting. `guarded` adds
 * the larger sets that disclosure looks at; `filtered` is the questions under a filter alone, which nothing kept answers.
 */
const options = readOptions();
const built = await buildEdition(options);
const counting = await startProcess(built.folder);
try {
  const bare = await askAll(counting, built.questions);
  const filtered = await askAll(
    counting,
    built.questions.filter(({ filters }) => Object.keys(filters).length > 0),
  );
  const guarded = await askTogether(counting, built.questions.slice(0, 50));
  const report = {
    rows: built.rows,
    submissions: built.submissions,
    people: built.people,
    ...bare,
    openMs: counting.openMs,
    rssMb: await counting.rssMb(),
    bytesPerRow: built.bytesPerRow,
    filtered,
    guarded,
    buildMs: built.buildMs,
    ...(options.against ? await compareWith(options, counting, built.questions) : {}),
  };
  if (options.json) console.log(JSON.stringify(report));
  else console.table(report);
} finally {
  await counting.end();
  built.remove();
}
