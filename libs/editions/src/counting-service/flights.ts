import type { Counted, CountQuestion } from '#counting';
import type { EditionFilesRow } from '#store';

/** As many questions wait as can be answered while somebody still looks; the next is told that the hub is busy. */
const MOST_IN_FLIGHT = 256;

/** The queue is full. */
export class Busy extends Error {
  readonly code = 'EBUSY';

  constructor() {
    super('the counting process is busy');
    this.name = 'Busy';
  }
}

interface Flight {
  answer: Promise<Counted>;
  waiters: number;
  end: AbortController;
}

type Count = (files: EditionFilesRow, question: CountQuestion, signal: AbortSignal) => Promise<Counted>;

/** Questions on their way: equal ones are counted once, and one that nobody waits for any more not at all. */
export class Flights {
  private readonly flights = new Map<string, Flight>();

  constructor(
    private readonly count: Count,
    private readonly most = MOST_IN_FLIGHT,
  ) {}

  /**
   * @returns the answer, and what to call when it is no longer wanted
   * @throws Busy at once, where too many questions are on their way
   */
  ask(files: EditionFilesRow, question: CountQuestion): { answer: Promise<Counted>; leave: () => void } {
    const key = keyOf(files, question);
    const flight = this.flights.get(key) ?? this.start(key, files, question);
    flight.waiters += 1;
    let here = true;
    const leave = (): void => {
      if (!here) return;
      here = false;
      flight.waiters -= 1;
      if (flight.waiters > 0) return;
      if (this.flights.get(key) === flight) this.flights.delete(key);
      flight.end.abort();
    };
    return { answer: flight.answer, leave };
  }

  private start(key: string, files: EditionFilesRow, question: CountQuestion): Flight {
    if (this.flights.size >= this.most) throw new Busy();
    const end = new AbortController();
    const answer = this.count(files, question, end.signal);
    const flight: Flight = { answer, waiters: 0, end };
    this.flights.set(key, flight);
    const landed = (): void => {
      if (this.flights.get(key) === flight) this.flights.delete(key);
    };
    answer.then(landed, landed);
    return flight;
  }
}

function keyOf({ folder, manifest }: EditionFilesRow, { dimensions, filters }: CountQuestion): string {
  const sorted = Object.entries(filters)
    .map(([name, values]) => [name, [...values].sort()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([folder, manifest, dimensions, sorted]);
}
