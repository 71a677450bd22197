import { levelAt } from '../comparison/levels.js';

/** Bits that two records have at most whose names alone agree while something else differs: a reviewer's case. */
export const NAMESAKES = -1;
/**
 * Pairs that a data set must have before its own share of matches is believed about names alone: those of five hundred
 * records. A handful of records can't tell how many namesakes a city holds.
 */
export const ENOUGH_PAIRS = (500 * 499) / 2;

const [GIVEN, FAMILY, BIRTH, POSTCODE, PLACE, ADDRESS, EMAIL, PHONE, NATIONAL] = [0, 1, 2, 4, 5, 6, 7, 8, 9];
const FIRST_CATEGORY = 10;

/** By comparison, the levels that count as agreeing, and the levels that count as differing. */
const TELLING: readonly (readonly [
  comparison: number,
  agrees: readonly number[],
  differs: readonly number[],
])[] = [
  // A postcode one letter away is as likely the next street's; one of the same sector is near.
  [POSTCODE, [1, 3], [2, 4, 5]],
  [PLACE, [1, 2], []],
  [ADDRESS, [1, 2, 3], [4]],
  [EMAIL, [1, 2, 3], [4]],
  [PHONE, [1, 2], [3]],
  [NATIONAL, [1, 2], [3]],
];

/**
 * Whether two records agree in nothing but their names, and differ in a phone, an e-mail, a postcode or an address that
 * both give: there is more than one John Smith in a city, so the name alone does not make one of them. Where both give a
 * birth date, that decides.
 */
export function onlyNamesAgree(low: number, high: number): boolean {
  const [given, family] = [levelAt(low, high, GIVEN), levelAt(low, high, FAMILY)];
  if ((given === 0 && family === 0) || levelAt(low, high, BIRTH) !== 0) return false;
  let differs = false;
  for (const [comparison, agreeing, differing] of TELLING) {
    const level = levelAt(low, high, comparison);
    if (agreeing.includes(level)) return false;
    if (differing.includes(level)) differs = true;
  }
  if (!differs) return false;
  for (let comparison = FIRST_CATEGORY; comparison < FIRST_CATEGORY + 5; comparison++) {
    const level = levelAt(low, high, comparison);
    if (level === 1 || level === 2) return false;
  }
  return true;
}
