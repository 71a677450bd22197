import type { DATE_ORDERS } from './schema.js';

export type DateOrder = Exclude<(typeof DATE_ORDERS)[number], 'auto'>;

export type OrderDecision =
  | { ok: true; order: DateOrder }
  /** `unknown`: no value is over 12; `mixed`: values settle it both ways. Rows (as counted in the file) show where. */
  | { ok: false; why: 'unknown' | 'mixed'; dayFirstRow: number | null; monthFirstRow: number | null };

const NUMERIC = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})(?!\d)/;

/**
 * Decides for a whole column whether days or months come first: any value over 12 settles it; values that settle it both
 * ways, or none at all among numeric dates, leave it to a person. Never decided row by row.
 */
export function decideOrder(cells: Iterable<{ row: number; value: string }>): OrderDecision {
  let dayFirstRow: number | null = null;
  let monthFirstRow: number | null = null;
  let undecided = false;
  for (const { row, value } of cells) {
    const match = NUMERIC.exec(value.trim());
    if (!match) continue;
    const [a, b] = [Number(match[1]), Number(match[2])];
    if (a > 12 && a <= 31 && b <= 12) dayFirstRow ??= row;
    else if (b > 12 && b <= 31 && a <= 12) monthFirstRow ??= row;
    else if (a !== b) undecided = true;
  }
  if (dayFirstRow !== null && monthFirstRow !== null)
    return { ok: false, why: 'mixed', dayFirstRow, monthFirstRow };
  if (monthFirstRow !== null) return { ok: true, order: 'month-first' };
  if (dayFirstRow !== null || !undecided) return { ok: true, order: 'day-first' };
  return { ok: false, why: 'unknown', dayFirstRow, monthFirstRow };
}

/** The first row whose date can't be read in the given order although the other order reads it; null where none is. */
export function contradiction(
  cells: Iterable<{ row: number; value: string }>,
  order: DateOrder,
): number | null {
  for (const { row, value } of cells) {
    const match = NUMERIC.exec(value.trim());
    if (!match) continue;
    const [a, b] = [Number(match[1]), Number(match[2])];
    const [month, day] = order === 'month-first' ? [a, b] : [b, a];
    if (month > 12 && month <= 31 && day >= 1 && day <= 12) return row;
  }
  return null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const DAY_NAMED =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})(?:[T ,].*)?$/i;
const NAMED_DAY =
  /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:[T ,].*)?$/i;
/** `Wed Jul 27 21:56:00 WIB 2022` */
const UNIX = /^[a-z]{3} ([a-z]{3}) +(\d{1,2}) \d{2}:\d{2}:\d{2} (?:\S+ )?(\d{4})$/i;

/**
 * A date as ISO text (`2013-09-04`), or null where it is none: days that never were (29 February 1900) are refused.
 * Times of day and their zones are passed over: the date is the one that was written.
 */
export function parseDate(written: string, order: DateOrder): string | null {
  const text = written.trim();
  const iso = ISO.exec(text) ?? COMPACT.exec(text);
  if (iso) return toIso(iso[1], iso[2], iso[3]);
  const numeric = NUMERIC.exec(text);
  if (numeric && /^(?:[T ,].*)?$/.test(text.slice(numeric[0].length))) {
    const [, a, b, year] = numeric;
    return order === 'month-first' ? toIso(year, a, b) : toIso(year, b, a);
  }
  const dayNamed = DAY_NAMED.exec(text);
  if (dayNamed) return toIso(dayNamed[3], monthNumber(dayNamed[2]), dayNamed[1]);
  const named = UNIX.exec(text) ?? NAMED_DAY.exec(text);
  if (named) return toIso(named[3], monthNumber(named[1]), named[2]);
  if (/^\d{12,14}$/.test(text)) return fromEpoch(Number(text));
  return /^\d{5}([.,]\d+)?$/.test(text) ? fromSerial(Number(text.replace(',', '.'))) : null;
}

/** Days as spreadsheets count them since 1900, for 1954 to 2099: what a date becomes in a cell without a format. */
const fromSerial = (day: number): string | null =>
  day >= 20_000 && day < 73_051
    ? new Date(Date.UTC(1899, 11, 30 + Math.floor(day))).toISOString().slice(0, 10)
    : null;

function fromEpoch(milliseconds: number): string | null {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime())
    ? null
    : toIso(String(date.getUTCFullYear()), String(date.getUTCMonth() + 1), String(date.getUTCDate()));
}

function monthNumber(name: string | undefined): string | undefined {
  const index = MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase());
  return index < 0 ? undefined : String(index + 1);
}

function toIso(y: string | undefined, m: string | undefined, d: string | undefined): string | null {
  if (y === undefined || m === undefined || d === undefined) return null;
  // Two digits: 1930 to 2029, as spreadsheet programs read them.
  const year = y.length === 2 ? Number(y) + (Number(y) < 30 ? 2000 : 1900) : Number(y);
  const date = new Date(Date.UTC(year, Number(m) - 1, Number(d)));
  if (year < 1850 || year > 2199 || date.getUTCMonth() !== Number(m) - 1 || date.getUTCDate() !== Number(d))
    return null;
  return date.toISOString().slice(0, 10);
}
