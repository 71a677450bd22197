/** Cells of a large table that are gone through before others who ask get a turn. */
export const AT_ONE_GO = 200;

/** A table of more cells is large: such are made one after the other, for each takes some hundred MB while it is made. */
const LARGE = 2_000;
const MOST_WAITING = 12;

export const letOthers = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * Makes a large table once those before it are made; a small one at once.
 * @param cells that are gone through for it
 * @throws TooManyLarge where so many wait that nobody would look any more
 */
export async function largeInTurn<T>(cells: number, make: () => Promise<T>): Promise<T> {
  if (cells <= LARGE) return make();
  if (waiting >= MOST_WAITING) throw new TooManyLarge();
  waiting += 1;
  const made = last.then(make);
  last = made.catch(() => undefined);
  return made.finally(() => (waiting -= 1));
}

class TooManyLarge extends Error {
  readonly code = 'EBUSY';

  constructor() {
    super('too many large tables are asked for at once');
    this.name = 'TooManyLarge';
  }
}
