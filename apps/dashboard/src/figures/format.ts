import { rangeWords } from '#statements';

export { inSentence, listed } from '#statements';

/** How numbers and dates are written, everywhere: see docs of the visual direction in the styles folder. */

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const dayMonthYear = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
});
const dayMonth = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  timeZone: 'Europe/London',
});
const monthYear = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
});
const clock = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  minute: '2-digit',
  hour12: false,
  timeZone: 'Europe/London',
});

/** 12480 as "12,480"; a minus is the real minus sign. */
export const count = (value: number): string => whole.format(value).replace('-', '−');

/** 19.94 as "19.9". */
export const decimal = (value: number): string => tenths.format(value).replace('-', '−');

/** Always with its sign: "+1.2", "−1.9", "0.0". */
export function signed(value: number, digits: 0 | 1 = 1): string {
  const text = digits ? decimal(Math.abs(value)) : count(Math.abs(value));
  if (Number(text.replace(',', '')) === 0) return text;
  return value > 0 ? `+${text}` : `−${text}`;
}

/** "12,310 to 12,690", on one line. */
export const range = (low: number, high: number): string => rangeWords(count(low), count(high));
export const rangeDecimal = (low: number, high: number): string => rangeWords(decimal(low), decimal(high));
/** "−3 to +12", on one line. */
export const rangeSigned = (low: number, high: number): string => rangeWords(signed(low, 0), signed(high, 0));

/** A share in percent: one decimal, but whole where it rests on fewer than 1,000 people. */
export const percent = (value: number, base: number | null | undefined): string =>
  `${(base ?? 0) < 1000 ? count(Math.round(value)) : decimal(value)}%`;

const at = (iso: string): Date => new Date(iso.length === 10 ? `${iso}T12:00:00Z` : iso);

/** "10 June 2025". */
export const day = (iso: string): string => dayMonthYear.format(at(iso));
/** "week of 8 June 2025", of the day that it begins on. */
export const weekOf = (monday: string): string => `week of ${day(monday)}`;
/** "10 June". */
export const dayOfYear = (iso: string): string => dayMonth.format(at(iso));
/** "April 2025", from a date or from "2025-04". */
export const month = (iso: string): string => monthYear.format(at(iso.length === 7 ? `${iso}-15` : iso));
/** "9:30". */
export const time = (iso: string): string => clock.format(at(iso)).replace(/^0(?=\d:)/, '');
/** "10 June 2025, 9:30". */
export const moment = (iso: string): string => `${day(iso)}, ${time(iso)}`;

export const plural = (value: number, one: string, many: string): string =>
  `${count(value)} ${value === 1 ? one : many}`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * A name without its mark "(demonstration)": the banner of every page says that everything is made up, and tables
 * are read more easily when not every row repeats it.
 */
export const unmarked = (name: string): string => name.replace(/ \(demonstration\)$/, '');
