/** Work on tables that goes on before others who ask get a turn, in milliseconds. */
const AT_ONE_GO_MS = 4;
/** Small steps between two looks at the clock. */
const STEPS = 32;
/** Of a list to be sorted, so much is sorted at one go. */
const RUN = 1_000;

/** A table of more cells is large: such are made one after the other, for each takes some hundred MB while it is made. */
const LARGE = 2_000;
const MOST_WAITING = 12;

const waitingForTurn: (() => void)[] = [];

/**
 * Everything else that waits gets a turn. Of all tables that are being made one alone goes on after it: many at once keep nobody
 * waiting longer than one does.
 */
const letOthers = (): Promise<void> =>
  new Promise((resolve) => {
    if (waitingForTurn.push(resolve) === 1) setImmediate(goOn);
  });

function goOn(): void {
  waitingForTurn.shift()?.();
  if (waitingForTurn.length > 0) setImmediate(goOn);
}

/** Long work in small steps: between two of them others get a turn once it has gone on for a few milliseconds. */
export class Stint {
  private since = performance.now();
  private steps = 0;

  /** To be asked after each step. @returns what to wait for; null where the work goes on at once */
  rest(): Promise<void> | null {
    if (++this.steps % STEPS !== 0 || performance.now() - this.since < AT_ONE_GO_MS) return null;
    return this.pause();
  }

  /** After a longer piece that can't be cut. */
  async pause(): Promise<void> {
    await letOthers();
    this.since = performance.now();
  }
}

/** What a function makes of each of a list, with turns for others between. */
export async function mapInTurns<T, U>(list: Iterable<T>, make: (one: T) => U): Promise<U[]> {
  const [made, stint] = [[] as U[], new Stint()];
  for (const one of list) {
    made.push(make(one));
    const rest = stint.rest();
    if (rest) await rest;
  }
  return made;
}

/** A list in order, sorted by merging, with turns for others between. What compares equal stays in its order. */
export async function sortInTurns<T>(list: readonly T[], compare: (a: T, b: T) => number): Promise<T[]> {
  const stint = new Stint();
  let runs: T[][] = [];
  for (let at = 0; at < list.length; at += RUN) {
    runs.push(list.slice(at, at + RUN).sort(compare));
    if (list.length > RUN) await stint.pause();
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < runs.length; at += 2)
      merged.push(await merge(runs[at]!, runs[at + 1] ?? [], compare, stint));
    runs = merged;
  }
  return runs[0] ?? [];
}

async function merge<T>(one: T[], other: T[], compare: (a: T, b: T) => number, stint: Stint): Promise<T[]> {
  const merged: T[] = [];
  let [a, b] = [0, 0];
  while (a < one.length && b < other.length) {
    merged.push(compare(one[a]!, other[b]!) <= 0 ? one[a++]! : other[b++]!);
    const rest = stint.rest();
    if (rest) await rest;
  }
  return merged.concat(one.slice(a), other.slice(b));
}

/** Of all places, so many are anybody's; the others are kept for people who are signed in. */
const OF_ANYBODY = 8;
/** Places that one asker may take: a page asks for a few large tables at once. */
const OF_ONE = 4;

/** Who asks, for turns alone: a session, or where nobody is signed in an address. */
export interface Asker {
  by: string;
  signedIn: boolean;
}

/** Who has places; null for what the hub asks itself. */
const places: (Asker | null)[] = [];
let last: Promise<unknown> = Promise.resolve();

/**
 * Makes a large table once those before it are made; a small one at once.
 * @param cells that are gone through for it
 * @param asker nobody takes all places: each asker some, and who is not signed in not those that are kept for others
 * @throws TooManyLarge where so many wait that nobody would look any more
 */
export async function largeInTurn<T>(
  cells: number,
  make: () => Promise<T>,
  asker: Asker | null = null,
): Promise<T> {
  if (cells <= LARGE) return make();
  if (!mayWait(asker)) throw new TooManyLarge();
  places.push(asker);
  const made = last.then(make);
  last = made.catch(() => undefined);
  return made.finally(() => places.splice(places.indexOf(asker), 1));
}

function mayWait(asker: Asker | null): boolean {
  if (places.length >= MOST_WAITING) return false;
  if (asker === null) return true;
  if (places.filter((one) => one?.by === asker.by).length >= OF_ONE) return false;
  return asker.signedIn || places.filter((one) => one?.signedIn === false).length < OF_ANYBODY;
}

class TooManyLarge extends Error {
  readonly code = 'EBUSY';

  constructor() {
    super('too many large tables are asked for at once');
    this.name = 'TooManyLarge';
  }
}
