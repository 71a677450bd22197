import { readEquality } from '#domain';
import type { ColumnProfile } from './profile.js';

/** Ethnic categories of the NHS data dictionary (16+1): each letter with the words of the census 2001 that it stands for. */
const CATEGORIES: Readonly<Record<string, string>> = {
  A: 'White British',
  B: 'White Irish',
  C: 'Any other White background',
  D: 'White and Black Caribbean',
  E: 'White and Black African',
  F: 'White and Asian',
  G: 'Any other Mixed background',
  H: 'Indian',
  J: 'Pakistani',
  K: 'Bangladeshi',
  L: 'Any other Asian background',
  M: 'Caribbean',
  N: 'African',
  P: 'Any other Black background',
  R: 'Chinese',
  S: 'Any other ethnic group',
  Z: 'Not stated',
};
/** Letters that shorter lists of one's own ("A Asian, B Black, M Mixed, O Other, W White") have not. */
const TELLING = /^[d-hj-lnpr-s]$/i;
const FEWEST = 4;

/**
 * The harmonised codes of the NHS's letters, where a column under a label that asks for ethnic group can hold nothing else: no letter
 * of another list, and one at least that only this one has. Null where it may be another list.
 */
export function nhsCategories({ counts, overflow }: ColumnProfile): Record<string, string> | null {
  const letters = [...counts.keys()].filter((value) => value !== '99');
  if (overflow > 0 || letters.length < FEWEST || !letters.some((letter) => TELLING.test(letter))) return null;
  if (!letters.every((letter) => letter.toUpperCase() in CATEGORIES)) return null;
  return Object.fromEntries([
    ...Object.entries(CATEGORIES).map(([letter, words]) => [
      letter,
      readEquality('ethnic-group', words).code,
    ]),
    ['99', 'dont-know'],
  ]) as Record<string, string>;
}
