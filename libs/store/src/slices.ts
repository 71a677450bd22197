import { setImmediate as nextTurn } from 'node:timers/promises';

/** Rows of a large delivery that are looked up or kept at one go: a few megabytes of parameters, well under a second. */
const SLICE = 20_000;

/**
 * Rows in slices, in their order; between two of them everything else of the thread gets a turn. Of up to one slice it is the list itself.
 * @param size of a slice
 */
export async function* slicesOf<T>(rows: readonly T[], size = SLICE): AsyncGenerator<readonly T[]> {
  if (rows.length <= size) {
    if (rows.length > 0) yield rows;
    return;
  }
  for (let at = 0; at < rows.length; at += size) {
    if (at > 0) await nextTurn();
    yield rows.slice(at, at + size);
  }
}
