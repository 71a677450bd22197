/** Disjoint sets over rows that can grow, each with its members at hand. */
export class Components {
  private readonly root: number[];
  /** Members of the sets of more than one. */
  private readonly members = new Map<number, number[]>();

  constructor(size: number) {
    this.root = Array.from({ length: size }, (_, row) => row);
  }

  /** One more row, alone. */
  add(): void {
    this.root.push(this.root.length);
  }

  rootOf(row: number): number {
    return this.root[row]!;
  }

  membersOf(root: number): readonly number[] {
    return this.members.get(root) ?? [root];
  }

  /** The smaller set goes into the larger, so that no row moves more often than there are doublings. */
  join(a: number, b: number): void {
    const [x, y] = [this.root[a]!, this.root[b]!];
    if (x === y) return;
    const swap = this.membersOf(x).length < this.membersOf(y).length;
    const [kept, gone] = swap ? [y, x] : [x, y];
    const moving = this.membersOf(gone);
    let list = this.members.get(kept);
    if (list === undefined) this.members.set(kept, (list = [kept]));
    for (const row of moving) {
      list.push(row);
      this.root[row] = kept;
    }
    this.members.delete(gone);
  }
}
