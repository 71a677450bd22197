import { parentPort } from 'node:worker_threads';
import { end, secondsSince, whatIsOver } from './over-limits.js';
import type { ReaderLimits } from './reader.js';

/**
 * Looks at the whole process while its main thread reads and can't look up: processor time of this request, memory of all.
 * Over a limit the process ends. On a busy machine this thread may look late: the main thread looks once more at the end.
 */
const LOOK_EVERY_MS = 50;

let limits: ReaderLimits | null = null;
let before = process.cpuUsage();

parentPort?.on('message', (given: ReaderLimits | null) => {
  limits = given;
  before = process.cpuUsage();
});
setInterval(look, LOOK_EVERY_MS);

function look(): void {
  if (!limits) return;
  const over = whatIsOver(limits, {
    seconds: secondsSince(before),
    mb: process.memoryUsage.rss() / 1_048_576,
  });
  if (over) end(over);
}
