import type { ReleasedCell, ShownSet } from './contract.js';

/** What is shown of a table so far, for the cells that give way to it: cells are noted in an order in which parts come first. */
export class ToldBefore {
  private readonly people: Int32Array;
  private readonly figure: Int32Array;
  /** Does any figure stand, from an edition before, over a cell in which nobody is any more? */
  private standsOverNobody = false;

  /** @param size cells of the table */
  constructor(size: number) {
    this.people = new Int32Array(size);
    this.figure = new Int32Array(size);
  }

  /**
   * Can a cell of so many people hold anything that is shown? What it holds are parts of its people: most cells of a table are
   * empty, and these need not look at their parts.
   */
  canHold(people: number): boolean {
    return people > 0 || this.standsOverNobody;
  }

  /** What is shown in these cells, those left out of which nothing is. */
  within(cells: readonly number[]): ShownSet[] {
    const shown: ShownSet[] = [];
    for (const at of cells)
      if (this.people[at]! > 0) shown.push({ people: this.people[at]!, figure: this.figure[at]! });
    return shown;
  }

  /**
   * Of a hidden cell the most that is shown within it is kept: whoever holds the cell holds that too, two groups deep.
   * @param cells that it holds and gives way to
   */
  note(at: number, people: number, cell: ReleasedCell, cells: readonly number[]): void {
    if (!cell.hidden) {
      this.people[at] = people;
      this.figure[at] = cell.people;
      if (people === 0 && cell.people > 0) this.standsOverNobody = true;
      return;
    }
    for (const part of cells) {
      this.people[at] = Math.max(this.people[at]!, this.people[part]!);
      this.figure[at] = Math.max(this.figure[at]!, this.figure[part]!);
    }
  }
}
