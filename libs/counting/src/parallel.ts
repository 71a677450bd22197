import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { answer, type Counted, emptyCells, merge, used } from './cells.js';
import type { CountQuestion } from './count.js';
import { type FactTable, lay, type Part, type TableDescription } from './fact-table.js';
import { compileFilters } from './filter.js';
import { Kernel, TABLE_AT } from './kernel.js';
import { shapeOf } from './shape.js';
import { tally } from './tally.js';

/** A table in memory that threads share, and the built kernel; without it they count in JavaScript. */
export interface SharedTable {
  description: TableDescription;
  /** Made by `memoryFor`, with the table at `TABLE_AT`. */
  memory: WebAssembly.Memory;
  kernel: WebAssembly.Module | null;
}

interface Start extends SharedTable {
  seat: number;
  /** One word a seat: number of the task that is no longer wanted. */
  unwanted: Int32Array;
}
interface Task {
  id: number;
  question: CountQuestion;
  /** Which of how many shares of the work. */
  share: number;
  of: number;
}
interface Done {
  id: number;
  main: Int32Array;
  copies: Int32Array;
  failed: string | null;
}
interface Job {
  question: CountQuestion;
  waiting: number;
  main: Int32Array;
  copies: Int32Array;
  tasks: { seat: Seat; id: number }[];
  resolve(counted: Counted): void;
  reject(error: Error): void;
}
interface Seat {
  worker: Worker;
  task: { id: number; job: Job } | null;
  number: number;
}

/**
 * Threads that count one table. While some are idle a question is split between them, at a person's border; under load
 * each takes one question.
 */
export class CountingThreads {
  private readonly seats: Seat[];
  private readonly queue: Job[] = [];
  private readonly unwanted: Int32Array;
  private readonly table: FactTable;
  private last = 0;
  private ended: Error | null = null;

  constructor(shared: SharedTable, threads: number) {
    this.table = lay(shared.description, shared.memory.buffer, TABLE_AT);
    this.unwanted = new Int32Array(new SharedArrayBuffer(4 * threads));
    this.seats = Array.from({ length: threads }, (_, number) => {
      const start: Start = { ...shared, seat: number, unwanted: this.unwanted };
      const worker = new Worker(new URL(import.meta.url), {
        workerData: { countingThread: start },
        execArgv: [],
      });
      const seat: Seat = { worker, task: null, number };
      worker.on('message', (done: Done) => this.finish(seat, done));
      worker.on('error', (error: Error) => this.end(error));
      worker.unref();
      return seat;
    });
  }

  /** Questions that wait for a thread. */
  get waiting(): number {
    return this.queue.length;
  }

  /**
   * @param signal ends the count, or takes it out of the queue; the answer is then an error
   * @throws RangeError for what can't be asked
   */
  count(question: CountQuestion, signal?: AbortSignal): Promise<Counted> {
    // What can't be asked is refused here, so that no thread fails.
    shapeOf(this.table, question.dimensions, compileFilters(this.table, question.filters));
    if (this.ended) return Promise.reject(this.ended);
    return new Promise((resolve, reject) => {
      const none = new Int32Array(0);
      const job: Job = { question, waiting: 0, main: none, copies: none, tasks: [], resolve, reject };
      signal?.addEventListener('abort', () => this.cancel(job), { once: true });
      this.queue.push(job);
      this.serve();
    });
  }

  /** Ends the threads; whoever still waits is told so. */
  async close(): Promise<void> {
    this.end(new Error('the table was closed'));
    await Promise.all(this.seats.map(({ worker }) => worker.terminate()));
  }

  private serve(): void {
    for (;;) {
      const idle = this.seats.filter((seat) => seat.task === null);
      const job = idle.length > 0 ? this.queue.shift() : undefined;
      if (!job) return;
      const of = Math.max(1, Math.floor(idle.length / (this.queue.length + 1)));
      job.waiting = of;
      idle.slice(0, of).forEach((seat, share) => {
        const id = ++this.last;
        seat.task = { id, job };
        // A process stays for an answer, never for an idle thread.
        seat.worker.ref();
        job.tasks.push({ seat, id });
        seat.worker.postMessage({ id, question: job.question, share, of } satisfies Task);
      });
    }
  }

  private finish(seat: Seat, { id, main, copies, failed }: Done): void {
    // An answer that comes while the threads are being ended must not let the process go before they are.
    if (this.ended || seat.task?.id !== id) return;
    const { job } = seat.task;
    seat.task = null;
    seat.worker.unref();
    if (failed !== null) job.reject(new Error(failed));
    job.main = merge(job.main, main);
    job.copies = merge(job.copies, copies);
    job.waiting -= 1;
    if (job.waiting === 0) {
      const { dimensions, filters } = job.question;
      const shape = shapeOf(this.table, dimensions, compileFilters(this.table, filters));
      job.resolve(answer(dimensions, shape, job.main, job.copies));
    }
    this.serve();
  }

  /** Nothing is counted any more: a thread that failed would keep its askers waiting for ever. */
  private end(reason: Error): void {
    this.ended = reason;
    for (const { task } of this.seats) task?.job.reject(reason);
    for (const job of this.queue.splice(0)) job.reject(reason);
  }

  private cancel(job: Job): void {
    const place = this.queue.indexOf(job);
    if (place >= 0) this.queue.splice(place, 1);
    for (const { seat, id } of job.tasks)
      if (seat.task?.id === id) Atomics.store(this.unwanted, seat.number, id);
    job.reject(new Error('nobody waits for this answer any more'));
  }
}

/** Where share `share` of `of` begins: never between two submissions of one person (or of one argument). */
function border({ count, who }: Part, share: number, of: number): number {
  let at = Math.floor((count * share) / of);
  while (at > 0 && at < count && who[at] === who[at - 1]) at += 1;
  return at;
}

function serveTasks({ description, memory, kernel, seat, unwanted }: Start): void {
  const table = lay(description, memory.buffer, TABLE_AT);
  const own = kernel ? new Kernel(kernel, memory, description, seat) : null;
  const count = ({ question, share, of, id }: Task): Done => {
    const filters = compileFilters(table, question.filters);
    const shape = shapeOf(table, question.dimensions, filters);
    const wanted = (): boolean => Atomics.load(unwanted, seat) !== id;
    const [main, copies] = [table.main, table.copies].map((part) => {
      const [from, to] = [border(part, share, of), border(part, share + 1, of)];
      if (own) return own.tally(part, filters, shape, from, to, wanted);
      const cells = emptyCells(shape.size);
      tally(part, filters, shape, cells, from, to);
      return used(cells);
    });
    return { id, main: main!, copies: copies!, failed: null };
  };
  parentPort!.on('message', (task: Task) => {
    try {
      const done = count(task);
      parentPort!.postMessage(done, [done.main.buffer, done.copies.buffer] as ArrayBuffer[]);
    } catch (error) {
      const none = new Int32Array(0);
      parentPort!.postMessage({ id: task.id, main: none, copies: none, failed: (error as Error).message });
    }
  });
}

// This file is also what its threads run.
const start = (workerData as { countingThread?: Start } | null)?.countingThread;
if (!isMainThread && start) serveTasks(start);
