import { areasHeading } from '#statements';
import { threeLetters, type Tile } from '../../charts/tile-places';
import { byCode, isPublished, keyOf, peopleOf, type Figure, type FigureFilter } from '../../figures/figure';
import { count, decimal, rangeDecimal } from '../../figures/format';
import { HIDDEN_WORDS } from '../../figures/hidden';
import type { Figures, Statement } from '../../figures/useFigures';
import type { Area } from './useAreas';

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
  /** Against the rest of the city within the same consultations, as the edition says; null where it says nothing. */
  said: Statement | null;
  rest: boolean;
}

const rateOf = (figure: Figure | undefined) => (isPublished(figure) ? figure.rate : null);

/** A row for every ward that was asked for, and for "ward not known". The hub answers every ward, zeros too. */
export function wardRows(
  areas: readonly Area[],
  figures: readonly Figure[],
  statements: readonly Statement[] = [],
): WardRow[] {
  const found = byCode(figures, 'WARD');
  const row = (code: string, name: string, figure: Figure | undefined, rest: boolean): WardRow => ({
    code,
    name,
    figure,
    people: peopleOf(figure),
    rate: rateOf(figure),
    said: null,
    rest,
  });
  const others = figures.flatMap((figure) => {
    const key = keyOf(figure, 'WARD');
    return key && !areas.some((area) => area.code === key.code)
      ? [row(key.code, key.code === 'not-known' ? 'Ward not known' : key.name, figure, true)]
      : [];
  });
  // Of several themes together nothing was compared: what is said of each is said of no list.
  const one = new Set(statements.map(({ theme }) => theme)).size === 1;
  const of = new Map(one ? statements.map((said) => [said.ward, said]) : []);
  const wards = areas.map((area) => ({
    ...row(area.code, area.name, found.get(area.code), false),
    said: of.get(area.code) ?? null,
  }));
  return [...wards, ...others];
}

/** The whole city as the last row of the table: everybody, and the rate of all wards that have one, as the hub works it out. */
export const cityRow = ({ total, wardsRate }: Pick<Figures, 'total' | 'wardsRate'>): WardRow => ({
  code: 'city',
  name: 'The whole city',
  figure: total,
  people: peopleOf(total),
  rate: wardsRate,
  rateOf: 'all wards with a rate',
  said: null,
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
 * Where it is said most, as the room words it: what stands out above or below when all wards are compared within the same consultations.
 * @param missing why no ward has a rate, where that is not for being few
 */
export function wardMessage(rows: readonly WardRow[], missing: string | null): string {
  const compared = rows.flatMap(({ name, said }) => (said ? [{ name, verdict: said.verdict }] : []));
  if (compared.length > 0) return areasHeading(compared);
  if (rows.some((row) => row.rate && !row.rest)) return 'Where the people heard live';
  return missing ? 'People by ward, without a rate' : 'Too few people in each ward for a rate';
}
