import { isNotKnown, type NotKnownCode } from '#statements';

/** What figures can be cut and filtered by. */

/** Columns of the fact table that a question may name. */
export const FACT_DIMENSIONS = [
  'theme',
  'ward',
  'agency',
  'quarter',
  'engagement',
  'community',
  'age-band',
  'sex',
  'ethnic-group',
  'disability',
  'deprivation',
  'participation',
] as const;
export type FactDimension = (typeof FACT_DIMENSIONS)[number];

/** What is counted besides: places in an engagement's list of options, which mean something within it alone. */
export const OPTION = 'option';
export type CountDimension = FactDimension | typeof OPTION;

/** `characteristic` stands for all of `CHARACTERISTICS` one after the other; it can't be filtered by. */
export const DIMENSIONS = [...FACT_DIMENSIONS, 'characteristic'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What "who has not been heard" compares with residents, in the order in which it is shown. */
export const CHARACTERISTICS = [
  'age-band',
  'sex',
  'ethnic-group',
  'disability',
  'deprivation',
  'ward',
] as const;
export type Characteristic = (typeof CHARACTERISTICS)[number];

/** Areas, which are declared groups of wards. */
export const AREA = 'area';
/** What answers to a question can be cut by, one at a time (rule D). Wards come before the areas, which give way to them. */
export const ANSWER_CUTS = [...CHARACTERISTICS, AREA] as const;
export type AnswerCut = (typeof ANSWER_CUTS)[number];

/** What the kept tables of an edition are named by. */
export type KeptDimension = CountDimension | typeof AREA;

/** Dimensions that say something about a person: a zero in their tables is not told. */
export const DEMOGRAPHIC_DIMENSIONS: readonly FactDimension[] = [
  'age-band',
  'sex',
  'ethnic-group',
  'disability',
  'deprivation',
];

/**
 * Codes of the rows that are never dropped although they say "nothing known". The fact table writes the first two as
 * an empty text; here they have names, so that a figure's id can hold them.
 */
export const NOT_IN_ANY_THEME = 'no-theme';
export const NO_COMMUNITY = 'no-community';
export const NOT_KNOWN = 'not-known';
/** Ward of whoever gave a postcode that is not in the city. */
export const OUTSIDE = 'outside';
/** Nothing was asked; kept apart from a question left blank, declined, or answered in words not yet matched to a code. */
export const NOT_ASKED = 'not-asked';

/** Names of codes of the hub's one list of what says nothing (`#statements`), as far as facts hold them. */
const REST_NAMES: Readonly<Partial<Record<NotKnownCode, string>>> = {
  [NOT_IN_ANY_THEME]: 'Not in any theme',
  [NO_COMMUNITY]: 'No community named',
  [OUTSIDE]: 'Outside Plymouth',
  [NOT_KNOWN]: 'Not known',
  [NOT_ASKED]: 'Not asked',
  blank: 'Left blank',
  'prefer-not-to-say': 'Prefer not to say',
  'dont-know': 'Don’t know',
  unmapped: 'Not yet matched',
};

/** Name of a "nothing known" row, or null for a code that says something. */
export const restName = (code: string): string | null =>
  isNotKnown(code) ? (REST_NAMES[code] ?? null) : null;

export const isDimension = (code: string): code is Dimension =>
  (DIMENSIONS as readonly string[]).includes(code);
