/** Disjoint sets over row numbers; a set's root is its smallest row. */
export class UnionFind {
  readonly parent: Int32Array;

  constructor(size: number) {
    this.parent = Int32Array.from({ length: size }, (_, row) => row);
  }

  find(row: number): number {
    let root = row;
    while (this.parent[root] !== root) root = this.parent[root]!;
    for (let at = row; at !== root;) {
      const next = this.parent[at]!;
      this.parent[at] = root;
      at = next;
    }
    return root;
  }

  join(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)];
    if (x < y) this.parent[y] = x;
    else if (y < x) this.parent[x] = y;
  }
}
