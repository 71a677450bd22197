import { HARMONISED } from '../demographics.js';
import { CENSUS_ROWS } from './census-figures.js';
import { WARDS } from './wards.js';

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

const figures = new Map<string, Map<string, number>>();
for (const [ward, residents, ...rest] of CENSUS_ROWS) {
  const row = new Map([['residents', residents ?? 0]]);
  let at = 0;
  for (const [characteristic, categories] of Object.entries(CENSUS_CATEGORIES))
    for (const category of categories) row.set(`${characteristic}/${category}`, rest[at++] ?? 0);
  figures.set(ward, row);
}

function read(ward: string | null, cell: string): number | null {
  if (ward !== null) return figures.get(ward)?.get(cell) ?? null;
  let total = 0;
  for (const { code } of WARDS) {
    const value = figures.get(code)?.get(cell);
    if (value === undefined) return null;
    total += value;
  }
  return total;
}

/**
 * Usual residents of all ages on census day, 21 March 2021.
 * @param ward ward code, or null for the whole city
 * @returns a count of people, or null for an unknown ward
 */
export function residents(ward: string | null): number | null {
  return read(ward, 'residents');
}

/**
 * Usual residents in one category of one characteristic: the denominator of "who has not been heard".
 * @param ward ward code, or null for the whole city
 * @param category harmonised code (see `HARMONISED` and `DEPRIVATION_FIFTHS`)
 * @returns a count of people, or null where the census has no such ward or category
 */
export function residentsBy(
  ward: string | null,
  characteristic: CensusCharacteristic,
  category: string,
): number | null {
  return read(ward, `${characteristic}/${category}`);
}

/** Residents aged 15 and over, the base of rates "per 1,000 adults" (the census bands have no break at 16 or 18). */
export function adults(ward: string | null): number | null {
  const all = residents(ward);
  const children = residentsBy(ward, 'age', '0-14');
  return all === null || children === null ? null : all - children;
}
