/** A declared group: several values of one dimension that an edition counts as a value of its own, with a code of its own. */
export interface DeclaredGroup {
  dimension: string;
  code: string;
  /** Values of the dimension; a group of groups is written out. */
  values: readonly string[];
  /**
   * When it is told: a group gives way to values and groups that are told before it. Values, and groups for which nothing is said,
   * are 0: told first, and of one within another the inner is hidden.
   */
  turn?: number;
}

/** A value that a cell fixes: of its own dimension, or the code of a declared group. */
export interface FixedValue {
  dimension: string;
  code: string;
}

/**
 * For each value and group, the codes of the groups that hold it and more; built once an edition. Of a cell and one that holds it and
 * a few people more only one is told. Which one hangs on their turns alone, never on counts.
 */
export class Groups {
  private readonly holding = new Map<string, string[]>();
  private readonly within = new Map<string, string[]>();
  private readonly turns = new Map<string, number>();

  /** @throws Error for a group without values, and where two groups of a dimension share a code */
  constructor(groups: readonly DeclaredGroup[]) {
    const seen = new Set<string>();
    for (const { dimension, code, values } of groups) {
      if (values.length === 0) throw new Error(`the group ${dimension} “${code}” holds nothing`);
      if (seen.has(place(dimension, code))) throw new Error(`there are two groups ${dimension} “${code}”`);
      seen.add(place(dimension, code));
    }
    for (const { dimension, code, turn = 0 } of groups) this.turns.set(place(dimension, code), turn);
    for (const group of groups) {
      for (const value of group.values) this.note(group.dimension, value, group.code);
      const own = new Set(group.values);
      for (const inner of groups)
        if (
          inner.dimension === group.dimension &&
          inner.values.length < group.values.length &&
          inner.values.every((value) => own.has(value))
        )
          this.note(group.dimension, inner.code, group.code);
    }
  }

  /** Codes of the groups that hold this value or group and do not give way to it, in the order declared. */
  holders(dimension: string, code: string): readonly string[] {
    return this.holding.get(place(dimension, code)) ?? [];
  }

  /** Codes of the values and groups that this group holds and gives way to. */
  before(dimension: string, code: string): readonly string[] {
    return this.within.get(place(dimension, code)) ?? [];
  }

  /**
   * The larger sets that the guard weighs a cell against (rule C, 2): each of its values dropped, and each replaced by every
   * declared group that holds it. Without the second kind groups give away what they were made to hide: by simulation 213
   * whereabouts and 729 equal sets at 8,000 people, with it none.
   */
  largerThan(cell: readonly FixedValue[]): FixedValue[][] {
    return cell.flatMap(({ dimension, code }, at) => [
      cell.filter((_, other) => other !== at),
      ...this.holders(dimension, code).map((holder) =>
        cell.map((value, other) => (other === at ? { dimension, code: holder } : value)),
      ),
    ]);
  }

  private note(dimension: string, code: string, holder: string): void {
    const turnOf = (of: string): number => this.turns.get(place(dimension, of)) ?? 0;
    if (turnOf(holder) > turnOf(code)) add(this.within, place(dimension, holder), code);
    else add(this.holding, place(dimension, code), holder);
  }
}

function add(to: Map<string, string[]>, key: string, code: string): void {
  const found = to.get(key);
  if (!found) to.set(key, [code]);
  else if (!found.includes(code)) found.push(code);
}

const place = (dimension: string, code: string): string => `${dimension}\u0000${code}`;
