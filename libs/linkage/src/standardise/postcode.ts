import { given } from './text.js';

/** A postcode and its wider areas; empty strings where nothing (or too little) was given. */
export interface PostcodeParts {
  /** Whole unit without a space, upper case (`PL48AA`); empty where only the outward part was given. */
  unit: string;
  /** `PL48`: outward part and the sector digit. */
  sector: string;
  /** `PL4` */
  outward: string;
}

const UNIT = /^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9])([A-Z]{2})$/;
const OUTWARD = /^[A-Z]{1,2}[0-9][A-Z0-9]?$/;
const SECTOR = /^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9])$/;
const TO_DIGIT: Record<string, string> = { O: '0', I: '1', L: '1', S: '5', Z: '2', B: '8' };
const TO_LETTER: Record<string, string> = { '0': 'O', '1': 'I', '5': 'S', '2': 'Z', '8': 'B' };

/** Mends letters typed for digits, and digits for letters, where a British unit postcode demands the other. */
function mend(text: string): string {
  if (text.length < 5 || text.length > 7) return text;
  const chars = [...text];
  const inward = chars.length - 3;
  chars[0] = TO_LETTER[chars[0]!] ?? chars[0]!;
  chars[inward] = TO_DIGIT[chars[inward]!] ?? chars[inward]!;
  chars[inward + 1] = TO_LETTER[chars[inward + 1]!] ?? chars[inward + 1]!;
  chars[inward + 2] = TO_LETTER[chars[inward + 2]!] ?? chars[inward + 2]!;
  if (inward === 2) chars[1] = TO_DIGIT[chars[1]!] ?? chars[1]!;
  return chars.join('');
}

/** A British unit among other words: `PL4 8AA, Plymouth`. */
const WITHIN = /(?<![A-Z0-9])[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}(?![A-Z0-9])/;

/** British postcodes in parts, also out of an address; any other country's code becomes the unit as it stands, with its first half as area. */
export function standardisePostcode(value: string | null | undefined): PostcodeParts {
  const written = given(value).toUpperCase();
  const within = written.length > 8 ? WITHIN.exec(written)?.[0] : undefined;
  const text = (within ?? written).replace(/[^A-Z0-9]/g, '');
  if (text === '') return { unit: '', sector: '', outward: '' };
  const foreign = !/^[A-Z]|[A-Z]{2}$/.test(text);
  const whole = UNIT.exec(text) ?? (foreign ? null : UNIT.exec(mend(text)));
  if (whole !== null) return { unit: whole[0], sector: whole[1]! + whole[2]!, outward: whole[1]! };
  if (OUTWARD.test(text) && !/^\d/.test(text)) return { unit: '', sector: '', outward: text };
  const sector = SECTOR.exec(text);
  if (sector !== null) return { unit: '', sector: text, outward: sector[1]! };
  return { unit: text, sector: '', outward: text.slice(0, Math.ceil(text.length / 2)) };
}
