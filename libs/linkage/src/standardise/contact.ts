import { isNobodysEmail, isNobodysPhone } from './placeholders.js';
import { fold, given } from './text.js';

/** An e-mail address in its two halves; empty where none was given. */
export interface EmailParts {
  local: string;
  domain: string;
}

/** Lower case, `+tag` dropped, googlemail as gmail. Text without an @, and an address that stands for "none", give empty halves. */
export function standardiseEmail(value: string | null | undefined): EmailParts {
  const text = fold(given(value))
    .replace(/^mailto:/, '')
    .replace(/\s+/g, '');
  const at = text.lastIndexOf('@');
  if (at < 1) return { local: '', domain: '' };
  const local = text.slice(0, at).replace(/\+.*$/, '');
  const domain = text.slice(at + 1).replace(/^googlemail\./, 'gmail.');
  return isNobodysEmail(local, domain) ? { local: '', domain: '' } : { local, domain };
}

/**
 * What a spreadsheet made of a phone number, as its digits: `7700900102.0`, `7.700900102E+09`. Where the exponent
 * asks for more digits than are written (`7.7009E+09`), the number is lost: an empty string.
 */
function fromNumber(text: string): string {
  const written = /^[+']?(\d+)(?:[.,](\d+))?(?:e\+?(\d{1,2}))?$/i.exec(text.replace(/\s/g, ''));
  if (written === null) return text;
  const [, whole, decimals = '', exponent] = written;
  if (exponent === undefined) return /^0*$/.test(decimals) ? text.replace(/[.,]\d+$/, '') : text;
  const digits = `${whole}${decimals}`;
  const length = whole!.length + Number(exponent);
  return digits.length < length ? '' : digits.slice(0, length);
}

/**
 * E.164 digits without the plus (`447700900123`), British where no country is given, also where a spreadsheet has made a
 * number of them; empty where too short, or where nobody has that number.
 */
export function standardisePhone(value: string | null | undefined): string {
  let digits = fromNumber(given(value)).replace(/\(0\)/g, '').replace(/[^\d]/g, '');
  if (digits.startsWith('00')) digits = digits.slice(2);
  else if (digits.startsWith('0')) digits = `44${digits.slice(1)}`;
  else if (digits.length === 10 && /^[127]/.test(digits)) digits = `44${digits}`;
  if (digits.startsWith('440')) digits = `44${digits.slice(3)}`;
  return digits.length < 7 || isNobodysPhone(digits) ? '' : digits;
}

/** Whether ten digits carry a right NHS check digit (modulus 11). */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < 9; at++) sum += Number(digits[at]) * (10 - at);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}

/** A national identifier: letters and digits only, with whether it is a sound NHS number. */
export function standardiseNationalId(value: string | null | undefined): { id: string; nhs: boolean } {
  const id = fold(given(value)).replace(/[^a-z0-9]/g, '');
  return { id, nhs: isNhsNumber(id) };
}

const SEXES: Record<string, string> = {
  m: 'm',
  male: 'm',
  man: 'm',
  boy: 'm',
  f: 'f',
  female: 'f',
  woman: 'f',
  girl: 'f',
  '1': 'm',
  '2': 'f',
};

/** `m`, `f`, or the folded word as given. */
export function standardiseSex(value: string | null | undefined): string {
  const text = fold(given(value));
  return SEXES[text] ?? text;
}
