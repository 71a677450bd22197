import { forgiveReading, type Database, type FinishedDelivery } from '#store';

/** Faults told as passing over which a delivery is read anew within an hour: what always ends so is not passing, and others wait behind it. */
const MOST_FORGIVEN = 20;

/** What PostgreSQL's states and Node's codes of a broken connection mean, in words. */
const MEANINGS: [RegExp, string][] = [
  [/^53100$|^ENOSPC$/, 'the disk was full'],
  [/^53200$/, 'the database ran out of memory'],
  [/^53300$/, 'the database had no connection left'],
  [/^57P0\d$/, 'the database stopped'],
  [/^(40001|40P01|55P03)$/, 'another writer was in its way'],
  [/^08\w{3}$|^E(CONN|PIPE|TIMEDOUT|NETUNREACH|HOSTUNREACH)/, 'the connection to the database broke'],
];

/** The code by which a fault says that it may pass; null where it says nothing of itself. */
export function codeOf(fault: unknown): string | null {
  const { code } = (fault ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : null;
}

/**
 * Forgives a delivery a fault that may pass, as often as that is to be believed.
 * @returns whether it is forgiven; a database that can't be asked just now forgives
 */
export async function isForgiven(db: Database, delivery: number): Promise<boolean> {
  const times = await forgiveReading(db, delivery).catch(() => 0);
  return times < MOST_FORGIVEN;
}

/** The answer to a delivery whose reading always ends in a fault that is said to pass. @param code of the last one */
export function neverPassed(code: string): Pick<FinishedDelivery, 'status' | 'noteCode' | 'note'> {
  const meaning = MEANINGS.find(([codes]) => codes.test(code))?.[1] ?? 'something failed on our side';
  const short = /^\w{1,60}$/.test(code) ? ` (${code})` : '';
  return {
    status: 'held',
    noteCode: 'reading-never-passed',
    note: `Reading this delivery was cut short ${MOST_FORGIVEN} times within an hour, the last time because ${meaning}${short}. It is kept as it came and can be read again once that is mended; if nothing else suffers from it, send it again in parts.`,
  };
}
