/** Days as numbers since 1 January 1970, so that generation needs no clock and no time zone. */
const DAY = 86_400_000;
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

export interface DateParts {
  year: number;
  /** 1-12 */
  month: number;
  /** 1-31 */
  day: number;
}

export function dayNumber(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / DAY;
}

export function dayOf({ year, month, day }: DateParts): number {
  return Date.UTC(year, month - 1, day) / DAY;
}

export function partsOf(day: number): DateParts {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** `2024-03-05` */
export function iso(parts: DateParts): string {
  return `${parts.year}-${two(parts.month)}-${two(parts.day)}`;
}

/** `05/03/2024` */
export function dayMonthYear(parts: DateParts): string {
  return `${two(parts.day)}/${two(parts.month)}/${parts.year}`;
}

/** `5 March 2024` */
export function inWords(parts: DateParts): string {
  return `${parts.day} ${MONTHS[parts.month - 1]} ${parts.year}`;
}

/** `05-Mar-2024` */
export function shortMonth(parts: DateParts): string {
  return `${two(parts.day)}-${MONTHS[parts.month - 1]?.slice(0, 3)}-${parts.year}`;
}

/** `18:05:00` from seconds since midnight. */
export function clock(seconds: number): string {
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** Whole years between a birth date and a day. */
export function ageOn(birth: DateParts, day: number): number {
  const on = partsOf(day);
  const before = on.month < birth.month || (on.month === birth.month && on.day < birth.day);
  return on.year - birth.year - (before ? 1 : 0);
}

/** Days in a month. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
