import { fold, given } from './text.js';

/** An e-mail address in its two halves; empty where none was given. */
export interface EmailParts {
  local: string;
  domain: string;
}

/** Lower case, `+tag` dropped, googlemail as gmail. Text without an @ gives empty halves. */
export function standardiseEmail(value: string | null | undefined): EmailParts {
  const text = fold(given(value))
    .replace(/^mailto:/, '')
    .replace(/\s+/g, '');
  const at = text.lastIndexOf('@');
  if (at < 1) return { local: '', domain: '' };
  const local = text.slice(0, at).replace(/\+.*$/, '');
  const domain = text.slice(at + 1).replace(/^googlemail\./, 'gmail.');
  return { local, domain };
}

/** E.164 digits without the plus (`447700900123`), British where no country is given; empty where too short. */
export function standardisePhone(value: string | null | undefined): string {
  let digits = given(value).replace(/\(0\)/g, '').replace(/[^\d]/g, '');
  if (digits.startsWith('00')) digits = digits.slice(2);
  else if (digits.startsWith('0')) digits = `44${digits.slice(1)}`;
  else if (digits.length === 10 && /^[127]/.test(digits)) digits = `44${digits}`;
  if (digits.startsWith('440')) digits = `44${digits.slice(3)}`;
  if (digits.length < 7 || /^(\d)\1+$/.test(digits.slice(3))) return '';
  return digits;
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
