import { threeLetters, type Tile } from '../../charts/tile-places';
import { byCode, isPublished, isRest, keyOf, peopleOf, type Figure } from '../../figures/figure';
import { count, decimal, listed, rangeDecimal } from '../../figures/format';
import { ratePerThousand } from '../../figures/rate';
import type { Area } from './useAreas';

export type Against = 'more' | 'less' | 'unclear' | null;

/** One ward in the ranked table, beside its tile. */
export interface WardRow {
  code: string;
  name: string;
  /** Undefined: nobody at all, a true zero. */
  figure: Figure | undefined;
  people: number | null;
  rate: { value: number; low: number; high: number } | null;
  /** Against the whole city, by intervals: more or less only where the two do not overlap. */
  against: Against;
  rest: boolean;
}

const rateOf = (figure: Figure | undefined) => (isPublished(figure) ? figure.rate : null);

function against(rate: WardRow['rate'], city: WardRow['rate']): Against {
  if (!rate || !city) return null;
  if (rate.low > city.high) return 'more';
  if (rate.high < city.low) return 'less';
  return 'unclear';
}

/** A row for every ward of the city, and for "ward not known"; a ward that nobody spoke of is zero, not absent. */
export function wardRows(areas: readonly Area[], figures: readonly Figure[], total: Figure): WardRow[] {
  const found = byCode(figures, 'WARD');
  const city = cityRow(total, areas).rate;
  const row = (code: string, name: string, figure: Figure | undefined, rest: boolean): WardRow => ({
    code,
    name,
    figure,
    people: figure ? peopleOf(figure) : 0,
    rate: rateOf(figure),
    against: against(rateOf(figure), city),
    rest,
  });
  const others = figures.flatMap((figure) => {
    const key = keyOf(figure, 'WARD');
    return key && !areas.some((area) => area.code === key.code)
      ? [row(key.code, isRest(key.code) ? 'Ward not known' : key.name, figure, true)]
      : [];
  });
  return [...areas.map((area) => row(area.code, area.name, found.get(area.code), false)), ...others];
}

/** The whole city as the last row of the table. */
export const cityRow = (total: Figure, areas: readonly Area[]): WardRow => ({
  code: 'city',
  name: 'The whole city',
  figure: total,
  people: peopleOf(total),
  rate:
    rateOf(total) ??
    ratePerThousand(
      peopleOf(total),
      areas.reduce((sum, area) => sum + area.residents, 0),
    ),
  against: null,
  rest: false,
});

/** Keys of a ward's figure; a ward that nobody spoke of has none of its own, so they are made. */
export const wardKeys = (rows: readonly WardRow[], code: string, name: string): Figure['keys'] =>
  rows.find((row) => row.code === code)?.figure?.keys ?? [{ dimension: 'WARD', code, name }];

function wordsOf(row: WardRow): string {
  if (row.people === null) return `${row.name}: [c], fewer than 5 people or hidden`;
  if (!row.rate) return `${row.name}: ${count(row.people)} people, no rate`;
  return `${row.name}: ${decimal(row.rate.value)} per 1,000 residents, ${count(row.people)} people, interval ${rangeDecimal(row.rate.low, row.rate.high)}`;
}

/** Tiles in reading order, so that Tab and a screen reader meet them as the eye does. */
export function wardTiles(areas: readonly Area[], rows: readonly WardRow[]): Tile[] {
  const found = new Map(rows.map((row) => [row.code, row]));
  return [...areas]
    .sort((one, other) => one.row - other.row || one.column - other.column)
    .flatMap((area): Tile[] => {
      const row = found.get(area.code);
      if (!row) return [];
      return [
        {
          code: area.code,
          name: area.name,
          shortName: area.shortName,
          letters: threeLetters(area.shortName),
          column: area.column,
          row: area.row,
          people: row.people,
          rate: row.rate?.value ?? null,
          words: wordsOf(row),
        },
      ];
    });
}

/** Where it is said most, as a message; only wards clearly above the city are named. */
export function wardMessage(rows: readonly WardRow[]): string {
  const rated = rows
    .filter((row) => row.rate && !row.rest)
    .sort((one, other) => (other.rate?.value ?? 0) - (one.rate?.value ?? 0));
  const clear = rated.filter((row) => row.against === 'more').slice(0, 3);
  if (clear.length)
    return `${listed(clear.map((row) => row.name))} ${clear.length === 1 ? 'speaks' : 'speak'} of it most`;
  return rated.length ? 'No ward clearly stands out' : 'Too few people in each ward for a rate';
}
