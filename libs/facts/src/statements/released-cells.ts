import type { Transaction } from '#store';
import type { Cell } from '#statements';
import type { FactDimension } from '../dimensions.js';
import { fixedDimensions } from '../standing/layout.js';
import { type ToldTable, toldTables } from '../standing/told-tables.js';

/** Released people of an edition's cells, while it is being published: what statements are made of. */
export class ReleasedCells {
  private readonly told: ToldTable;

  constructor(tx: Transaction, edition: number) {
    this.told = toldTables(tx, edition);
  }

  /**
   * A reader of one table's cells: people by the values given, hidden ones as null.
   * @param dimensions in any order; the keys come in the same
   */
  async of(...dimensions: FactDimension[]): Promise<(...keys: string[]) => Cell> {
    const fixed = fixedDimensions(dimensions, []);
    const table = await this.told(fixed.join());
    const places = fixed.map((dimension) => dimensions.indexOf(dimension));
    return (...keys) => table?.people(places.map((place) => keys[place]!)) ?? null;
  }
}
