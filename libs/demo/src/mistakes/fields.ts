import { dayMonthYear, daysIn, iso, type DateParts } from '../calendar.js';
import type { Random } from '../random.js';
import { MISTAKES } from './rates.js';
import { misdial, misspell } from './typing.js';

/** A birth date as somebody gave it: month and day may be left out. */
export interface BirthGiven {
  year: number;
  month: number | null;
  day: number | null;
}

/** @param partial whether the form takes a year, or a year and a month, without the rest */
export function birthGiven(
  random: Random,
  birth: DateParts,
  partial: boolean,
  mistakes: string[],
): BirthGiven {
  if (partial && random.chance(MISTAKES.birthPartial)) {
    mistakes.push('birth-partial');
    return { year: birth.year, month: random.chance(0.5) ? birth.month : null, day: null };
  }
  if (random.chance(MISTAKES.birthFirstOfJanuary)) {
    mistakes.push('birth-first-of-january');
    return { year: birth.year, month: 1, day: 1 };
  }
  if (birth.day <= 12 && birth.day !== birth.month && random.chance(MISTAKES.birthDayMonthSwapped * 2.6)) {
    mistakes.push('birth-day-month-swapped');
    return { year: birth.year, month: birth.day, day: birth.month };
  }
  if (random.chance(MISTAKES.birthDigitWrong)) {
    mistakes.push('birth-digit-wrong');
    return wrongDigit(random, birth);
  }
  return birth;
}

/** The year a digit off, or the day's digits changed; always a date that exists and has passed. */
function wrongDigit(random: Random, { year, month, day }: DateParts): DateParts {
  if (random.chance(0.5)) {
    const off = year + random.pick([-10, -1, 1]);
    return { year: off, month, day: Math.min(day, daysIn(off, month)) };
  }
  const swapped = (day % 10) * 10 + Math.floor(day / 10);
  if (swapped !== day && swapped >= 1 && swapped <= daysIn(year, month)) return { year, month, day: swapped };
  return { year, month, day: day > 20 ? day - 10 : day + 7 };
}

/** `1961-03-04`, `1961-03` or `1961` */
export function birthIso(birth: BirthGiven): string {
  if (birth.month === null) return String(birth.year);
  if (birth.day === null) return iso({ year: birth.year, month: birth.month, day: 1 }).slice(0, 7);
  return iso(birth as DateParts);
}

/** `04/03/1961`, or `03/1961` or `1961` where that is all there is. */
export function birthSlashed(birth: BirthGiven): string {
  if (birth.month === null) return String(birth.year);
  if (birth.day === null) return dayMonthYear({ year: birth.year, month: birth.month, day: 1 }).slice(3);
  return dayMonthYear(birth as DateParts);
}

/** The same number written in one of the ways people write it. */
export function phoneGiven(random: Random, phone: string, mistakes: string[]): string {
  let number = phone;
  if (random.chance(MISTAKES.phoneDigitWrong)) {
    mistakes.push('phone-digit-wrong');
    // The first digits are right: nobody gets 07 wrong.
    number = phone.slice(0, 3) + misdial(random, phone.slice(3));
  }
  const way = random.next();
  if (way < 0.45) return number.replace(/ /g, '');
  if (way < 0.55) return `+44 ${number.slice(1)}`;
  if (way < 0.6) return `+44${number.slice(1).replace(/ /g, '')}`;
  if (way < 0.64) return number.replace(' ', '-');
  return number;
}

/** A postcode as written: without blank, in small letters, outward part only, O for 0, or a letter wrong. */
export function postcodeGiven(random: Random, postcode: string, mistakes: string[]): string {
  const roll = random.next();
  if (roll < MISTAKES.postcodeOutwardOnly) {
    mistakes.push('postcode-outward-only');
    return postcode.slice(0, -4);
  }
  let given = postcode;
  if (random.chance(MISTAKES.postcodeWrong)) {
    mistakes.push('postcode-wrong');
    given = wrongPostcode(random, postcode);
  }
  const way = random.next();
  if (way < 0.12) return given.replace(' ', '');
  if (way < 0.22) return given.toLowerCase();
  if (way < 0.26) return given.toLowerCase().replace(' ', '');
  if (way < 0.27) return `${given} `;
  return given;
}

function wrongPostcode(random: Random, postcode: string): string {
  const inward = postcode.slice(-3);
  const outward = postcode.slice(0, -4);
  switch (random.int(3)) {
    case 0: // capital letters for digits
      return `${outward.replace(/0/, 'O').replace(/1(?=\d|$)/, 'I')} ${inward.replace(/0/, 'O')}`;
    case 1: // the last two letters swapped
      return `${outward} ${inward[0]}${inward[2]}${inward[1]}`;
    default:
      return `${outward} ${misdial(random, inward.slice(0, 1))}${inward.slice(1)}`;
  }
}

/** An e-mail address, now and then mistyped before the @. */
export function emailGiven(random: Random, email: string, mistakes: string[]): string {
  if (!random.chance(MISTAKES.emailTyped)) return random.chance(0.03) ? email.toUpperCase() : email;
  mistakes.push('email-typed');
  const [name = '', domain = ''] = email.split('@');
  return `${misspell(random, name, 'typed')}@${domain}`;
}

const SHORT_KINDS: readonly (readonly [RegExp, string])[] = [
  [/ Road$/, ' Rd'],
  [/ Street$/, ' St'],
  [/ Avenue$/, ' Ave'],
  [/ Crescent$/, ' Cres'],
  [/ Gardens$/, ' Gdns'],
  [/ Close$/, ' Cl'],
];

export function addressGiven(random: Random, line: string): string {
  let given = line;
  if (random.chance(0.3)) for (const [long, short] of SHORT_KINDS) given = given.replace(long, short);
  if (random.chance(0.1)) given = given.replace(/^(\d+) /, '$1, ');
  if (random.chance(0.05)) given = misspell(random, given, 'typed');
  return given;
}
