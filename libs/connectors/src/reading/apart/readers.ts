import { HubError } from '#domain';
export { childScript } from '#platform';
import { Reader, type ReaderAnswer, type ReaderLimits } from './reader.js';

/** How a request is answered: in the child, and in this process where the child's script is not built. */
export type Handler<Request, Part, Value> = (
  request: Request,
  part: (part: Part) => Promise<void>,
) => Promise<Value>;

export interface ReadersOptions extends ReaderLimits {
  /** Processes at once: with `memoryMb` it bounds what all reading together may take. */
  atOnce: number;
  /** Requests that may wait for one; the next is told to come again. */
  waiting: number;
}

/** A process that has nothing to do is kept for so long: starting one takes a third of a second. */
const REST_MS = 10_000;

/**
 * Processes that read what partners send, apart from everything else: one that takes too long or too much memory ends alone.
 */
export class Readers<Request, Part, Value> {
  private readonly resting = new Map<Reader, NodeJS.Timeout>();
  private readonly queue: (() => void)[] = [];
  private busy = 0;

  /** @param script of the child, null where it is not built: then reading happens here */
  constructor(
    private readonly script: string | null,
    private readonly here: Handler<Request, Part, Value>,
    private readonly options: ReadersOptions,
  ) {}

  /**
   * @param take is given the parts of the answer, in order
   * @throws HubError `retry` where too many wait already, or the process died of something unknown
   */
  async ask(request: Request, take: (part: Part) => void = () => undefined): Promise<ReaderAnswer<Value>> {
    await this.turn();
    try {
      if (this.script === null)
        return { ended: null, value: await this.here(request, (part) => Promise.resolve(take(part))) };
      return await this.askApart(this.script, request, take);
    } finally {
      this.busy--;
      this.queue.shift()?.();
    }
  }

  private async askApart(
    script: string,
    request: Request,
    take: (part: Part) => void,
  ): Promise<ReaderAnswer<Value>> {
    const { memoryMb, processorSeconds } = this.options;
    const reader = this.rested() ?? new Reader(script, memoryMb);
    try {
      return await reader.ask<Value>(
        { request, limits: { memoryMb, processorSeconds } },
        take as (part: unknown) => void,
      );
    } finally {
      if (reader.alive) this.rest(reader);
      else reader.end();
    }
  }

  private async turn(): Promise<void> {
    if (this.busy >= this.options.atOnce) {
      if (this.queue.length >= this.options.waiting)
        throw new HubError(
          'retry',
          'readers-busy',
          'Too many files are being read just now. Send it again in a moment.',
        );
      await new Promise<void>((resolve) => this.queue.push(resolve));
    }
    this.busy++;
  }

  private rested(): Reader | null {
    for (const [reader, timer] of this.resting) {
      clearTimeout(timer);
      this.resting.delete(reader);
      if (reader.alive) return reader;
    }
    return null;
  }

  private rest(reader: Reader): void {
    const timer = setTimeout(() => {
      this.resting.delete(reader);
      reader.end();
    }, REST_MS);
    timer.unref();
    this.resting.set(reader, timer);
  }
}
