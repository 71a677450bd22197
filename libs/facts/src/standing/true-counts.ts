import type { Counted } from '#counting';
import type { CountCell, LargerSet } from '#disclosure';
import { type CountDimension, NO_COMMUNITY, NOT_IN_ANY_THEME } from '../dimensions.js';
import { isPair, type CountedLayout, sizeOf } from './layout.js';

/** Number of each counted cell in a layout; -1 for one that the layout has no place for. */
function numbersOf(layout: CountedLayout, counted: Counted): Int32Array {
  const places = layout.dimensions.map((dimension, at) => {
    const known = new Map(layout.values[at]!.map((code, place) => [code, place]));
    return Int32Array.from(counted.values[at]!, (code) => known.get(named(dimension, code)) ?? -1);
  });
  const numbers = new Int32Array(counted.people.length);
  for (let cell = 0; cell < numbers.length; cell++) {
    let number = 0;
    for (let at = 0; at < places.length && number >= 0; at++) {
      const place = places[at]![counted.keys[at]![cell]!]!;
      number = place < 0 ? -1 : number * layout.values[at]!.length + place;
    }
    numbers[cell] = number;
  }
  if (isPair(layout)) dropUnordered(layout, numbers);
  return numbers;
}

/** The fact table writes "in none" as an empty text. */
function named(dimension: CountDimension, code: string): string {
  if (code !== '') return code;
  return dimension === 'community' ? NO_COMMUNITY : dimension === 'theme' ? NOT_IN_ANY_THEME : code;
}

function dropUnordered(layout: CountedLayout, numbers: Int32Array): void {
  const codes = layout.values[0]!;
  const each = sizeOf(layout) / (codes.length * codes.length);
  numbers.forEach((number, cell) => {
    if (number < 0) return;
    const pair = Math.floor(number / each);
    if (codes[Math.floor(pair / codes.length)]! >= codes[pair % codes.length]!) numbers[cell] = -1;
  });
}

/** True counts of one table, by the number of the cell. */
export class CountsOfTable {
  /** Place of each cell among the counted ones, plus one; 0 where nobody is in it. */
  private readonly places: Int32Array;
  private readonly numbers: Int32Array;

  constructor(
    layout: CountedLayout,
    private readonly counted: Counted,
  ) {
    this.places = new Int32Array(sizeOf(layout));
    this.numbers = numbersOf(layout, counted).filter((number, place) => {
      if (number >= 0) this.places[number] = place + 1;
      return number >= 0;
    });
  }

  /** Numbers of the cells that somebody is in and of others beside them, rising, each once. */
  occupied(others: readonly number[]): number[] {
    return [...new Set([...this.numbers, ...others])].sort((a, b) => a - b);
  }

  /** A cell as a larger set of others. */
  fillSet(set: { -readonly [Key in keyof LargerSet]: LargerSet[Key] }, number: number): void {
    const place = this.places[number]! - 1;
    set.people = place < 0 ? 0 : this.counted.people[place]!;
    set.noiseKey = place < 0 ? 0 : this.counted.personKeys[place]!;
  }

  fill(cell: CountCell & { noiseKeys: NonNullable<CountCell['noiseKeys']> }, number: number): void {
    const { counted } = this;
    const place = this.places[number]! - 1;
    const there = place >= 0;
    cell.people = there ? counted.people[place]! : 0;
    cell.submissions = there ? counted.submissions[place]! : 0;
    cell.arguments = there ? counted.arguments[place]! : 0;
    cell.health = there && counted.health[place] === 1;
    cell.noiseKeys.people = there ? counted.personKeys[place]! : 0;
    cell.noiseKeys.submissions = there ? counted.submissionKeys[place]! : 0;
    cell.noiseKeys.arguments = there ? counted.argumentKeys[place]! : 0;
  }
}

interface Whole {
  people: Int32Array;
  keys: Uint8Array;
}

/** The sets that cells are part of: a table with one dimension dropped, each counted once an edition. */
export class WholeSets {
  private readonly kept = new Map<string, Whole>();

  without(
    layout: CountedLayout,
    dropped: number,
    count: (dimensions: readonly CountDimension[]) => Counted,
  ): LargerSets {
    const rest: CountedLayout = {
      dimensions: layout.dimensions.filter((_, at) => at !== dropped),
      values: layout.values.filter((_, at) => at !== dropped),
    };
    // A table may tell fewer values of a dimension than another: of engagements, not every run of quarters.
    const key = `${rest.dimensions.join()} ${rest.values.map(({ length }) => length).join()}`;
    const whole = this.kept.get(key) ?? lay(rest, count(rest.dimensions));
    this.kept.set(key, whole);
    const inner = layout.values.slice(dropped + 1).reduce((product, each) => product * each.length, 1);
    return new LargerSets(whole, inner, inner * layout.values[dropped]!.length);
  }
}

function lay(layout: CountedLayout, counted: Counted): Whole {
  const size = sizeOf(layout);
  const whole = { people: new Int32Array(size), keys: new Uint8Array(size) };
  numbersOf(layout, counted).forEach((number, cell) => {
    if (number < 0) return;
    whole.people[number] = counted.people[cell]!;
    whole.keys[number] = counted.personKeys[cell]!;
  });
  return whole;
}

/** One larger set of every cell of a table: that with one dimension dropped. */
export class LargerSets {
  constructor(
    private readonly whole: Whole,
    /** Cells of the dimensions behind the dropped one. */
    private readonly inner: number,
    private readonly outer: number,
  ) {}

  fill(set: { -readonly [Key in keyof LargerSet]: LargerSet[Key] }, number: number): void {
    const at = Math.floor(number / this.outer) * this.inner + (number % this.inner);
    set.people = this.whole.people[at]!;
    set.noiseKey = this.whole.keys[at]!;
  }
}
