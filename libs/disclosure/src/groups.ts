/** A declared group: several values of one dimension that an edition counts as a value of its own, with a code of its own. */
export interface DeclaredGroup {
  dimension: string;
  code: string;
  /** Values of the dimension; a group of groups is written out. */
  values: readonly string[];
}

/** A value that a cell fixes: of its own dimension, or the code of a declared group. */
export interface FixedValue {
  dimension: string;
  code: string;
}

/** For each value and group, the codes of the groups that hold it and more; built once an edition. */
export class Groups {
  private readonly holding = new Map<string, string[]>();

  /** @throws Error for a group without values, and where two groups of a dimension share a code */
  constructor(groups: readonly DeclaredGroup[]) {
    const seen = new Set<string>();
    for (const { dimension, code, values } of groups) {
      if (values.length === 0) throw new Error(`the group ${dimension} “${code}” holds nothing`);
      if (seen.has(place(dimension, code))) throw new Error(`there are two groups ${dimension} “${code}”`);
      seen.add(place(dimension, code));
    }
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

  /** Codes of the groups that hold this value or group, in the order declared. */
  holders(dimension: string, code: string): readonly string[] {
    return this.holding.get(place(dimension, code)) ?? [];
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
    const key = place(dimension, code);
    const found = this.holding.get(key);
    if (!found) this.holding.set(key, [holder]);
    else if (!found.includes(holder)) found.push(holder);
  }
}

const place = (dimension: string, code: string): string => `${dimension}\u0000${code}`;
