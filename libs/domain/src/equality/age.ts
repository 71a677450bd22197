import { asAsked, coded, type EqualityReading, UNMATCHED } from './reading.js';
import { foldWording } from './wording.js';

/** Harmonised bands, both ends within. */
export const AGE_BANDS: readonly { code: string; from: number; to: number }[] = [
  { code: '0-14', from: 0, to: 14 },
  { code: '15-24', from: 15, to: 24 },
  { code: '25-34', from: 25, to: 34 },
  { code: '35-49', from: 35, to: 49 },
  { code: '50-64', from: 50, to: 64 },
  { code: '65-74', from: 65, to: 74 },
  { code: '75+', from: 75, to: 150 },
];
const OLDEST = 150;
const OLDEST_SINGLE = 120;

interface Range {
  from: number;
  to: number;
}

/**
 * Age as answered: years, a band of any edges, a year or date of birth, or a band that a spreadsheet took for a date.
 * A band inside a harmonised one gets its code; one that straddles two is kept as asked, under the code `45-54` or `65+`.
 * @param on ISO date of the answer; without it a year of birth tells no age
 */
export function readAge(answer: string, on: string | null): EqualityReading {
  const text = foldWording(answer)
    .replace(/^[([]?\d{1,2}[)\].:] +(?=\S)/, '')
    .replace(/_/g, '-')
    .replace(
      /\b(?:i am|i'm|age group|age band|age|aged|ages|between|years? of age|years?[ -]olds?|years?|yrs?[ -]olds?|yrs?|y\/o|yo|old)\b\.?/g,
      ' ',
    )
    .replace(/(?<=\d)(?:yrs?|years?|y|s)\b/g, ' ')
    .replace(/[()[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const range = bandOf(text) ?? spreadsheetBand(text, on) ?? ofBirth(text, on);
  return range ? bandReading(range) : UNMATCHED;
}

function bandReading({ from, to }: Range): EqualityReading {
  if (from > to || from > OLDEST_SINGLE) return UNMATCHED;
  const inside = AGE_BANDS.find((band) => from >= band.from && to <= band.to);
  return inside ? coded(inside.code) : asAsked(to >= OLDEST_SINGLE ? `${from}+` : `${from}-${to}`);
}

/** Codes of the harmonised bands that a band kept as asked has a part in. */
export function bandsUnder(code: string): string[] {
  const range = bandOf(code);
  if (!range) return [];
  return AGE_BANDS.filter(({ from, to }) => from <= range.to && to >= range.from).map((band) => band.code);
}

const OLDER = '(?:over|older|above|more|up|upwards|plus)';
const YOUNGER = '(?:under|younger|below|less)';

function bandOf(text: string): Range | null {
  const read = (pattern: RegExp, make: (...n: number[]) => Range): Range | null => {
    const found = pattern.exec(text);
    return found ? make(...found.slice(1).map(Number)) : null;
  };
  return (
    read(/^(\d{1,3})(?:\.0+)? ?(?:-|to|and|until|through|up to) ?(\d{1,3})(?:\.0+)?$/, (from, to) => ({
      from: from!,
      to: to!,
    })) ??
    read(new RegExp(`^(\\d{1,3}) ?(?:\\+|plus|(?:and|or|&) ?${OLDER})$`), (from) => ({
      from: from!,
      to: OLDEST,
    })) ??
    read(/^(?:>=|≥|at least|from) ?(\d{1,3})$/, (from) => ({ from: from!, to: OLDEST })) ??
    read(/^(?:over|above|older than|more than|>) ?(\d{1,3})$/, (from) => ({ from: from! + 1, to: OLDEST })) ??
    read(/^(?:under|below|younger than|less than|<) ?(\d{1,3})$/, (to) => ({ from: 0, to: to! - 1 })) ??
    read(/^(?:<=|≤|up to) ?(\d{1,3})$/, (to) => ({ from: 0, to: to! })) ??
    read(new RegExp(`^(\\d{1,3}) ?(?:-|(?:and|or|&) ?${YOUNGER})$`), (to) => ({ from: 0, to: to! })) ??
    read(/^(\d{1,3})(?:\.\d+)?$/, (age) =>
      age! <= OLDEST_SINGLE ? { from: age!, to: age! } : { from: 1, to: 0 },
    )
  );
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** "10-14" in a spreadsheet becomes `14-Oct` or, stored as a date, the 14th of October of the year it was typed in. */
function spreadsheetBand(text: string, on: string | null): Range | null {
  const words = /^(\d{1,2})[- ]([a-z]{3})[a-z]*$/.exec(text) ?? /^([a-z]{3})[a-z]*[- ](\d{1,2})$/.exec(text);
  const parts = words?.slice(1).map((part) => (/\d/.test(part) ? Number(part) : MONTHS.indexOf(part) + 1));
  const date = /^(\d{4})-(\d{2})-(\d{2})(?:[t ][\d:.]+z?)?$/.exec(text);
  const recent = date && on && Math.abs(Number(date[1]) - Number(on.slice(0, 4))) <= 2;
  const [one, other] = parts ?? (recent ? [Number(date[2]), Number(date[3])] : []);
  if (!one || !other || one === other) return null;
  return { from: Math.min(one, other), to: Math.max(one, other) };
}

/** Age at the date of the answer. Of a year alone the likelier of two: in the first half of a year most birthdays are to come. */
function ofBirth(text: string, on: string | null): Range | null {
  if (!on) return null;
  const year = /^(?:born )?(?:in )?((?:19|20)\d{2})(?:\.0+)?$/.exec(text)?.[1];
  const iso = /^((?:19|20)\d{2})-(\d{2})-(\d{2})/.exec(text);
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d{2})$/.exec(text);
  const born = iso
    ? [iso[1], iso[2], iso[3]]
    : british
      ? [british[3], british[2]!.padStart(2, '0'), british[1]!.padStart(2, '0')]
      : [year, '07', '01'];
  if (!born[0]) return null;
  const age = Number(on.slice(0, 4)) - Number(born[0]) - (on.slice(5, 10) < `${born[1]}-${born[2]}` ? 1 : 0);
  return age >= 0 && age <= OLDEST_SINGLE ? { from: age, to: age } : null;
}
