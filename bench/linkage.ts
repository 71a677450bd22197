import { runEngine } from '#linkage';
import { measure } from './linkage/measure.js';
import { parseOptions } from './linkage/options.js';
import { readData } from './linkage/read.js';
import { Stopwatch } from './linkage/stopwatch.js';

const options = parseOptions(process.argv.slice(2));
const watch = new Stopwatch();
watch.start('read');
const { table, truth } = readData(options);
const run = runEngine(table, { onStage: (stage) => watch.start(stage) });
watch.stop();
console.table(watch.stages);
console.log(measure(run, truth));
if (process.env['DEBUG_RULES'])
  for (const r of run.blocks.rules) console.log(r.rule.name, r.cap, r.pairs, r.dropped);
if (process.env['DEBUG_M']) {
  const p = run.parameters;
  p.comparisons.forEach((name, c) => {
    console.log(name);
    for (const k of ['match', 'household', 'neighbour', 'unrelated'] as const)
      console.log(
        '  ',
        k,
        [...p.levels[k][c]!]
          .slice(1)
          .map((x) => x.toFixed(5))
          .join(' '),
      );
  });
  console.log(Object.entries(p.shares).map(([k, v]) => k + ' ' + (v * p.possiblePairs).toFixed(0)));
}
console.log('peak', process.resourceUsage().maxRSS / 1024);
if (options.yardstick) {
  const { runYardstick } = await import('./linkage/yardstick.js');
  const y = runYardstick(run);
  const cpu = watch.cpu('prepare', 'block', 'compare', 'estimate', 'weigh', 'cluster');
  console.log(y, 'engine', cpu, 'ratio', cpu / y.cpuSeconds);
}
