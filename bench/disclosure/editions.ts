import { cellId, policyP, release, type Previous, type ReleasedCell } from '#disclosure';
import { everyTable, type EveryTable, valuesOf } from './every-table.js';
import { cityOf, DIMENSIONS, type MadeUpCity } from './made-up-city.js';
import { asCountTable, freshKeys, SECRET } from './schemes.js';

/**
 * An attacker who keeps every edition of figures that stand still, published under fresh keys: each edition bears another
 * noise, so the bounds of all editions together close in.
 * @returns counts proved exactly
 */
export function averageOut(every: EveryTable, editions: number): number {
  const low = new Int32Array(every.cells);
  const high = new Int32Array(every.cells).fill(1 << 30);
  for (let edition = 0; edition < editions; edition++)
    freshKeys(every, edition).people.forEach((shown, cell) => {
      if (shown <= 0) return;
      low[cell] = Math.max(low[cell]!, shown - 5);
      high[cell] = Math.min(high[cell]!, shown + 5);
    });
  return low.reduce((count, value, cell) => count + (value === high[cell] ? 1 : 0), 0);
}

export interface EditionsReport {
  /** Figures that changed from one edition to the next. */
  changed: number;
  /** Of these, figures whose cell fewer than five people had entered or left since it was set. */
  changedByFew: number;
  /** Figures that changed although nobody at all had moved. */
  unchangedMoved: number;
  /** Figures that stayed although five people or more had moved, because as many entered as left; and all figures. */
  longer: number;
  cells: number;
  /** Cells that one to four people entered or left, whose figure stayed: what an attacker would have looked for. */
  hiddenMoves: number;
}

/** Publishes a city that people enter and leave, edition after edition, each beside the one before. */
export function publishEditions(city: MadeUpCity, editions: number): EditionsReport {
  const policy = { ...policyP(SECRET), refuseHiddenOver: 1 };
  const report: EditionsReport = {
    changed: 0,
    changedByFew: 0,
    unchangedMoved: 0,
    longer: 0,
    cells: 0,
    hiddenMoves: 0,
  };
  const before = new Map<string, { previous: Previous; setBy: Set<number>[] }>();
  for (let edition = 0; edition < editions; edition++) {
    const [from, to] = [
      Math.floor((city.people * edition) / 60),
      Math.floor(city.people * (0.8 + (0.2 * edition) / editions)),
    ];
    const every = everyTable(
      cityOf(city, (row) => city.person[row]! >= from && city.person[row]! < to),
      2,
    );
    const members = membersOf(city, every, from, to);
    for (const table of every.tables) {
      const name = table.dimensions.join();
      const counted = asCountTable(table);
      const last = before.get(name);
      const now = members.get(name)!;
      const moved = counted.cells.map((_, cell) => (last ? difference(last.setBy[cell]!, now[cell]!) : 0));
      // The hub joins no two editions by keys: it knows only by how many the count has moved, which is never more.
      const net = counted.cells.map((cell, at) => (last ? Math.abs(cell.people - last.setBy[at]!.size) : 0));
      if (last) counted.cells = counted.cells.map((cell, at) => ({ ...cell, moved: net[at]! }));
      const outcome = release(counted, policy, last?.previous);
      if (!outcome.ok) throw new Error(outcome.code);
      const previous = new Map(outcome.table.cells.map((cell, at) => [cellId(valuesOf(table, at)), cell]));
      const setBy = now.map((people, cell) => (last && net[cell]! < 5 ? last.setBy[cell]! : people));
      if (last) judge(report, outcome.table.cells, last.previous, moved);
      report.longer += moved.filter((many, at) => many >= 5 && net[at]! < 5).length;
      report.cells += moved.length;
      before.set(name, { previous, setBy });
    }
  }
  return report;
}

function judge(
  report: EditionsReport,
  cells: readonly ReleasedCell[],
  previous: Previous,
  moved: readonly number[],
): void {
  cells.forEach((cell, at) => {
    const changed = JSON.stringify(previous.get(cellId(cell.keys))) !== JSON.stringify(cell);
    if (changed) report.changed += 1;
    if (changed && moved[at]! < 5) report.changedByFew += 1;
    if (changed && moved[at] === 0) report.unchangedMoved += 1;
    if (!changed && moved[at]! > 0 && moved[at]! < 5) report.hiddenMoves += 1;
  });
}

function membersOf(
  city: MadeUpCity,
  every: EveryTable,
  from: number,
  to: number,
): Map<string, Set<number>[]> {
  const all = new Map<string, Set<number>[]>();
  for (const table of every.tables) {
    const sets = Array.from({ length: table.size }, () => new Set<number>());
    for (let row = 0; row < city.rows; row++) {
      const person = city.person[row]!;
      if (person < from || person >= to) continue;
      let cell = 0;
      for (const name of table.dimensions) cell = cell * DIMENSIONS[name].size + city.values[name][row]!;
      sets[cell]!.add(person);
    }
    all.set(table.dimensions.join(), sets);
  }
  return all;
}

function difference(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let count = 0;
  for (const each of a) if (!b.has(each)) count += 1;
  for (const each of b) if (!a.has(each)) count += 1;
  return count;
}
