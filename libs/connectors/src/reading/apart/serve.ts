import { Worker } from 'node:worker_threads';
import { end, secondsSince, whatIsOver } from './over-limits.js';
import type { FromReader, ToReader } from './reader.js';
import type { Handler } from './readers.js';

/**
 * The child's side: answers one request after another, under the eyes of a thread that ends the process where it takes too much
 * of anything. Ends with its parent.
 */
export function serveReader<Request, Part, Value>(handle: Handler<Request, Part, Value>): void {
  const watch = new Worker(new URL('./watch-thread.js', import.meta.url));
  watch.unref();
  process.on('disconnect', () => process.exit());
  process.on('message', (message) => {
    const { request, limits } = message as ToReader;
    watch.postMessage(limits);
    const started = { cpu: process.cpuUsage(), peak: peakMb() };
    void handle(request as Request, (part) => send({ part }))
      .then((value) => {
        // What the thread was too late to see: a limit holds however busy the machine is.
        const peak = peakMb();
        const mb = peak > started.peak ? peak : 0;
        const over = whatIsOver(limits, { seconds: secondsSince(started.cpu), mb });
        return over ? end(over) : send({ value, mb: process.memoryUsage.rss() / 1_048_576 });
      })
      .catch((error: unknown) => send({ fault: faultOf(error) }))
      .finally(() => watch.postMessage(null));
  });
}

/** The most memory that this process ever had. */
const peakMb = (): number => process.resourceUsage().maxRSS / 1024;

/** Waits until the parent has taken it: what it can't hold yet is not made. */
const send = (message: FromReader): Promise<void> =>
  new Promise((resolve) => void process.send?.(message, () => resolve()));

/** Never the message: it may quote what was read. */
function faultOf(error: unknown): { name: string; code: string | null; next: string | null } {
  const { name, code, next } = (error ?? {}) as { name?: unknown; code?: unknown; next?: unknown };
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return { name: text(name) ?? 'Error', code: text(code), next: text(next) };
}
