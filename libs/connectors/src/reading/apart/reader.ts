import { fork, type ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { HubError } from '#domain';

/** What one piece of reading may cost. */
export interface ReaderLimits {
  /** Processor time: a busy machine makes nobody's file unreadable. */
  processorSeconds: number;
  /** Memory of the process, all of it. */
  memoryMb: number;
}

/** What came of it: the answer, or why the process was ended. */
export type ReaderAnswer<T> = { ended: null; value: T } | { ended: 'too-slow' | 'too-large' };

/** From the child: a part of the answer, the last of it with what memory its process has by then, or the fault over which it fell. */
export type FromReader =
  | { part: unknown }
  | { value: unknown; mb: number }
  | { fault: { name: string; code: string | null; next: string | null } };

/** To the child. */
export interface ToReader {
  request: unknown;
  limits: ReaderLimits;
}

/** Signals and codes with which Node ends where its heap is full. */
const OUT_OF_HEAP = new Set<string | number>(['SIGABRT', 'SIGTRAP', 'SIGILL', 134, 133]);
/** Processor time is what counts; a process that rests for ever ends all the same. */
const CLOCK_PER_PROCESSOR = 20;
const LEAST_CLOCK_SECONDS = 120;

/** One process that reads, for one request at a time. It holds no secret and has no use for addresses, keys or passwords. */
export class Reader {
  private readonly child: ChildProcess;
  private why = '';
  private mb = 0;

  /** @throws HubError `retry` where the machine starts no process just now */
  constructor(script: string, heapMb: number) {
    try {
      this.child = fork(script, {
        execArgv: [`--max-old-space-size=${heapMb}`],
        env: process.env['SystemRoot'] ? { SystemRoot: process.env['SystemRoot'] } : {}, // Windows starts nothing without it
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'ignore', 'ipc', 'pipe'],
      });
    } catch (cause) {
      throw new HubError('retry', 'reader-not-started', 'The file could not be read just now.', { cause });
    }
    this.child.on('error', () => undefined);
    (this.child.stdio[4] as Readable | null)?.on('data', (reason: Buffer) => (this.why += String(reason)));
    (this.child.stdio[4] as Readable | null)?.on('error', () => undefined);
  }

  /** Whether it may be asked once more. @param wornMb it may have, after all that it has read */
  isFit(wornMb: number): boolean {
    return (
      this.mb <= wornMb &&
      this.child.connected &&
      this.child.exitCode === null &&
      this.child.signalCode === null
    );
  }

  /**
   * @param take is given each part of the answer as it comes
   * @throws HubError `retry` where the process died and nobody knows of what; what the reader itself fell over
   */
  async ask<T>(message: ToReader, take: (part: unknown) => void): Promise<ReaderAnswer<T>> {
    this.hold(true);
    try {
      return await this.answer<T>(message, take);
    } finally {
      this.hold(false);
    }
  }

  end(): void {
    this.child.kill('SIGKILL');
  }

  private answer<T>(message: ToReader, take: (part: unknown) => void): Promise<ReaderAnswer<T>> {
    const { child } = this;
    return new Promise((resolve, reject) => {
      const patience = setTimeout(() => {
        this.why += 'slow';
        child.kill('SIGKILL');
      }, clockMs(message.limits));
      const done = (finish: () => void): void => {
        clearTimeout(patience);
        child.off('message', heard).off('close', closed);
        finish();
      };
      const heard = (said: unknown): void => {
        const from = said as FromReader;
        if ('part' in from) return take(from.part);
        if ('fault' in from) return done(() => reject(faultOf(from.fault)));
        this.mb = from.mb;
        done(() => resolve({ ended: null, value: from.value as T }));
      };
      const closed = (code: number | null, signal: string | null): void =>
        done(() => {
          const ended = this.endedBy(code, signal);
          if (ended) resolve({ ended });
          else
            reject(
              new HubError(
                'retry',
                // Of what, the log tells by the signal (`SIGKILL`: the machine had no memory left) or the exit code.
                `reader-died-${String(signal ?? code ?? 'unknown').toLowerCase()}`,
                'The process that read the file ended, and it is not known of what.',
              ),
            );
        });
      child.on('message', heard).on('close', closed);
      child.send(message, () => undefined); // where it can't be sent, the process closes and says so
    });
  }

  private endedBy(code: number | null, signal: string | null): 'too-slow' | 'too-large' | null {
    if (this.why.includes('slow')) return 'too-slow';
    if (this.why.includes('large')) return 'too-large';
    return OUT_OF_HEAP.has(signal ?? code ?? '') ? 'too-large' : null;
  }

  /** A reader that rests keeps nobody's process from ending. */
  private hold(busy: boolean): void {
    const kept: { ref?(): void; unref?(): void }[] = [
      this.child,
      this.child.channel ?? {},
      (this.child.stdio[4] as { ref?(): void; unref?(): void } | null) ?? {},
    ];
    for (const one of kept)
      if (busy) one.ref?.();
      else one.unref?.();
  }
}

const clockMs = ({ processorSeconds }: ReaderLimits): number =>
  Math.max(LEAST_CLOCK_SECONDS, processorSeconds * CLOCK_PER_PROCESSOR) * 1_000;

/** A fault keeps its name and code: whoever asked tells by them whether it may pass. */
function faultOf({ name, code, next }: { name: string; code: string | null; next: string | null }): Error {
  return Object.assign(new Error('the reader fell over the file'), {
    name,
    ...(code ? { code } : {}),
    ...(next ? { next } : {}),
  });
}
