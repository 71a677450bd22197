import { setTimeout as pause } from 'node:timers/promises';
import { answers } from './answers.js';
import { findPostmaster } from './postmaster.js';

const LOOK_EVERY_MS = 1_000;
const ANSWER_MS = 5_000;
/** After a start that failed (a full disk, say). */
const AGAIN_AFTER_MS = 5_000;

/**
 * Looks every second whether the server is there, and has it started again where it ended without being told to: killed from
 * outside, or by itself when its disk was full. Connections that it had are lost, their work is done again.
 * @param start starts it at the address it had, or finds that another process of the hub has done so
 * @param stopped true once the server is to stay stopped
 */
export async function keepRunning(
  folder: string,
  port: number,
  start: () => Promise<void>,
  stopped: AbortSignal,
): Promise<void> {
  while (await rested(LOOK_EVERY_MS, stopped)) {
    if (findPostmaster(folder) || (await answers(port, ANSWER_MS))) continue;
    if (stopped.aborted) return;
    try {
      await start();
    } catch {
      if (!(await rested(AGAIN_AFTER_MS, stopped))) return;
    }
  }
}

/** @returns false where the wait was ended */
const rested = (ms: number, ended: AbortSignal): Promise<boolean> =>
  pause(ms, true, { signal: ended, ref: false }).catch(() => false);
