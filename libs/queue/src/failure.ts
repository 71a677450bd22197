/**
 * What is kept of a failed job: a code and the place. The queue stores a failure's message and stack for anyone who may
 * look at it, and the message of a database error quotes the row that it refused.
 */
export class JobFailure extends Error {
  constructor(
    readonly code: string,
    readonly retry: boolean,
    cause: unknown,
  ) {
    super(code);
    this.name = 'JobFailure';
    const places = cause instanceof Error ? (cause.stack ?? '').split('\n').filter(isFrame).slice(0, 8) : [];
    this.stack = [`JobFailure: ${code}`, ...places].join('\n');
  }
}

/** Codes of systems and of PostgreSQL that say: the same thing may work in a moment. */
const PASSING =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|08\w{3}|57P0[123]|40001|40P01|53\w{3}|55P03)$/;

/**
 * Reads an error's next step. Rooms say it by a `next` of their own; only 'retry' is tried again. An error without one
 * is tried again where its code tells of something passing, and otherwise counts as a fault of ours.
 */
export function toFailure(error: unknown): JobFailure {
  const { next, code, name } = (error ?? {}) as { next?: unknown; code?: unknown; name?: unknown };
  const short = [code, name].find((one) => typeof one === 'string' && /^[A-Za-z0-9_-]{1,60}$/.test(one));
  const retry = typeof next === 'string' ? next === 'retry' : typeof code === 'string' && PASSING.test(code);
  return new JobFailure(typeof short === 'string' ? short : 'unknown', retry, error);
}

const isFrame = (line: string): boolean => /^\s*at .+:\d+:\d+\)?$/.test(line);
