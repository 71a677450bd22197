export { childScript, Turns } from '#platform';
import { HubError } from '#domain';
import { NoTurn, type Turns } from '#platform';
import { Reader, type ReaderAnswer, type ReaderLimits } from './reader.js';

/** How a request is answered: in the child, and in this process where the child's script is not built. */
export type Handler<Request, Part, Value> = (
  request: Request,
  part: (part: Part) => Promise<void>,
) => Promise<Value>;

export interface ReadersOptions extends ReaderLimits {
  /** How many read at once: with `memoryMb` they bound what all reading together may take. */
  turns: Turns;
  /** Of its memory, for what is made in it; all of it where nobody says. The file lies beside that, and a heap that may take all is cleared late. */
  heapMb?: number;
  /** A process that a file has made larger than this is not kept for the next: what it has it does not give back. 250 where nobody says. */
  wornMb?: number;
}

const WORN_MB = 250;

const BUSY = 'Too many files are being read just now. Send it again in a moment.';
/** A process that has nothing to do is kept for so long: starting one takes a third of a second. */
const REST_MS = 10_000;

/**
 * Processes that read what partners send, apart from everything else: one that takes too long or too much memory ends alone.
 */
export class Readers<Request, Part, Value> {
  private readonly resting = new Map<Reader, NodeJS.Timeout>();

  /** @param script of the child, null where it is not built: then reading happens here */
  constructor(
    private readonly script: string | null,
    private readonly here: Handler<Request, Part, Value>,
    readonly options: ReadersOptions,
  ) {}

  /**
   * @param take is given the parts of the answer, in order
   * @throws HubError `retry` where too many wait already, or the process died of something unknown
   */
  ask(request: Request, take: (part: Part) => void = () => undefined): Promise<ReaderAnswer<Value>> {
    return this.options.turns
      .run(async () =>
        this.script === null
          ? { ended: null, value: await this.here(request, (part) => Promise.resolve(take(part))) }
          : await this.askApart(this.script, request, take),
      )
      .catch((error: unknown) => {
        throw error instanceof NoTurn ? new HubError('retry', 'readers-busy', BUSY) : error;
      });
  }

  private async askApart(
    script: string,
    request: Request,
    take: (part: Part) => void,
  ): Promise<ReaderAnswer<Value>> {
    const { memoryMb, processorSeconds, heapMb = memoryMb } = this.options;
    const reader = this.rested() ?? new Reader(script, heapMb);
    try {
      return await reader.ask<Value>(
        { request, limits: { memoryMb, processorSeconds } },
        take as (part: unknown) => void,
      );
    } finally {
      if (reader.isFit(this.options.wornMb ?? WORN_MB)) this.rest(reader);
      else reader.end();
    }
  }

  private rested(): Reader | null {
    for (const [reader, timer] of this.resting) {
      clearTimeout(timer);
      this.resting.delete(reader);
      if (reader.isFit(this.options.wornMb ?? WORN_MB)) return reader;
      reader.end();
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
