/** What a cell looks like by itself. Pure tests of one text; none of them looks at labels. */

/** No address is longer (RFC 5321), and a longer text would keep the expression busy. */
const LONGEST_ADDRESS = 320;
export const isEmail = (text: string): boolean =>
  text.length <= LONGEST_ADDRESS && /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]{2,}$/.test(text);

export const isIp = (text: string): boolean =>
  /^(\d{1,3})(\.\d{1,3}){3}$/.test(text) || /^[0-9a-f]{0,4}(:[0-9a-f]{0,4}){3,7}$/i.test(text);

export const isUrl = (text: string): boolean => /^(https?:\/\/|www\.)\S+$/i.test(text);

/** Name of a file that somebody attached, by its ending. */
export const isFileName = (text: string): boolean =>
  text.length <= 260 &&
  /\S\.(pdf|jpe?g|png|gif|heic|webp|bmp|tiff?|svg|docx?|odt|rtf|xlsx?|pptx?|zip|txt|mp[34]|mov|m4a|wav|avi|eml|msg)$/i.test(
    text,
  );

export const isUuid = (text: string): boolean =>
  /^(uuid[:-])?\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i.test(text) ||
  /^[0-9a-f]{24,64}$/i.test(text);

/** A postcode as people write it, in a cell of its own. */
const POSTCODE = /^[A-Z]{1,2}[0-9][A-Z0-9]?[\s.-]*[0-9OI][A-Z]{2}$/i;
const POSTCODE_WITHIN = /(?:^|[^A-Z0-9])([A-Z]{1,2}[0-9][A-Z0-9]?)[ ]?([0-9][A-Z]{2})(?![A-Z0-9])/i;
const OUTWARD = /^[A-Z]{1,2}[0-9][A-Z0-9]?(\s?[0-9])?$/i;

export const isPostcode = (text: string): boolean => POSTCODE.test(text.trim());
/** The postcode that stands among other words, or null. */
export function postcodeWithin(text: string): string | null {
  const match = POSTCODE_WITHIN.exec(text);
  return match ? `${match[1]} ${match[2]}`.toUpperCase() : null;
}
export const isOutward = (text: string): boolean => OUTWARD.test(text.trim());

/** An NHS number: ten digits of which the last is the check digit (modulus 11). */
export function isNhsNumber(text: string): boolean {
  const digits = text.replace(/[\s-]/g, '');
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < 9; at++) sum += Number(digits[at]) * (10 - at);
  const check = 11 - (sum % 11);
  return check !== 10 && (check === 11 ? 0 : check) === Number(digits[9]);
}

/** A British telephone number, also as a spreadsheet that took it for a number leaves it. */
export function isPhone(text: string): boolean {
  const bare = text.trim().replace(/^'/, '');
  if (/^\d(\.\d+)?E\+?(0?9|10|11|12)$/i.test(bare)) return true;
  const digits = bare
    .replace(/\.0+$/, '')
    .replace(/\(0\)/, '')
    .replace(/[\s().-]/g, '')
    .replace(/^(\+|00)/, '+');
  return /^(\+\d{10,14}|0\d{9,10}|[17]\d{9})$/.test(digits);
}

export const isInteger = (text: string): boolean => /^[+-]?\d{1,15}(\.0+)?$/.test(text);
/** Amounts of money are numbers: "£3.50". */
export const isDecimal = (text: string): boolean =>
  /^[+-]?[£€$]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?%?$/.test(text);
export const isCommaDecimal = (text: string): boolean => /^[+-]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?%?$/.test(text);

export const isClock = (text: string): boolean => /^\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]m)?$/i.test(text);

/** Days since 1900 as spreadsheets count them, for 1954 to 2099; only a whole column of them is a column of dates. */
export const isSerialDate = (text: string): boolean => {
  if (!/^\d{5}([.,]\d+)?$/.test(text)) return false;
  const day = Number(text.replace(',', '.'));
  return day >= 20_000 && day < 73_051;
};

const WORD = /^(?:[A-Z][\p{L}'’.-]*|de|da|van|von|der|al|el|bin|of|le|la|O['’][A-Z]\p{L}+)$/u;
/** Two to four capitalised words and nothing else: as names of people are written. */
export function isPersonName(text: string): boolean {
  const words = text.trim().split(/\s+/);
  return (
    words.length >= 2 && words.length <= 4 && text.length <= 50 && words.every((word) => WORD.test(word))
  );
}
