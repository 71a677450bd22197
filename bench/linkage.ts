import { runEngine } from '#linkage';
import { measureEncoded } from './linkage/encoded.js';
import { measure } from './linkage/measure.js';
import { oneAtATime } from './linkage/one-at-a-time.js';
import { type BenchOptions, USAGE, parseOptions } from './linkage/options.js';
import { writeClusters } from './linkage/out.js';
import { countPeople } from './linkage/people.js';
import { type BenchData, readData } from './linkage/read.js';
import { Stopwatch } from './linkage/stopwatch.js';
import { runYardstick } from './linkage/yardstick.js';

/** Stages from encoded ids to clusters: what is held against the yardstick. */
const ENGINE = ['prepare', 'block', 'compare', 'estimate', 'weigh', 'cluster'];

const print = (figures: object): void => {
  for (const [name, value] of Object.entries(figures)) {
    console.log(
      name.padEnd(24),
      typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(4) : value,
    );
  }
};

function printStages(watch: Stopwatch): void {
  console.log('stage'.padEnd(12), 'wall s'.padStart(9), 'CPU s'.padStart(9));
  for (const { name, seconds, cpuSeconds } of watch.stages) {
    console.log(name.padEnd(12), seconds.toFixed(2).padStart(9), cpuSeconds.toFixed(2).padStart(9));
  }
}

function report(figures: object, watch: Stopwatch, json: boolean): void {
  printStages(watch);
  print(figures);
  if (json) console.log(JSON.stringify(figures));
}

function measureClear(options: BenchOptions, data: BenchData, watch: Stopwatch): object {
  const run = runEngine(data.table, { onStage: (stage) => watch.start(stage), workers: options.workers });
  watch.stop();
  const spent = { seconds: watch.wall(), cpuSeconds: watch.cpu(), engineCpuSeconds: watch.cpu(...ENGINE) };
  const peakMb = process.resourceUsage().maxRSS / 1024;
  if (options.out !== undefined) writeClusters(run, options.out);
  const yardstick = options.yardstick ? runYardstick(run) : undefined;
  return {
    ...measure(run, data.truth),
    ...countPeople(run, data.truth, data.areas),
    ...spent,
    peakMb,
    anonymousLeftOut: data.anonymous,
    ...(yardstick && {
      yardstickCpuSeconds: yardstick.cpuSeconds,
      ratio: spent.engineCpuSeconds / yardstick.cpuSeconds,
    }),
    ...(options.oneAtATime && oneAtATime(run)),
  };
}

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  const watch = new Stopwatch();
  watch.start('read');
  const data = readData(options);
  if (options.encoded === undefined) return report(measureClear(options, data, watch), watch, options.json);
  const figures = await measureEncoded(data, options.encoded, watch);
  const spent = { seconds: watch.wall(), cpuSeconds: watch.cpu(), engineCpuSeconds: watch.cpu('link codes') };
  report({ ...figures, ...spent, peakMb: process.resourceUsage().maxRSS / 1024 }, watch, options.json);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(`\n${USAGE}`);
  process.exitCode = 1;
}
