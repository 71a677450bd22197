/**
 * What is kept of a failed job: a code and the place. The queue stores a failure's message and stack for anyone who may
 * look at it, and the message of a database error quotes the row that it refused.
 */
export class JobFailure extends Error {
  constructor(
    readonly code: string,
    readonly retry: boolean,
    cause: unknown,
    /** Before which it need not be tried again; null where nobody said. */
    readonly afterMs: number | null = null,
  ) {
    super(code);
    this.name = 'JobFailure';
    const places = cause instanceof Error ? (cause.stack ?? '').split('\n').filter(isFrame).slice(0, 8) : [];
    this.stack = [`JobFailure: ${code}`, ...places].join('\n');
  }
}

/**
 * PostgreSQL's classes of errors that the same rows will meet again: the cardinality, the data, a constraint, what is
 * asked for, a limit of the program, what the schema's own functions raise. Within them two are passing: 23503, met by
 * whoever writes beside a row that another transaction takes away, and 42P01, while a migration is under way.
 */
const LASTING_STATE = /^(0A|21|22|23|25|2B|2F|39|42|44|54|P0|HB)\w{3}$/;
const PASSING_STATE = /^(23503|42P01)$/;

/** Errors of the language itself and of Node's own checks: a fault of ours that will be there next time. */
const LASTING_NAME = /^(TypeError|RangeError|ReferenceError|SyntaxError|EvalError|URIError|AssertionError)$/;
const LASTING_CODE = /^ERR_(?!STREAM|SOCKET|TLS|SSL|HTTP2|WORKER|IPC|CHILD)/;

/**
 * May the same thing work in a moment? An error that says its next step is believed. Any other is passing unless it is known to
 * last: a connection that breaks tells so in many words and seldom by a code, and what is given up for one is lost work.
 */
export function isPassing(error: unknown): boolean {
  const { next, code, name } = (error ?? {}) as { next?: unknown; code?: unknown; name?: unknown };
  if (typeof next === 'string') return next === 'retry';
  if (typeof code === 'string' && PASSING_STATE.test(code)) return true;
  if (typeof code === 'string' && (LASTING_STATE.test(code) || LASTING_CODE.test(code))) return false;
  return !(typeof name === 'string' && LASTING_NAME.test(name));
}

/** Reads an error's code and whether it is worth another try. */
export function toFailure(error: unknown): JobFailure {
  const { code, name, afterSeconds } = (error ?? {}) as Record<'code' | 'name' | 'afterSeconds', unknown>;
  const short = [code, name].find((one) => typeof one === 'string' && /^[A-Za-z0-9_-]{1,60}$/.test(one));
  const afterMs = typeof afterSeconds === 'number' ? afterSeconds * 1_000 : null;
  return new JobFailure(typeof short === 'string' ? short : 'unknown', isPassing(error), error, afterMs);
}

const isFrame = (line: string): boolean => /^\s*at .+:\d+:\d+\)?$/.test(line);
