/** Ctrl-C, a service manager, a terminal that was closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Longer than any part of a stop takes where what it speaks to is there. */
const STEP_MS = 45_000;

/** Waits for it, and no longer than so many milliseconds. */
export async function within(ms: number, ending: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([ending, late]).finally(() => clearTimeout(timer));
}

/**
 * One run of a process, from its first step to its end: what was opened is closed again, the last first, whenever the signal
 * comes; also while the start is still under way.
 */
export class Life {
  private readonly told = new AbortController();
  private readonly undoing: (() => Promise<unknown>)[] = [];

  /** Aborted at the first signal that asks the process to stop. */
  get stopping(): AbortSignal {
    return this.told.signal;
  }

  /** What must be done before the process may end; whatever is registered later is done earlier. */
  atStop(undo: () => Promise<unknown>): void {
    this.undoing.push(undo);
  }

  /** Between two steps of a start. @throws the signal's reason where a stop was asked for meanwhile */
  goOn(): void {
    this.stopping.throwIfAborted();
  }

  /** Listens for signals from now on; a second one changes nothing. */
  listen(): this {
    for (const signal of SIGNALS) {
      // Whoever stood in until now (apps/hub/start.mjs) is relieved.
      process.removeAllListeners(signal);
      process.on(signal, () => this.told.abort());
    }
    return this;
  }

  /** Closes in order all that was opened; what fails to close, or never ends to, keeps nothing else open. */
  async end(): Promise<void> {
    for (let undo = this.undoing.pop(); undo; undo = this.undoing.pop())
      await within(
        STEP_MS,
        undo().catch(() => undefined),
      );
  }
}

/**
 * Lets the process go on when nobody reads any more what it says (`npm start | head`, a log collector that ended): it would
 * end without stopping its database.
 */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
}
