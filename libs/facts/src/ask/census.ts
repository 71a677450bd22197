import { correctedRate, type Interval, MINIMUM_FOR_RATE, rate } from '#statements';
import { type Census, CENSUS_CATEGORIES as CATEGORIES, type CensusCharacteristic } from '#domain';
import type { FactDimension } from '../dimensions.js';
import type { Rate, Reference } from './figure-shapes.js';

/** Values that a figure fixes: its keys, and filters of a single value. */
export type Fixed = Partial<Record<FactDimension, string>>;

const SOURCE = 'Census 2021, usual residents';
const DEPRIVATION_SOURCE = 'Census 2021, usual residents, by Index of Deprivation 2019';

const CENSUS: Partial<Record<FactDimension, CensusCharacteristic>> = {
  'age-band': 'age',
  sex: 'sex',
  'ethnic-group': 'ethnic-group',
  disability: 'disability',
  deprivation: 'deprivation',
};

/**
 * Share of residents, by the edition's census, in the category that the figure is about, percent with one decimal.
 * @param over dimension of the category
 * @param wards wards that the figure is of; none = the whole city
 * @returns null where the census has no such category
 */
export function referenceOf(
  census: Census,
  over: FactDimension,
  code: string,
  wards: readonly string[],
): Reference | null {
  if (over === 'ward') return reference(census.residents(code), census.residents(null), SOURCE);
  const characteristic = CENSUS[over];
  if (!characteristic) return null;
  const part = sum(wards, (ward) => census.residentsBy(ward, characteristic, code));
  const categories = part === null ? null : wholeOf(census, characteristic, wards);
  return reference(part, categories, over === 'deprivation' ? DEPRIVATION_SOURCE : SOURCE);
}

function reference(part: number | null, whole: number | null, source: string): Reference | null {
  if (part === null || !whole) return null;
  return { value: Math.round((1000 * part) / whole) / 10, source };
}

/** Census tables are perturbed, so a characteristic's own categories are its whole. */
function wholeOf(
  census: Census,
  characteristic: CensusCharacteristic,
  wards: readonly string[],
): number | null {
  let total = 0;
  for (const category of CATEGORIES[characteristic]) {
    const value = sum(wards, (ward) => census.residentsBy(ward, characteristic, category));
    if (value === null) return null;
    total += value;
  }
  return total;
}

function sum(wards: readonly string[], read: (ward: string | null) => number | null): number | null {
  if (wards.length === 0) return read(null);
  let total = 0;
  for (const ward of wards) {
    const value = read(ward);
    if (value === null) return null;
    total += value;
  }
  return total;
}

/**
 * People per 1,000 residents of the one ward that a figure is of. Where it is also of one category of the census, of
 * the residents in that category; of a corrected figure with the figure's own range. Null where no such number of residents is known, or under 10 people.
 */
export function rateOf(census: Census, people: number | Interval, fixed: Fixed): Rate | null {
  if (!fixed.ward || (typeof people === 'number' ? people : people.value) < MINIMUM_FOR_RATE) return null;
  const known = Object.entries(fixed).filter(([dimension]) => CENSUS[dimension as FactDimension]);
  if (known.length > 1) return null;
  const [dimension, code] = known[0] ?? [];
  const characteristic = dimension ? CENSUS[dimension as FactDimension] : undefined;
  const living =
    characteristic && code
      ? census.residentsBy(fixed.ward, characteristic, code)
      : census.residents(fixed.ward);
  if (living === null) return null;
  return typeof people === 'number' ? rate(people, living) : correctedRate(people, living);
}
