/** Text folding that every field shares: accents off, lower case, single spaces. */

const ACCENTS = /[\u0300-\u036f]/g;
const PLAIN = /^[a-z0-9 ]*$/;

/** Lower case without accents; `ß`, `ø`, `æ`, `ł` and `đ` spelt with plain letters. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd');
}

const BLANKS = new Set(
  [
    '',
    'na',
    'n/a',
    'nil',
    'none',
    'null',
    'nan',
    'unknown',
    'not known',
    'not given',
    'not stated',
    'anonymous',
  ].concat(['prefer not to say', 'refused', 'withheld', 'missing', '-', '--', '.', '?', 'x', 'xx', 'xxx']),
);

/** The value trimmed, or an empty string where it only says that nothing was given. */
export function given(value: string | null | undefined): string {
  if (value === null || value === undefined) return '';
  const trimmed = value.trim();
  return BLANKS.has(trimmed.toLowerCase()) ? '' : trimmed;
}
