import { isCardNumber, isIban, isNhsNumber } from './check-digits.js';
import type { Finding, PersonalDataType } from './finding.js';

interface Recogniser {
  type: PersonalDataType;
  pattern: RegExp;
  because: string;
  /** Checks the matched text, and what stands before it, beyond the pattern. */
  holds?: (match: string, before: string) => boolean;
}

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');
const after = (words: RegExp) => (_: string, before: string) => words.test(before.slice(-50));

/** Letters that never stand in a National Insurance prefix, and prefixes that are not given out. */
const NI_PREFIX = /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]/i;

/** Recognisers by pattern, the most certain first; where two meet, the earlier in this list wins. */
const RECOGNISERS: Recogniser[] = [
  {
    type: 'email',
    // Lengths are those of RFC 5321: without them a long word is read once for each of its letters.
    pattern: /[\w.+%'-]{1,64}\s?@\s?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/giu,
    because: 'e-mail address',
  },
  {
    type: 'iban',
    pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){10,30}\b/g,
    because: 'IBAN with valid check digits',
    holds: (match) => isIban(match.replaceAll(' ', '')),
  },
  {
    type: 'card',
    pattern: /(?<![\d-])\d(?:[ -]?\d){11,18}(?![\d])/g,
    because: 'card number with valid check digit',
    holds: (match) => isCardNumber(digitsOf(match)),
  },
  {
    type: 'nhs-number',
    pattern: /(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)/g,
    because: 'NHS number with valid check digit',
    holds: (match, before) => isNhsNumber(digitsOf(match)) && !/^0/.test(match) && !/\+\d* ?$/.test(before),
  },
  {
    type: 'national-insurance-number',
    pattern: /\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/gi,
    because: 'National Insurance number',
    holds: (match) => NI_PREFIX.test(match),
  },
  {
    type: 'ip-address',
    pattern: /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]*\d)/g,
    because: 'IPv4 address',
  },
  {
    type: 'ip-address',
    pattern:
      /(?<![\w:])(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}\b|(?<![\w:])(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}\b/gi,
    because: 'IPv6 address',
  },
  {
    type: 'bank-account',
    pattern:
      /(?<!\d)\d{2}[- ]\d{2}[- ]\d{2}[ ,;/-]{1,3}(?:account|acc|a\/c|number|no)?[ .:]{0,3}\d{8}(?!\d)/gi,
    because: 'sort code and account number',
  },
  {
    type: 'bank-account',
    pattern: /(?<!\d)\d{2}[- ]?\d{2}[- ]?\d{2}(?!\d)/g,
    because: 'number after the words sort code',
    holds: after(/sort[ -]?code[^\d]{0,12}$/i),
  },
  {
    type: 'bank-account',
    pattern: /(?<!\d)\d{8}(?!\d)/g,
    because: 'eight digits after the word account',
    holds: after(/\b(?:account|acc|a\/c|acct)\b[^\d]{0,20}$/i),
  },
  {
    type: 'us-social-security-number',
    pattern: /(?<![\d-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/g,
    because: 'number in the form of a social security number',
  },
  {
    type: 'postcode',
    pattern:
      /\b(?:GIR ?0AA|[A-PR-UWYZ](?:\d[A-HJKPS-UW\d]?|[A-HK-Y]\d[ABEHMNPRV-Y\d]?) ?\d[ABD-HJLNP-UW-Z]{2})\b/gi,
    because: 'UK postcode',
    holds: (match) => /[A-Z].*\d/.test(match) || match.length >= 6,
  },
  {
    type: 'number-plate',
    pattern: /\b[A-HJ-PR-Y]{2}\d{2} ?[A-HJ-PR-Z]{3}\b/gi,
    because: 'number plate (from 2001)',
    holds: (match) => match === match.toUpperCase() || /\d[a-z]{3}$/i.test(match),
  },
  {
    type: 'number-plate',
    pattern: /\b(?:[A-HJ-NPR-TVWXY]\d{1,3} ?[A-HJ-PR-Y]{3}|[A-HJ-PR-Y]{3} ?\d{1,3}[A-HJ-NPR-TVWXY])\b/g,
    because: 'number plate (1963-2001)',
  },
  {
    type: 'date-of-birth',
    pattern: /\b\d{1,2}(?:[/.-]|(?:st|nd|rd|th)? )(?:\d{1,2}|[a-z]{3,9})(?:[/.-]|,? )(?:19|20)?\d{2}\b/gi,
    because: 'date after words for birth',
    holds: after(/\b(?:born(?: on)?|d\.?o\.?b\.?|date of birth|birthday)\b[^\d]{0,12}$/i),
  },
  {
    type: 'phone',
    pattern:
      /(?<![\w.+])(?:\+|00)\d{1,3}[ .-]?(?:\(0\)[ .-]?)?\(?\d{1,5}\)?(?:[ .-]?\d){4,11}(?:\s?(?:x|ext\.?)\s?\d{1,5})?(?!\d)/gi,
    because: 'international phone number',
  },
  {
    type: 'phone',
    pattern: /(?<![\w.+])\(?0[1-9](?:\)?[ .()-]{0,2}\d){8,9}(?:\s?(?:x|ext\.?)\s?\d{1,5})?(?!\d)/gi,
    because: 'UK phone number',
  },
  {
    type: 'phone',
    pattern: /(?<![\w.+-])\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}(?:\s?(?:x|ext\.?)\s?\d{1,5})?(?!\d)/gi,
    because: 'phone number in groups',
  },
  {
    type: 'phone',
    pattern: /(?<![\w.+-])\(?\d{2,4}\)?(?:[ .-]\d{2,4}){1,4}(?:\s?(?:x|ext\.?)\s?\d{1,5})?(?!\d)/gi,
    because: 'number after the word phone or the like',
    holds: (match, before) =>
      /\b(?:phone|telephone|tel|mobile|mob|fax|desk|office|cell|registered|call(?: me)?(?: on| at)?|ring(?: me)?(?: on| at)?|text(?: me)?(?: on| at)?|contact(?: number)?)\b[^\d]{0,14}$/i.test(
        before.slice(-45),
      ) && digitsOf(match).length >= 6,
  },
  {
    type: 'zip-code',
    pattern: /(?<!\w)(?:\d{3,5}(?:[ -]\d{2,4})?(?: [A-Z]{2})?|[A-Z]\d[A-Z] ?\d[A-Z]\d)(?!\w)/g,
    because: 'number after the words zip or postcode',
    holds: after(/\b(?:zip|zip ?code|post ?code|postal code)\b[^\d]{0,8}$/i),
  },
];

/** Personal data that a pattern, and a check digit where the kind has one, can tell; never overlapping. */
export function findNumbers(text: string): Finding[] {
  const found: Finding[] = [];
  for (const { type, pattern, because, holds } of RECOGNISERS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].trimEnd().length;
      if (found.some((known) => known.span.start < end && start < known.span.end)) continue;
      if (holds && !holds(match[0], text.slice(0, start))) continue;
      found.push({ span: { start, end }, type, because });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}
