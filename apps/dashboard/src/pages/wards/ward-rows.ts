import { rate } from '#statements';
import { threeLetters, type Tile } from '../../charts/tile-places';
import {
  byCode,
  isPublished,
  isRest,
  keyOf,
  peopleOf,
  type Figure,
  type FigureFilter,
} from '../../figures/figure';
import { count, decimal, listed, rangeDecimal } from '../../figures/format';
import { HIDDEN_WORDS } from '../../figures/hidden';
import type { Area } from './useAreas';

export type Against = 'more' | 'less' | 'unclear' | null;

/** One ward in the ranked table, beside its tile. */
export interface WardRow {
  code: string;
  name: string;
  /** Undefined: not answered, so nothing is said of it. */
  figure: Figure | undefined;
  people: number | null;
  /** With the residents whom it is per thousand of: all of the ward, or those in one group of the census. */
  rate: { value: number; low: number; high: number; residents: number } | null;
  /** Whose rate it is, where that is not the row's own. */
  rateOf?: string;
  /** Against all wards with a rate, by intervals: more or less only where the two do not overlap. */
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

/** A row for every ward that was asked for, and for "ward not known". The hub answers every ward, zeros too. */
export function wardRows(areas: readonly Area[], figures: readonly Figure[]): WardRow[] {
  const found = byCode(figures, 'WARD');
  const row = (code: string, name: string, figure: Figure | undefined, rest: boolean): WardRow => ({
    code,
    name,
    figure,
    people: peopleOf(figure),
    rate: rateOf(figure),
    against: null,
    rest,
  });
  const others = figures.flatMap((figure) => {
    const key = keyOf(figure, 'WARD');
    return key && !areas.some((area) => area.code === key.code)
      ? [row(key.code, isRest(key.code) ? 'Ward not known' : key.name, figure, true)]
      : [];
  });
  const wards = areas.map((area) => row(area.code, area.name, found.get(area.code), false));
  const all = rateOfAll(wards);
  return [...wards.map((ward) => ({ ...ward, against: against(ward.rate, all) })), ...others];
}

/**
 * Of all wards with a rate together: their own released people and their own residents, so that it has the
 * numerator and denominator of what it stands beside. People whose ward is not known are in neither.
 */
function rateOfAll(rows: readonly WardRow[]): WardRow['rate'] {
  const rated = rows.filter((row) => row.rate && !row.rest);
  const sum = (read: (row: WardRow) => number | null | undefined) =>
    rated.reduce((all, row) => all + (read(row) ?? 0), 0);
  return rate(
    sum((row) => row.people),
    sum((row) => row.rate?.residents),
  );
}

/** The whole city as the last row of the table: everybody, and the rate of all wards that have one. */
export const cityRow = (total: Figure, rows: readonly WardRow[]): WardRow => ({
  code: 'city',
  name: 'The whole city',
  figure: total,
  people: peopleOf(total),
  rate: rateOfAll(rows),
  rateOf: 'all wards with a rate',
  against: null,
  rest: false,
});

/** Wards that a filter leaves: the others were not asked about, which is not nobody. */
export const wardsUnder = (areas: readonly Area[], filter: FigureFilter): readonly Area[] =>
  filter.ward?.length ? areas.filter((area) => filter.ward?.includes(area.code)) : areas;

/** Keys of a ward's figure; one that was not answered has none of its own, so they are made. */
export const wardKeys = (rows: readonly WardRow[], code: string, name: string): Figure['keys'] =>
  rows.find((row) => row.code === code)?.figure?.keys ?? [{ dimension: 'WARD', code, name }];

function wordsOf(row: WardRow, residents: string): string {
  if (row.people === null) return `${row.name}: ${HIDDEN_WORDS}`;
  if (!row.rate) return `${row.name}: ${count(row.people)} people, no rate.`;
  return `${row.name}: ${decimal(row.rate.value)} per 1,000 ${residents}, ${count(row.people)} people, interval ${rangeDecimal(row.rate.low, row.rate.high)}.`;
}

/**
 * Tiles in reading order, so that Tab and a screen reader meet them as the eye does.
 * @param residents of whom the rates are
 */
export function wardTiles(areas: readonly Area[], rows: readonly WardRow[], residents: string): Tile[] {
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
          words: wordsOf(row, residents),
        },
      ];
    });
}

/**
 * Where it is said most, as a message; only wards clearly above all wards together are named.
 * @param missing why no ward has a rate, where that is not for being few
 */
export function wardMessage(rows: readonly WardRow[], missing: string | null): string {
  const rated = rows
    .filter((row) => row.rate && !row.rest)
    .sort((one, other) => (other.rate?.value ?? 0) - (one.rate?.value ?? 0));
  const clear = rated.filter((row) => row.against === 'more').slice(0, 3);
  if (clear.length)
    return `${listed(clear.map((row) => row.name))} ${clear.length === 1 ? 'speaks' : 'speak'} of it most`;
  if (rated.length) return 'No ward clearly stands out';
  return missing ? 'People by ward, without a rate' : 'Too few people in each ward for a rate';
}
