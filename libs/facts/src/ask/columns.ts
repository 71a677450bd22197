import type { Dimension } from '../dimensions.js';
import type { Figure, FigureTable } from './figure-shapes.js';
import { mapInTurns } from './turns.js';

/** Values of one dimension that a table's rows name, once each. */
export interface ColumnValues {
  dimension: Dimension;
  codes: string[];
  names: string[];
}

/** A number a row; null where the figure is hidden or there is none. */
export type NumberColumn = (number | null)[];

/**
 * A table of figures as columns side by side, in the table's order: a few lists in place of an object a cell, which is what a
 * program or a chart reads, and what can be answered some ten times as fast. Receipts are had by a figure's id.
 */
export interface FigureColumns {
  rows: number;
  values: ColumnValues[];
  /** For each of `values`, the place in it of each row's value. */
  places: number[][];
  submissions: NumberColumn;
  people: NumberColumn;
  peopleLow: NumberColumn;
  peopleHigh: NumberColumn;
  arguments: NumberColumn;
  base: NumberColumn;
  share: NumberColumn;
  shareLow: NumberColumn;
  shareHigh: NumberColumn;
  rate: NumberColumn;
  rateLow: NumberColumn;
  rateHigh: NumberColumn;
  /** Share of residents, where the report compares with them. */
  reference: NumberColumn;
}

const made = new WeakMap<FigureTable, Promise<FigureColumns>>();

/** The table's figures as columns; made once a table, because an edition's tables are answered again and again. */
export function columnsOf(table: FigureTable): Promise<FigureColumns> {
  const known = made.get(table) ?? makeColumns(table.figures);
  made.set(table, known);
  return known;
}

type Shown = Figure & { hidden: false };

const NUMBERS: Record<
  Exclude<keyof FigureColumns, 'rows' | 'values' | 'places' | 'reference'>,
  (figure: Shown) => number | null | undefined
> = {
  submissions: (figure) => figure.submissions,
  people: (figure) => figure.people.value,
  peopleLow: (figure) => figure.people.low,
  peopleHigh: (figure) => figure.people.high,
  arguments: (figure) => figure.arguments,
  base: (figure) => figure.base,
  share: (figure) => figure.share?.value,
  shareLow: (figure) => figure.share?.low,
  shareHigh: (figure) => figure.share?.high,
  rate: (figure) => figure.rate?.value,
  rateLow: (figure) => figure.rate?.low,
  rateHigh: (figure) => figure.rate?.high,
};

async function makeColumns(figures: readonly Figure[]): Promise<FigureColumns> {
  const { values, places } = await keysOf(figures);
  const columns: Partial<Record<keyof typeof NUMBERS, NumberColumn>> = {};
  for (const [name, read] of Object.entries(NUMBERS) as [
    keyof typeof NUMBERS,
    (figure: Shown) => number | null,
  ][])
    columns[name] = await mapInTurns(figures, (figure) => (figure.hidden ? null : (read(figure) ?? null)));
  return {
    rows: figures.length,
    values,
    places,
    ...(columns as Record<keyof typeof NUMBERS, NumberColumn>),
    reference: await mapInTurns(figures, (figure) => figure.reference?.value ?? null),
  };
}

async function keysOf(figures: readonly Figure[]): Promise<Pick<FigureColumns, 'values' | 'places'>> {
  const dimensions = figures[0]?.keys.map((key) => key.dimension) ?? [];
  const values = dimensions.map((dimension): ColumnValues => ({ dimension, codes: [], names: [] }));
  const known = dimensions.map(() => new Map<string, number>());
  const places: number[][] = [];
  for (const at of dimensions.keys())
    places[at] = await mapInTurns(figures, ({ keys }) => {
      const { code, name } = keys[at]!;
      const place = known[at]!.get(code) ?? known[at]!.size;
      if (place === known[at]!.size) {
        known[at]!.set(code, place);
        values[at]!.codes.push(code);
        values[at]!.names.push(name);
      }
      return place;
    });
  return { values, places };
}
