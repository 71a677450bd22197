import { given } from './text.js';

/** A birth date in parts; 0 where a part was not given. Impossible parts are kept: they are mistyped, not absent. */
export interface DateParts {
  year: number;
  month: number;
  day: number;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const NONE: DateParts = { year: 0, month: 0, day: 0 };
/** Two-digit years up to this one are of this century: a parameter of the method, not of the calendar. */
const PIVOT = 25;

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year <= PIVOT ? 2000 + year : 1900 + year;
}

function fromNumbers(a: string, b: string, c: string): DateParts {
  if (a.length === 4) return { year: Number(a), month: Number(b), day: Number(c) };
  const day = Number(a);
  const month = Number(b);
  const year = fullYear(c);
  return month > 12 && day <= 12 ? { year, month: day, day: month } : { year, month, day };
}

function fromCompact(digits: string): DateParts {
  if (digits.length === 8) {
    const first = Number(digits.slice(0, 4));
    if (first >= 1800 && first <= 2100) {
      return { year: first, month: Number(digits.slice(4, 6)), day: Number(digits.slice(6)) };
    }
    const last = Number(digits.slice(4));
    if (last >= 1800 && last <= 2100) {
      return { year: last, month: Number(digits.slice(2, 4)), day: Number(digits.slice(0, 2)) };
    }
    return { year: first, month: Number(digits.slice(4, 6)), day: Number(digits.slice(6)) };
  }
  if (digits.length === 4) return { year: Number(digits), month: 0, day: 0 };
  if (digits.length === 6)
    return { year: Number(digits.slice(0, 4)), month: Number(digits.slice(4)), day: 0 };
  return NONE;
}

/** Reads ISO, British (day first), compact, worded and partial dates; all zeros where nothing can be read. */
export function standardiseBirthDate(value: string | null | undefined): DateParts {
  const text = given(value)
    .toLowerCase()
    .replace(/[t ]\d\d?:\d\d.*$/, '');
  if (text === '') return NONE;
  const parts = text.match(/\d+|[a-z]{3,}/g) ?? [];
  const months = parts.map((part) => MONTHS.indexOf(part.slice(0, 3)));
  const worded = months.findIndex((month) => month >= 0);
  if (worded >= 0) {
    const numbers = parts.filter((part) => /^\d/.test(part));
    const year =
      numbers.find((part) => part.length === 4) ?? (numbers.length > 1 ? numbers[numbers.length - 1]! : '');
    const day = numbers.find((part) => part !== year && part.length <= 2) ?? '0';
    return { year: year === '' ? 0 : fullYear(year), month: months[worded]! + 1, day: Number(day) };
  }
  const [a, b, c] = parts;
  if (a === undefined) return NONE;
  if (b === undefined) return fromCompact(a);
  if (c !== undefined) return fromNumbers(a, b, c);
  if (a.length === 4) return { year: Number(a), month: Number(b), day: 0 };
  return b.length === 4 ? { year: Number(b), month: Number(a), day: 0 } : NONE;
}

/** The parts as one sortable number, yyyymmdd with zeros for absent parts. */
export function packDate(date: DateParts): number {
  return date.year * 10000 + (date.month % 100) * 100 + (date.day % 100);
}
