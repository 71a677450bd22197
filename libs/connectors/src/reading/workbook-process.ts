import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readWorkbook, type SheetRequest, type WorkbookReading } from './workbook/read.js';

export interface ProcessLimits {
  timeoutMs: number;
  /** Heap of the child; the unpacked bytes and the answer come on top. */
  memoryMb: number;
  /** The built script to run; null takes the one beside this file. */
  script: string | null;
}

export const WORKBOOK_LIMITS: ProcessLimits = { timeoutMs: 8_000, memoryMb: 512, script: null };

/**
 * Reads a workbook in a process of its own, which is killed when it takes too long and dies alone when it takes too much
 * memory. Never rejects. Run from TypeScript sources (tests) there is no built script: then the same reader runs here.
 */
export async function readWorkbookApart(
  bytes: Uint8Array,
  request: SheetRequest,
  limits: ProcessLimits = WORKBOOK_LIMITS,
): Promise<WorkbookReading> {
  const script = limits.script ?? fileURLToPath(new URL('./workbook-child.js', import.meta.url));
  if (limits.script === null && !existsSync(script)) return readWorkbook(bytes, request);
  const child = start(script, limits.memoryMb);
  if (!child) return failed('workbook-busy', 'The workbook could not be read just now. Send it again.');
  return await answer(child, { bytes, request }, limits.timeoutMs);
}

function start(script: string, memoryMb: number): ChildProcess | null {
  try {
    return fork(script, {
      execArgv: [`--max-old-space-size=${memoryMb}`],
      // No environment but what Windows needs to start at all: the child has no use for addresses, keys or passwords.
      env: process.env['SystemRoot'] ? { SystemRoot: process.env['SystemRoot'] } : {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
  } catch {
    return null;
  }
}

const failed = (code: string, reason: string): WorkbookReading => ({ ok: false, code, reason });

function answer(
  child: ChildProcess,
  message: { bytes: Uint8Array; request: SheetRequest },
  timeoutMs: number,
): Promise<WorkbookReading> {
  return new Promise((resolve) => {
    const finish = (reading: WorkbookReading): void => {
      clearTimeout(timer);
      resolve(reading);
      child.removeAllListeners();
      child.on('error', () => undefined);
      child.kill('SIGKILL');
    };
    const timer = setTimeout(
      () =>
        finish(
          failed('workbook-too-slow', `The workbook took longer than ${timeoutMs / 1000} seconds to read.`),
        ),
      timeoutMs,
    );
    child.once('message', (reading) => finish(reading as WorkbookReading));
    child.once('error', () =>
      finish(failed('workbook-busy', 'The workbook could not be read just now. Send it again.')),
    );
    child.once('exit', () =>
      finish(failed('workbook-too-large', 'The workbook needs more memory than the hub gives it.')),
    );
    child.send(message, (error) => {
      if (error) finish(failed('workbook-busy', 'The workbook could not be read just now. Send it again.'));
    });
  });
}
