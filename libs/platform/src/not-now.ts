import { errorCode } from './start-error.js';

/** PostgreSQL's and the system's ways of saying "not now". */
const BUSY = new Set([
  ...['53000', '53200', '53300', '53400', '57014', '57P01', '57P02', '57P03', '55P03', '40001', '40P01'],
  ...['08000', '08001', '08003', '08004', '08006'],
  ...['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'EBUSY'],
]);

/** And of saying that there is no room: PostgreSQL's disk, a file's, a quota. */
const FULL = new Set(['53100', 'ENOSPC', 'EDQUOT']);

/** What whoever sends something is told where there is no room for it. */
export const NO_ROOM =
  'The hub’s disk is full: nothing of this was kept. It is taken as soon as there is room; send the same again later.';

/** Drivers' words for a connection that ended, or could not be had in time: they have no code. */
const WITHOUT_CODE =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|not queryable/;

/**
 * May the same thing be asked again, and when?
 * @returns `no-room` where a disk is full, and somebody must make room first; `busy` where it works again by itself; null otherwise
 */
export function whyNotNow(error: unknown): 'no-room' | 'busy' | null {
  for (const each of causes(error)) {
    const code = errorCode(each);
    if (code !== null && FULL.has(code)) return 'no-room';
    if (code !== null && BUSY.has(code)) return 'busy';
    if (code === null && each instanceof Error && WITHOUT_CODE.test(each.message)) return 'busy';
  }
  return null;
}

/** An error with what it wraps: a data source wraps its driver's. */
function causes(error: unknown): unknown[] {
  const { driverError, cause } = (error ?? {}) as { driverError?: unknown; cause?: unknown };
  return [error, driverError, cause].filter((each) => each !== undefined && each !== null);
}
