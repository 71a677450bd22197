import { writeSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import type { ReaderLimits } from './reader.js';

/**
 * Looks at the whole process while its main thread reads and can't look up: processor time of this request, memory of all.
 * Over a limit the reason goes down a pipe of its own, and the process ends.
 */
const REASONS_PIPE = 4;
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
  const { user, system } = process.cpuUsage(before);
  if ((user + system) / 1_000_000 > limits.processorSeconds) end('slow');
  if (process.memoryUsage.rss() / 1_048_576 > limits.memoryMb) end('large');
}

function end(reason: 'slow' | 'large'): void {
  try {
    writeSync(REASONS_PIPE, reason);
  } finally {
    process.kill(process.pid, 'SIGKILL');
  }
}
