/** Number formats that every workbook has without saying so and that show dates or times (ECMA-376 part 1, 18.8.30). */
export const BUILT_IN_DATE_FORMATS = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
  55, 56, 57, 58,
]);

/** Does a number format show dates or times? Quoted text, escaped characters, colours and conditions don't count. */
export function isDateFormat(format: string): boolean {
  const bare = (format.split(';')[0] ?? '')
    .replace(/"[^"]*"?/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (/general/i.test(bare)) return false;
  return /[dmyhs]/i.test(bare) && !/[#?]|0(?!0?$)(?!.*s)/.test(bare.replace(/s\.0+/gi, 's'));
}

const DAY = 86_400_000;

/**
 * A serial number as ISO text: `2013-09-04`, `2013-09-04T10:30:00`, or `10:30:00` for a time alone. Serial 60 is
 * `1900-02-29`, a day that never was: it is given as such, so that whoever reads dates refuses it. Null out of range.
 */
export function serialToIso(serial: number, from1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return null;
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  const time = new Date(seconds * 1000).toISOString().slice(11, 19);
  const carried = seconds === 86_400 ? 1 : 0;
  const day = Math.floor(serial) + carried;
  if (day === 0 && !from1904) return time;
  const date = from1904 ? isoDay(day + 1462) : isoDay(day);
  return seconds % 86_400 === 0 ? date : `${date}T${time}`;
}

function isoDay(day: number): string {
  if (day === 60) return '1900-02-29';
  // Before the false leap day the count runs from 31 December 1899, after it from the day before.
  const epoch = Date.UTC(1899, 11, day < 60 ? 31 : 30);
  return new Date(epoch + day * DAY).toISOString().slice(0, 10);
}
