/** Ctrl-C, a service manager, a terminal that was closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** At the first signal that asks for it, stops what runs in order and ends the process; another signal changes nothing. */
export function onStop(stop: () => Promise<unknown>): void {
  let stopping = false;
  for (const signal of SIGNALS)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void stop().finally(() => process.exit(0));
    });
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
