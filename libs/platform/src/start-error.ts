import { Life, outliveReaders } from './stop.js';

/**
 * A start that can't succeed until a person changes something: a wrong setting, a port in use, an old database.
 * Its message is one plain line that names the setting and holds no secret; the process then ends with `exitCode`.
 */
export class StartError extends Error {
  readonly exitCode = 1;

  constructor(message: string, options?: ErrorOptions) {
    super(message.replace(/\s+/g, ' ').trim(), options);
    this.name = 'StartError';
  }
}

/** The error's machine code (`EADDRINUSE`, `28P01`), where it carries one. */
export function errorCode(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : null;
}

/** How long what was opened may take to close after a start that failed. */
const CLOSING_MS = 60_000;

/**
 * Runs a process's main function, and stops it in order at a signal, code 0. A signal during the start ends the work in hand,
 * which is waited for, and says so in one line. A `StartError` becomes one line on stderr and exit code 1; anything else is
 * a fault of ours and is reported by name, code and place only, because the message of an unknown error may quote a value.
 */
export async function runMain(name: string, main: (life: Life) => Promise<void>): Promise<void> {
  outliveReaders();
  const life = new Life().listen();
  const failed = await main(life).then(
    () => null,
    (error: unknown) => ({ error }),
  );
  if (life.stopping.aborted) {
    // What fails once a stop was asked for fails because of it, and the next start meets whatever else there is.
    await life.end();
    process.stderr.write(`${name}: stopped; the next start goes on\n`);
    process.exit(0);
  }
  if (!failed) {
    life.stopping.addEventListener('abort', () => void life.end().finally(() => process.exit(0)));
    return;
  }
  process.exitCode = 1;
  process.stderr.write(`${name}: ${startFailure(failed.error)}\n`);
  setTimeout(() => process.exit(1), CLOSING_MS).unref();
  await life.end();
  process.exit(1);
}

/** What to print about an error that ended a start. */
export function startFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'stopped by an unknown fault';
  // Rooms that import nothing say by an `exitCode` of their own that their message is such a line.
  if (error instanceof StartError || 'exitCode' in error) return error.message;
  const code = errorCode(error);
  const place = frames(error)[0];
  const rule = brokenRule(error);
  return ['stopped by a fault:', error.name, code, rule, place].filter(Boolean).join(' ');
}

/** The name of the database's own rule that a row broke: of the schema, never of the row. */
function brokenRule(error: Error): string | null {
  const rule = (error as { constraint?: unknown }).constraint;
  return typeof rule === 'string' && /^[a-z][a-z0-9_]{0,62}$/.test(rule) ? rule : null;
}

/** The stack without its message lines, nearest call first. */
export function frames(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .+:\d+:\d+\)?$/.test(line));
}
