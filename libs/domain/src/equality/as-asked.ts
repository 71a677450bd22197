import { HARMONISED } from '../demographics.js';
import type { DemographicField } from '../field.js';
import { bandsUnder } from './age.js';

const NAMES: Partial<Record<DemographicField, Readonly<Record<string, string>>>> = {
  sex: { another: 'Another answer (non-binary, trans, self-described), as asked' },
  'ethnic-group': {
    white: 'White, as asked (which group was not asked)',
    'chinese-or-other': 'Chinese or other ethnic group, as asked',
  },
  disability: { condition: 'Long-term condition, as asked (whether it limits was not asked)' },
};

const UNDER: Readonly<Record<string, readonly string[]>> = {
  'ethnic-group/white': ['white-british', 'white-other'],
  'ethnic-group/chinese-or-other': ['asian', 'other'],
  'disability/condition': ['yes', 'no'],
};

/** Harmonised codes of which an answer kept as asked may be one; none where it is another answer altogether. */
export const codesUnder = (characteristic: DemographicField, code: string): readonly string[] =>
  characteristic === 'age' ? bandsUnder(code) : (UNDER[`${characteristic}/${code}`] ?? []);

/**
 * Name of an answer kept as asked, wider than one harmonised code: of an age band, with the bands that it straddles.
 * @returns null for a code that is none
 */
export function asAskedName(characteristic: DemographicField, code: string): string | null {
  const listed = NAMES[characteristic]?.[code];
  if (listed || characteristic !== 'age' || !/^\d{1,3}(?:-\d{1,3}|\+)$/.test(code)) return listed ?? null;
  const under = bandsUnder(code).map((band) =>
    HARMONISED.age?.find((each) => each.code === band)?.name.toLowerCase(),
  );
  if (under.length < 2) return null;
  const band = code.endsWith('+') ? `${code.slice(0, -1)} and over` : code.replace('-', ' to ');
  const parts = under.length === 2 ? under.join(' and ') : `${under[0]} up to ${under.at(-1)}`;
  return `${band}, as asked (part of ${parts})`;
}
