import { readdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Ordinary, OrdinaryHit } from './ordinary.js';

/** What an attack did to others, and to the machine. */
export interface Watched {
  attack: string;
  /** How often each status answered the attack; `cut` where the connection ended without one. */
  answers: Record<string, number>;
  seconds: number;
  /** Milliseconds that somebody else's ordinary questions took meanwhile, and how many were asked. */
  others: { asked: number; p50: number; p95: number; longest: number; failed: number };
  /** Most resident memory, in megabytes: of the hub, and with the processes that it started but PostgreSQL's. */
  hubMb: number;
  allMb: number;
  /** Pieces of work that the machine's processors had meanwhile, the attack's own among them (the last minute's average). */
  load: number;
}

const SECONDS = 6;

/** Runs an attack while two other clients ask ordinary questions from another address, at least for six seconds. */
export async function watch(
  attack: string,
  hub: { port: number; pid: number },
  bodies: string[],
  run: () => Promise<(number | 'cut')[]>,
): Promise<Watched> {
  let [hubMb, allMb] = [0, 0];
  const memory = setInterval(() => {
    hubMb = Math.max(hubMb, residentMb(hub.pid));
    allMb = Math.max(
      allMb,
      [hub.pid, ...startedBy(hub.pid)].reduce((sum, pid) => sum + residentMb(pid), 0),
    );
  }, 100);
  const workerData: Ordinary = { port: hub.port, bodies };
  const others = new Worker(new URL('./ordinary.js', import.meta.url), { workerData });
  const heard = new Promise<OrdinaryHit[]>((resolve, reject) => {
    others.once('message', resolve).once('error', reject);
  });
  const began = performance.now();
  const answers = await run();
  const seconds = (performance.now() - began) / 1000;
  if (seconds < SECONDS) await sleep((SECONDS - seconds) * 1000);
  others.postMessage('over');
  const hits = await heard;
  clearInterval(memory);
  const failed = hits.filter((hit) => hit.failed).length;
  const sorted = hits.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number): number => Math.round(sorted[Math.ceil(share * sorted.length) - 1]!);
  return {
    attack,
    answers: answers.reduce<Record<string, number>>(
      (all, one) => ({ ...all, [one]: (all[one] ?? 0) + 1 }),
      {},
    ),
    seconds: Math.round(seconds * 10) / 10,
    others: { asked: sorted.length, p50: at(0.5), p95: at(0.95), longest: at(1), failed },
    hubMb,
    allMb,
    load: Math.round(10 * loadavg()[0]!) / 10,
  };
}

const residentMb = (pid: number): number => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
};

/** Processes below one, PostgreSQL's left out: theirs is shared memory, counted once for each. */
function startedBy(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const one of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    try {
      const [, name = '', parent] = /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${one}/stat`, 'utf8')) ?? [];
      if (!name.startsWith('postgres')) parents.set(Number(one), Number(parent));
    } catch {
      // It has ended since it was listed.
    }
  const below = (of: number): number[] =>
    [...parents].filter(([, parent]) => parent === of).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}
