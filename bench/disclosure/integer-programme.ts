/**
 * The exact smallest and largest count of one cell of a two-way table, given bounds of its cells and of its row and
 * column sums: an integer programme. Its matrix is totally unimodular (a transportation problem), so a feasible flow
 * answers it: a value is possible if a flow with that value in the cell exists, and possible values have no gaps.
 */
export interface TwoWay {
  rows: number;
  columns: number;
  /** Bounds of the cells, row by row. */
  low: readonly number[];
  high: readonly number[];
  rowLow: readonly number[];
  rowHigh: readonly number[];
  columnLow: readonly number[];
  columnHigh: readonly number[];
}

export function boundsOfCell(table: TwoWay, cell: number): [low: number, high: number] {
  const possible = (value: number): boolean => isFeasible(table, cell, value);
  let inside = table.low[cell]!;
  while (inside <= table.high[cell]! && !possible(inside)) inside += 1;
  if (inside > table.high[cell]!) throw new Error('the bounds contradict each other');
  let [below, above] = [inside, table.high[cell]!];
  while (below < above) {
    const middle = Math.ceil((below + above) / 2);
    if (possible(middle)) below = middle;
    else above = middle - 1;
  }
  return [inside, above];
}

/** Flow from rows to columns with lower bounds, as a circulation: every lower bound is met if all demands are. */
function isFeasible(table: TwoWay, fixed: number, value: number): boolean {
  const { rows, columns } = table;
  const [source, sink, start, end] = [
    rows + columns,
    rows + columns + 1,
    rows + columns + 2,
    rows + columns + 3,
  ];
  const network = new Network(rows + columns + 4);
  const demand = new Array<number>(rows + columns + 2).fill(0);
  const edge = (from: number, to: number, low: number, high: number): void => {
    network.edge(from, to, high - low);
    demand[to]! += low;
    demand[from]! -= low;
  };
  for (let row = 0; row < rows; row++) edge(source, row, table.rowLow[row]!, table.rowHigh[row]!);
  for (let column = 0; column < columns; column++)
    edge(rows + column, sink, table.columnLow[column]!, table.columnHigh[column]!);
  for (let cell = 0; cell < rows * columns; cell++) {
    const [low, high] = cell === fixed ? [value, value] : [table.low[cell]!, table.high[cell]!];
    edge(Math.floor(cell / columns), rows + (cell % columns), low, high);
  }
  network.edge(sink, source, 1 << 30);
  let needed = 0;
  demand.forEach((amount, node) => {
    if (amount > 0) network.edge(start, node, amount);
    if (amount < 0) network.edge(node, end, -amount);
    needed += Math.max(0, amount);
  });
  return network.flow(start, end) === needed;
}

/** Largest flow by Dinic's algorithm: levels by breadth, then blocking flows by depth. */
class Network {
  private readonly next: number[][];
  private readonly to: number[] = [];
  private readonly room: number[] = [];

  constructor(nodes: number) {
    this.next = Array.from({ length: nodes }, () => []);
  }

  edge(from: number, to: number, capacity: number): void {
    if (capacity < 0) capacity = 0;
    this.next[from]!.push(this.to.push(to) - 1);
    this.room.push(capacity);
    this.next[to]!.push(this.to.push(from) - 1);
    this.room.push(0);
  }

  flow(source: number, sink: number): number {
    let total = 0;
    for (;;) {
      const level = this.levels(source);
      if (level[sink]! < 0) return total;
      const at = new Array<number>(this.next.length).fill(0);
      for (
        let sent = this.send(source, sink, 1 << 30, level, at);
        sent > 0;
        sent = this.send(source, sink, 1 << 30, level, at)
      )
        total += sent;
    }
  }

  private levels(source: number): number[] {
    const level = new Array<number>(this.next.length).fill(-1);
    level[source] = 0;
    const queue = [source];
    for (const node of queue)
      for (const edge of this.next[node]!) {
        const to = this.to[edge]!;
        if (this.room[edge]! === 0 || level[to]! >= 0) continue;
        level[to] = level[node]! + 1;
        queue.push(to);
      }
    return level;
  }

  private send(node: number, sink: number, most: number, level: readonly number[], at: number[]): number {
    if (node === sink) return most;
    for (; at[node]! < this.next[node]!.length; at[node]! += 1) {
      const edge = this.next[node]![at[node]!]!;
      const to = this.to[edge]!;
      if (this.room[edge]! === 0 || level[to] !== level[node]! + 1) continue;
      const sent = this.send(to, sink, Math.min(most, this.room[edge]!), level, at);
      if (sent === 0) continue;
      this.room[edge]! -= sent;
      this.room[edge ^ 1]! += sent;
      return sent;
    }
    return 0;
  }
}
