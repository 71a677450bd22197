import type { Groups } from '#disclosure';
import type { Layout } from './layout.js';

/**
 * For each cell of a table, the cells that hold it and more because one of its values is replaced by a declared group that holds it;
 * and those that it holds and gives way to. Groups that the table does not tell are no larger sets of it.
 */
export class CellsOfGroups {
  /** By place of the dimension and number of its value: what to add to a cell's number. */
  private readonly up: number[][][];
  private readonly down: number[][][];
  /** Is there any cell that gives way? */
  readonly giveWay: boolean;
  private readonly strides: number[];

  constructor(
    private readonly layout: Layout,
    groups: Groups,
  ) {
    const sizes = layout.values.map(({ length }) => length);
    this.strides = sizes.map((_, at) => sizes.slice(at + 1).reduce((product, each) => product * each, 1));
    const steps = (codesOf: (dimension: string, code: string) => readonly string[]): number[][][] =>
      layout.values.map((codes, at) => {
        const places = new Map(codes.map((code, place) => [code, place]));
        return codes.map((code, own) =>
          codesOf(layout.dimensions[at]!, code)
            .flatMap((other) => places.get(other) ?? [])
            .map((place) => (place - own) * this.strides[at]!),
        );
      });
    this.up = steps((dimension, code) => groups.holders(dimension, code));
    this.down = steps((dimension, code) => groups.before(dimension, code));
    this.giveWay = this.down.some((values) => values.some((each) => each.length > 0));
  }

  /** Numbers of the cells that hold the given one. */
  of(cell: number): number[] {
    return this.along(this.up, cell);
  }

  /** Numbers of the cells that the given one holds and gives way to: all before its own. */
  before(cell: number): number[] {
    return this.giveWay ? this.along(this.down, cell) : [];
  }

  private along(steps: number[][][], cell: number): number[] {
    const found: number[] = [];
    for (let at = 0; at < this.strides.length; at++) {
      const value = Math.floor(cell / this.strides[at]!) % this.layout.values[at]!.length;
      for (const step of steps[at]![value]!) found.push(cell + step);
    }
    return found;
  }
}
