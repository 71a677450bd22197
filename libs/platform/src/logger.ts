import { pino } from 'pino';
import type { LogLevel } from './config.js';
import { errorCode, frames } from './start-error.js';

/**
 * The only fields a log line may carry. All of them are codes, ids, counts or durations, so personal data has no place
 * to go: redaction by construction rather than by a list of forbidden words.
 */
export const LOG_FIELDS = [
  'agency',
  'source',
  'engagement',
  'connector',
  'codebook',
  'report',
  'delivery',
  'edition',
  'agreement',
  'schedule',
  'job',
  'jobId',
  'attempt',
  'status',
  'code',
  'next',
  'rows',
  'accepted',
  'repeated',
  'rejected',
  'count',
  'ms',
  'bytes',
  'port',
  'host',
  'version',
  'backend',
  'operation',
] as const;

export type LogFields = Partial<Record<(typeof LOG_FIELDS)[number], string | number | boolean | null>>;

/** Writes JSON lines to stderr. `event` is a stable kebab-case code, never a sentence. */
export interface Logger {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
  /** An error's name, code, next step and place. Its message is left out: a driver's message may quote a value. */
  failure(event: string, error: unknown, fields?: LogFields): void;
}

const CODE = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,79}$/;
const WITHHELD = '[withheld]';

/**
 * @param process which process writes (`hub`, `worker`)
 * @param write where lines go; stderr unless a test listens
 */
export function createLogger(
  process: string,
  level: LogLevel,
  write: (line: string) => void = (line) => void globalThis.process.stderr.write(line),
): Logger {
  const sink = pino(
    {
      level,
      base: { process },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write },
  );
  const line =
    (severity: 'debug' | 'info' | 'warn' | 'error') =>
    (event: string, fields: LogFields = {}): void =>
      sink[severity]({ event: plain(event), ...permitted(fields) });
  return {
    debug: line('debug'),
    info: line('info'),
    warn: line('warn'),
    error: line('error'),
    failure: (event, error, fields = {}) =>
      sink.error({ event: plain(event), ...permitted(fields), error: describe(error) }),
  };
}

function permitted(fields: LogFields): Record<string, string | number | boolean | null> {
  const kept: Record<string, string | number | boolean | null> = {};
  for (const key of LOG_FIELDS) {
    const value: unknown = fields[key];
    if (value === undefined) continue;
    kept[key] =
      typeof value === 'number' || typeof value === 'boolean' || value === null ? value : plain(value);
  }
  return kept;
}

function plain(value: unknown): string {
  const text = typeof value === 'bigint' ? String(value) : value;
  return typeof text === 'string' && CODE.test(text) ? text : WITHHELD;
}

function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: 'unknown' };
  const next = (error as { next?: unknown }).next;
  return {
    name: plain(error.name),
    ...(errorCode(error) ? { code: plain(errorCode(error)) } : {}),
    ...(typeof next === 'string' ? { next: plain(next) } : {}),
    at: frames(error).slice(0, 8),
    ...(error.cause instanceof Error ? { cause: describe(error.cause) } : {}),
  };
}
