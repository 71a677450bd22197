import { HARMONISED } from '../demographics.js';
import { CENSUS_ROWS } from './census-figures.js';

/** Fifths of English small areas by the Indices of Deprivation 2019; 1 is the most deprived. */
export const DEPRIVATION_FIFTHS = [
  { code: '1', name: 'Most deprived fifth of England' },
  { code: '2', name: 'Second most deprived fifth' },
  { code: '3', name: 'Middle fifth' },
  { code: '4', name: 'Second least deprived fifth' },
  { code: '5', name: 'Least deprived fifth of England' },
] as const;

const codes = (field: 'age' | 'sex' | 'ethnic-group' | 'disability'): string[] =>
  (HARMONISED[field] ?? []).map((category) => category.code);

/** Categories of each characteristic in the order of a census row. */
export const CENSUS_CATEGORIES = {
  age: codes('age'),
  sex: codes('sex'),
  'ethnic-group': codes('ethnic-group'),
  disability: codes('disability'),
  deprivation: DEPRIVATION_FIFTHS.map((fifth) => fifth.code as string),
} as const;
export type CensusCharacteristic = keyof typeof CENSUS_CATEGORIES;

/** Residents by ward and cell; a cell is `residents` or `characteristic/category`. Plain data, as an edition keeps it. */
export type CensusRows = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Residents of the city by ward, whole and by characteristic. */
export class Census {
  constructor(readonly rows: CensusRows) {}

  /**
   * Usual residents of all ages.
   * @param ward ward code, or null for the whole city
   * @returns a count of people, or null for an unknown ward
   */
  residents(ward: string | null): number | null {
    return this.read(ward, 'residents');
  }

  /**
   * Usual residents in one category of one characteristic: the denominator of "who has not been heard".
   * @param ward ward code, or null for the whole city
   * @param category harmonised code (see `HARMONISED` and `DEPRIVATION_FIFTHS`)
   * @returns a count of people, or null where the census has no such ward or category
   */
  residentsBy(ward: string | null, characteristic: CensusCharacteristic, category: string): number | null {
    return this.read(ward, `${characteristic}/${category}`);
  }

  private read(ward: string | null, cell: string): number | null {
    if (ward !== null) return this.rows[ward]?.[cell] ?? null;
    let total = 0;
    for (const row of Object.values(this.rows)) {
      const value = row[cell];
      if (value === undefined) return null;
      total += value;
    }
    return total;
  }
}

/** Residents on census day, 21 March 2021, by the wards of today. */
export const CENSUS_2021 = new Census(
  Object.fromEntries(
    CENSUS_ROWS.map(([ward, all, ...rest]) => {
      const cells = Object.entries(CENSUS_CATEGORIES).flatMap(([characteristic, categories]) =>
        categories.map((category) => `${characteristic}/${category}`),
      );
      return [
        ward,
        { residents: all ?? 0, ...Object.fromEntries(cells.map((cell, at) => [cell, rest[at] ?? 0])) },
      ];
    }),
  ),
);

/** Usual residents of all ages on census day, 21 March 2021; of a ward, or null for the whole city. */
export const residents = (ward: string | null): number | null => CENSUS_2021.residents(ward);

/** The same in one category of one characteristic. */
export const residentsBy = (
  ward: string | null,
  characteristic: CensusCharacteristic,
  category: string,
): number | null => CENSUS_2021.residentsBy(ward, characteristic, category);

/** Residents aged 15 and over, the base of rates "per 1,000 adults" (the census bands have no break at 16 or 18). */
export function adults(ward: string | null, census: Census = CENSUS_2021): number | null {
  const all = census.residents(ward);
  const children = census.residentsBy(ward, 'age', '0-14');
  return all === null || children === null ? null : all - children;
}
