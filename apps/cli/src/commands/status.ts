import { statfs } from 'node:fs/promises';

import type { Command } from 'commander';

import { JOB_NAMES, type JobCounts, type JobName } from '#queue';
import { readPulses, readBacklog, type PulseLine, type Backlog } from '#store';

import { withQueue } from '../open-queue.js';
import { say } from '../terminal.js';

/** A part that says nothing for so long is not there, or hangs. */
const SILENT_S = 180;

/** How a hub does, as its operator wants to know. */
interface Status extends Backlog {
  version: number;
  pulses: PulseLine[];
  queue: Partial<Record<JobName, JobCounts>>;
  /** Bytes free where the data folder is. */
  free: number;
}

export function statusCommand(program: Command): void {
  program
    .command('status')
    .description(
      'how the hub does: what waits, what was given up, workers, the latest edition, room on the disk',
    )
    .option('--json', 'as one line of JSON')
    .action(async (options: { json?: boolean }) => {
      const status = await look();
      if (options.json) say(JSON.stringify(status));
      else inWords(status).forEach(say);
    });
}

const look = (): Promise<Status> =>
  withQueue(async ({ worker, settings }, queue) => {
    const counted = await Promise.all(JOB_NAMES.map(async (job) => [job, await queue.counts(job)] as const));
    const { bavail, bsize } = await statfs(settings.dataDir);
    const [{ version }] = (await worker.query<{ version: number }>(
      `SELECT current_setting('server_version_num')::int / 10000 AS version`,
    )) as [{ version: number }];
    return {
      ...(await readBacklog(worker)),
      version,
      pulses: await readPulses(worker),
      queue: Object.fromEntries(counted.filter(([, counts]) => Object.values(counts).some((n) => n > 0))),
      free: bavail * bsize,
    };
  });

function inWords(status: Status): string[] {
  const failed = Object.values(status.queue).reduce((sum, { failed: n }) => sum + n, 0);
  return [
    `edition      ${status.edition === null ? 'none yet' : `${status.edition}, of ${new Date(status.published!).toISOString()}`}`,
    `submissions  ${status.submissions}; ${status.unlinked} not matched, ${status.uncoded} not coded`,
    `deliveries   ${status.received} not read${status.oldest === null ? '' : ` (the oldest for ${status.oldest} s)`}, ${status.held} held for a person, ${status.refused} refused within a week`,
    `workers      ${workersInWords(status.pulses)}`,
    `queue        ${queueInWords(status)}`,
    `given up     ${failed === 0 ? 'nothing' : `${failed}: npx hub jobs`}`,
    `database     PostgreSQL ${status.version}`,
    `disk         ${(status.free / 1e9).toFixed(1)} GB free`,
  ];
}

function workersInWords(pulses: readonly PulseLine[]): string {
  const alive = pulses.filter(({ ago }) => ago < SILENT_S);
  if (alive.length === 0) return 'none gives a sign of life: is the hub running?';
  return alive.map(({ worker, part, ago }) => `${worker} ${part} ${ago} s ago`).join('; ');
}

function queueInWords({ queue, requests }: Status): string {
  const parts = Object.entries(queue)
    .map(([job, { waiting, active, delayed }]) => ({ job, waiting, active, delayed }))
    .filter(({ waiting, active, delayed }) => waiting + active + delayed > 0)
    .map(({ job, waiting, active, delayed }) => `${job} ${active} under way, ${waiting + delayed} waiting`);
  if (requests > 0) parts.push(`${requests} requests not handed over yet`);
  return parts.length === 0 ? 'empty' : parts.join('; ');
}
