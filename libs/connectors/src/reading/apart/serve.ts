import { Worker } from 'node:worker_threads';
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
    void handle(request as Request, (part) => send({ part }))
      .then((value) => send({ value }))
      .catch((error: unknown) => send({ fault: faultOf(error) }))
      .finally(() => watch.postMessage(null));
  });
}

/** Waits until the parent has taken it: what it can't hold yet is not made. */
const send = (message: FromReader): Promise<void> =>
  new Promise((resolve) => void process.send?.(message, () => resolve()));

/** Never the message: it may quote what was read. */
function faultOf(error: unknown): { name: string; code: string | null; next: string | null } {
  const { name, code, next } = (error ?? {}) as { name?: unknown; code?: unknown; next?: unknown };
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return { name: text(name) ?? 'Error', code: text(code), next: text(next) };
}
