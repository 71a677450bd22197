import type { Groups } from '#disclosure';
import type { Layout } from './layout.js';

/**
 * For each cell of a table, the cells that hold it and more because one of its values is replaced by a declared group that holds it.
 * Groups that the table does not tell are no larger sets of it.
 */
export class CellsOfGroups {
  /** By place of the dimension and number of its value: what to add to a cell's number. */
  private readonly steps: number[][][];
  private readonly strides: number[];

  constructor(
    private readonly layout: Layout,
    groups: Groups,
  ) {
    const sizes = layout.values.map(({ length }) => length);
    this.strides = sizes.map((_, at) => sizes.slice(at + 1).reduce((product, each) => product * each, 1));
    this.steps = layout.values.map((codes, at) => {
      const places = new Map(codes.map((code, place) => [code, place]));
      return codes.map((code, own) =>
        groups
          .holders(layout.dimensions[at]!, code)
          .flatMap((holder) => places.get(holder) ?? [])
          .map((place) => (place - own) * this.strides[at]!),
      );
    });
  }

  /** Numbers of the cells that hold the given one. */
  of(cell: number): number[] {
    const found: number[] = [];
    for (let at = 0; at < this.strides.length; at++) {
      const value = Math.floor(cell / this.strides[at]!) % this.layout.values[at]!.length;
      for (const step of this.steps[at]![value]!) found.push(cell + step);
    }
    return found;
  }
}
