import { hostname } from 'node:os';
import type { Queue } from 'bullmq';
import type { Connections } from './backend.js';

/** When this thread began: one that takes the place of a thread that died has another. */
const STARTED = Date.now();

/** The name under which this process's workers take jobs: it tells later whether they can still be alive. */
export const workerName = (): string => `${hostname()}/${process.pid}/${STARTED}`;

/**
 * Gives back at once the jobs of processes of this machine that are gone, such as a hub that was killed a moment ago.
 * Without this they would wait until their locks run out, as those of other machines do.
 * @returns how many were given back
 */
export async function reclaim(connections: Connections, queue: Queue): Promise<number> {
  const active = await queue.getActive();
  const left = active
    .filter(({ id, processedBy }) => id && processedBy && isGone(processedBy))
    .map(({ id }) => id!);
  if (left.length > 0) await connections.release(queue.name, left);
  return left.length;
}

function isGone(name: string): boolean {
  const [host, pid, started] = name.split('/');
  if (host !== hostname() || !/^\d+$/.test(pid ?? '')) return false;
  // After a restart of a container this process may have its predecessor's number, and a thread that died is in this very process.
  if (Number(pid) === process.pid) return started !== String(STARTED);
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
