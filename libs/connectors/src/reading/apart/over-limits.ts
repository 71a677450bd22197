import { writeSync } from 'node:fs';
import type { ReaderLimits } from './reader.js';

const REASONS_PIPE = 4;

/** Processor seconds that one request has taken, and memory of the process in MB. */
export interface Taken {
  seconds: number;
  mb: number;
}

export function whatIsOver(
  { processorSeconds, memoryMb }: ReaderLimits,
  { seconds, mb }: Taken,
): 'slow' | 'large' | null {
  if (seconds > processorSeconds) return 'slow';
  return mb > memoryMb ? 'large' : null;
}

export function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}

/** Ends this process; the reason goes down a pipe of its own. */
export function end(reason: 'slow' | 'large'): void {
  try {
    writeSync(REASONS_PIPE, reason);
  } finally {
    process.kill(process.pid, 'SIGKILL');
  }
}
