import { Worker } from 'node:worker_threads';
import type { Embedder } from './contract.js';
import { sentenceEmbedder, sentenceEmbedderId } from './sentence.js';

interface Task {
  texts: string[];
  done: (vectors: Float32Array[]) => void;
  failed: (error: Error) => void;
}

/** Texts handed to a worker at a time. */
const SLICE = 16;

/**
 * The default embedder in so many worker threads; the vectors do not depend on their number. From TypeScript sources,
 * which threads cannot load, it works in this thread.
 */
export async function parallelEmbedder(threads: number): Promise<Embedder> {
  if (import.meta.url.endsWith('.ts') || threads < 1) return sentenceEmbedder();
  const id = sentenceEmbedderId();
  const queue: Task[] = [];
  const workers = Array.from({ length: threads }, () => new Pooled(queue));
  return {
    id,
    size: 512,
    async embed(texts) {
      const slices: Promise<Float32Array[]>[] = [];
      for (let at = 0; at < texts.length; at += SLICE) {
        const slice = texts.slice(at, at + SLICE);
        slices.push(new Promise((done, failed) => queue.push({ texts: slice, done, failed })));
      }
      workers.forEach((worker) => worker.wake());
      return (await Promise.all(slices)).flat();
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}

/** One thread, which takes the next task of the queue whenever it is free. */
class Pooled {
  private readonly worker = new Worker(new URL('./worker.js', import.meta.url));
  private task: Task | undefined;

  constructor(private readonly queue: Task[]) {
    this.worker.on('message', (reply: { vectors?: Float32Array[]; error?: string }) => {
      const task = this.task;
      this.task = undefined;
      if (reply.vectors) task?.done(reply.vectors);
      else task?.failed(new Error(reply.error));
      this.wake();
    });
    this.worker.on('error', (error) =>
      this.task?.failed(error instanceof Error ? error : new Error(String(error))),
    );
    this.worker.unref();
  }

  wake(): void {
    if (this.task) return;
    this.task = this.queue.shift();
    if (this.task) {
      this.worker.ref();
      this.worker.postMessage(this.task.texts);
    } else this.worker.unref();
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }
}
