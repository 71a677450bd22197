import { storedStanding, type Transaction } from '#store';
import { ReleasedTable, shownOf } from './stored.js';

/** What is told of a whole table of an edition, by the name of its dimensions; null where there is none. */
export type ToldTable = (name: string) => Promise<ReleasedTable | null>;

/**
 * The tables of an edition while it is being published, each read once when it is first asked for.
 * @param tx by the worker role
 */
export function toldTables(tx: Transaction, edition: number): ToldTable {
  const read = new Map<string, Promise<ReleasedTable | null>>();
  return (name) => {
    const known =
      read.get(name) ??
      storedStanding(tx, edition, name).then(
        async (stored) => stored && new ReleasedTable(await shownOf(name, stored.shown)),
      );
    read.set(name, known);
    return known;
  };
}
