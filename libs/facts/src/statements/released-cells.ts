import { storedStanding, type Transaction } from '#store';
import type { Cell } from '#statements';
import type { FactDimension } from '../dimensions.js';
import { fixedDimensions } from '../standing/layout.js';
import { ReleasedTable, shownOf } from '../standing/stored.js';

/** Released people of an edition's cells, while it is being published: what statements are made of. */
export class ReleasedCells {
  private readonly tables = new Map<string, ReleasedTable | null>();

  constructor(
    private readonly tx: Transaction,
    private readonly edition: number,
  ) {}

  /**
   * A reader of one table's cells: people by the values given, hidden ones as null.
   * @param dimensions in any order; the keys come in the same
   */
  async of(...dimensions: FactDimension[]): Promise<(...keys: string[]) => Cell> {
    const fixed = fixedDimensions(dimensions, []);
    const name = fixed.join();
    if (!this.tables.has(name)) this.tables.set(name, await this.read(name));
    const table = this.tables.get(name);
    const places = fixed.map((dimension) => dimensions.indexOf(dimension));
    return (...keys) => {
      const cell = table?.find(places.map((place) => keys[place]!));
      return cell && !cell.hidden ? cell.people : null;
    };
  }

  private async read(name: string): Promise<ReleasedTable | null> {
    const stored = await storedStanding(this.tx, this.edition, name);
    return stored && new ReleasedTable(await shownOf(name, stored.shown));
  }
}
