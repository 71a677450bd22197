import { readStandings } from '#store';
import { AnswerCache } from '#platform';
import { type Counter, editionKey } from './counter.js';
import { AREA, type KeptDimension, OPTION } from '../dimensions.js';
import { ReleasedTable, shownOf } from '../standing/stored.js';

/** Released tables of all editions that are kept in memory, in bytes. */
const MOST_BYTES = 64 * 1024 * 1024;
const tables = new WeakMap<Counter['by'], AnswerCache<ReleasedTable | null>>();

/**
 * Every cell of a table without filters, as it was released when its edition was published: what a filter shows is a cell of the
 * table that is also cut by the filter's dimension, so that each figure is released once, whatever question it turns up in.
 * @param dimensions up to three; in the order of `fixedDimensions`. Of closed answers: the option, or the option and one characteristic or area
 * @returns null where the edition has no such table: it would have too many cells
 * @throws NotYetReleased
 */
export function releasedTable(
  { edition, by }: Counter,
  dimensions: readonly KeptDimension[],
): Promise<ReleasedTable | null> {
  if (!edition) throw new Error('working figures are not released');
  const kept =
    tables.get(by) ?? new AnswerCache<ReleasedTable | null>(MOST_BYTES, (table) => table?.bytes ?? 100);
  tables.set(by, kept);
  const name = dimensions.join();
  return kept.answer(`${editionKey(edition)} ${name}`, async () => {
    const shown = await readTogether(by, edition.number, name);
    if (shown) return new ReleasedTable(await shownOf(name, shown));
    // Every edition has the table of everybody, and those of answers: without them they are still to be made. Areas are told since.
    if (
      (dimensions[0] === OPTION && dimensions[1] !== AREA) ||
      (await readTogether(by, edition.number, '')) === null
    )
      throw new NotYetReleased(edition.number);
    return null;
  });
}

type Batch = { names: Set<string>; read: Promise<Map<string, Buffer>> };
const batches = new WeakMap<Counter['by'], Map<number, Batch>>();

/** Tables that are asked for in one breath are read by one question, over one connection. @returns null where the edition has no such table */
async function readTogether(by: Counter['by'], edition: number, name: string): Promise<Buffer | null> {
  const open = batches.get(by) ?? new Map<number, Batch>();
  batches.set(by, open);
  const names = open.get(edition)?.names ?? new Set<string>();
  const batch = open.get(edition) ?? {
    names,
    read: Promise.resolve().then(() => {
      open.delete(edition);
      return readStandings(by, edition, [...names]);
    }),
  };
  open.set(edition, batch);
  batch.names.add(name);
  return (await batch.read).get(name) ?? null;
}

/** The figures of an edition from before tables were kept are being made; the next minute has them. */
class NotYetReleased extends Error {
  readonly code = 'EBUSY';

  constructor(edition: number) {
    super(`the figures of edition ${edition} are being made ready`);
    this.name = 'NotYetReleased';
  }
}
