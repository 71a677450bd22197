import { statfs } from 'node:fs/promises';

import { hubCondition, type Condition, type Database } from '#store';

/** How one part does, as far as it is seen from here; `unknown` = nothing was heard of it, which is no fault by itself. */
export type PartState = 'ok' | 'away' | 'low' | 'full' | 'late' | 'unknown';

/** How the hub does by part. Seconds and words only: nothing about what is in it. */
export interface Health {
  /** `down`: this process can't answer; `degraded`: it does, and something behind it wants looking at. */
  status: 'ok' | 'degraded' | 'down';
  database: PartState;
  queue: PartState;
  worker: PartState;
  counting: PartState;
  disk: PartState;
  /** Seconds that the delivery which has waited longest to be read has waited; null where none waits. */
  oldestWaitSeconds: number | null;
  /** Seconds that the oldest of everything that waits for a person has waited; null where nothing does. */
  oldestForAPersonSeconds: number | null;
}

export interface HealthSources {
  published: Database;
  workbench: Database;
  /** The counting process, where there is one. */
  counting: (() => Promise<'ok' | 'not-started' | 'away'>) | null;
  /** The folder whose disk must have room; null where this process writes to none. */
  dataDir: string | null;
}

const DEADLINE_MS = 2_000;
/** Reading a large delivery lets its thread say nothing for a while. */
const ROWS_SILENT_S = 180;
const WHOLE_SILENT_S = 1_800;
const WAIT_LATE_S = 900;
const FULL_BYTES = 64e6;
const LOW_BYTES = 1e9;

/** Asks every part at once, each with a deadline of its own, so that one that hangs hides none of the others. */
export async function health({ published, workbench, counting, dataDir }: HealthSources): Promise<Health> {
  const [condition, session, engine, disk] = await Promise.all([
    inTime(() => hubCondition(published)),
    inTime(() => workbench.query('SELECT 1')),
    counting ? inTime(counting) : ('not-started' as const),
    dataDir === null ? null : inTime(() => room(dataDir)),
  ]);
  const parts: Pick<Health, 'database' | 'queue' | 'worker' | 'counting' | 'disk'> = {
    database: condition && session ? 'ok' : 'away',
    ...behind(condition),
    counting: engine === 'not-started' ? 'unknown' : (engine ?? 'away'),
    disk: disk ?? 'unknown',
  };
  const fine = Object.values(parts).every((state) => state === 'ok' || state === 'unknown');
  const late = (condition?.waiting ?? 0) > WAIT_LATE_S;
  return {
    status: parts.database === 'away' ? 'down' : fine && !late ? 'ok' : 'degraded',
    ...parts,
    oldestWaitSeconds: condition?.waiting ?? null,
    oldestForAPersonSeconds: condition?.forAPerson ?? null,
  };
}

function behind(condition: Condition | null): Record<'queue' | 'worker', PartState> {
  if (!condition || condition.rows === null) return { queue: 'unknown', worker: 'unknown' };
  const silent = condition.rows > ROWS_SILENT_S || (condition.whole ?? 0) > WHOLE_SILENT_S;
  const queue =
    condition.rows > ROWS_SILENT_S || condition.queue === null ? 'unknown' : condition.queue ? 'ok' : 'away';
  return { worker: silent ? 'away' : 'ok', queue };
}

async function room(folder: string): Promise<PartState> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  return free < FULL_BYTES ? 'full' : free < LOW_BYTES ? 'low' : 'ok';
}

/** @returns null where it fails, or takes longer than the deadline */
async function inTime<T>(ask: () => Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(resolve, DEADLINE_MS, null)));
  try {
    return await Promise.race([ask(), late]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
