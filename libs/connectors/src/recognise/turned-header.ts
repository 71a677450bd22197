import type { GridRow } from '../reading/grid.js';
import { isFilled, textOf, type Turn } from './sheet.js';

/** Labels that a row must repeat, of those that either has, to be a header in another order. */
const FEWEST = 3;
const MOST_OF = 0.8;
/** A longer cell is no label that somebody typed again. */
const LONGEST = 200;

/**
 * Tells rows that are the labels over again, in another order.
 * @param labels of the columns, in small letters without blanks at the ends
 */
export function turnsUnder(labels: readonly string[]): (row: GridRow) => Turn | null {
  const known = new Map(labels.map((label, at) => [label, at]));
  known.delete('');
  const named = known.size;
  return (row) => {
    const first = row.cells.find(isFilled);
    if (first === undefined || first.length > LONGEST || !known.has(first.trim().toLowerCase())) return null;
    const places = labels.map((): number | null => null);
    let filled = 0;
    let met = 0;
    row.cells.forEach((cell, at) => {
      const text = textOf(cell).toLowerCase();
      if (text !== '') filled++;
      const column = known.get(text);
      if (column === undefined || places[column] !== null) return;
      places[column] = at;
      met++;
    });
    const turned = places.some((place, column) => place !== null && place !== column);
    return turned && met === filled && met >= FEWEST && met >= MOST_OF * named
      ? { from: row.row, places }
      : null;
  };
}

/** From a row on the columns stand as at the top again. */
export const straightFrom = ({ row }: GridRow): Turn => ({ from: row, places: null });

/** Rows with their cells under the labels of the sheet, whatever order a block of them has. */
export function* inOrder(rows: Iterable<GridRow>, turns: readonly Turn[]): Generator<GridRow> {
  let next = 0;
  let places: Turn['places'] = null;
  for (const row of rows) {
    while (next < turns.length && turns[next]!.from < row.row) places = turns[next++]!.places;
    if (places === null) yield row;
    else yield { ...row, cells: places.map((place) => (place === null ? null : (row.cells[place] ?? null))) };
  }
}
