/** Cells that mean "no answer": empty, blank, or one of the mapping's words for it. */
export function blankTest(blanks: readonly string[]): (cell: string | null | undefined) => boolean {
  const words = new Set(blanks.map((word) => word.trim().toLowerCase()));
  return (cell) => {
    if (cell === null || cell === undefined) return true;
    const bare = cell.replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g, '');
    return bare === '' || words.has(bare.toLowerCase());
  };
}

/** Looks an answer up in a value map: as written, or else without regard to case and blanks. `undefined` = not in the map. */
export function valueLookup(
  values: Record<string, string | null>,
): (answer: string) => string | null | undefined {
  const exact = new Map(Object.entries(values));
  const loose = new Map(Object.entries(values).map(([from, to]) => [looseKey(from), to]));
  return (answer) => (exact.has(answer) ? exact.get(answer) : loose.get(looseKey(answer)));
}

/** An answer as it is compared: without regard to case and blanks. */
export const looseKey = (text: string): string =>
  text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

const DIGIT_FOR_LETTER: Record<string, string> = { O: '0', I: '1' };
const LETTER_FOR_DIGIT: Record<string, string> = { '0': 'O', '1': 'I' };

/**
 * A British postcode in its usual form, with O for 0 and I for 1 mended where the form leaves no doubt:
 * `ple 8aa` is left alone, `pl4 oaa` becomes `PL4 0AA`. Anything else comes back as it was given.
 */
export function cleanPostcode(given: string): string {
  const compact = given.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (compact.length < 5 || compact.length > 7) return given;
  const inward = compact.slice(-3);
  const digit = DIGIT_FOR_LETTER[inward.charAt(0)] ?? inward.charAt(0);
  const letters = [...inward.slice(1)].map((c) => LETTER_FOR_DIGIT[c] ?? c).join('');
  for (const outward of outwardForms(compact.slice(0, -3)))
    if (/^[A-Z]{1,2}[0-9][A-Z0-9]?$/.test(outward) && /^[0-9][A-Z]{2}$/.test(digit + letters))
      return `${outward} ${digit}${letters}`;
  return given;
}

/** As given first, then with the second or third character read as the digit it resembles. */
function* outwardForms(outward: string): Generator<string> {
  yield outward;
  for (const at of [outward.length - 1, 2, 1]) {
    const digit = DIGIT_FOR_LETTER[outward.charAt(at)];
    if (at > 0 && digit) yield outward.slice(0, at) + digit + outward.slice(at + 1);
  }
}

/** Options of a multi-choice cell: a JSON list, or parted by the delimiter. */
export function splitOptions(cell: string, delimiter: string | undefined): string[] {
  if (cell.startsWith('[')) {
    const list = jsonList(cell);
    if (list) return list;
  }
  if (delimiter === undefined) return [cell];
  return cell
    .split(delimiter)
    .map((option) => option.replace(/^[\s\u200b]+|[\s\u200b]+$/g, ''))
    .filter((option) => option !== '');
}

function jsonList(cell: string): string[] | null {
  try {
    const list: unknown = JSON.parse(cell);
    return Array.isArray(list)
      ? list
          .filter((item) => item !== null && item !== '')
          .map((item) => (typeof item === 'object' ? JSON.stringify(item) : String(item)))
      : null;
  } catch {
    return null;
  }
}

/** A number as people and programs write it, or null. */
export function parseNumber(cell: string): number | null {
  const bare = cell
    .replace(/[\s\u00a0]/g, '')
    .replace(/^\+/, '')
    .replace(/^(-?)[£€$](?=\d)/, '$1')
    .replace(/(?<=\d),(?=\d{3}(?:\D|$))/g, '');
  if (!/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?%?$/.test(bare)) return null;
  const value = Number(bare.replace('%', ''));
  return Number.isFinite(value) ? value : null;
}

/** A number with a decimal comma as one with a point: `1.234,5` becomes `1234.5`. */
export const decimalPoint = (cell: string): string =>
  /^[\s\u00a0]*[+-]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?[\s\u00a0]*%?$/.test(cell)
    ? cell.replaceAll('.', '').replace(',', '.')
    : cell;
