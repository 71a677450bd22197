/** A cell that a spreadsheet program would take for a formula, also after blanks or in full-width signs. */
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]|^[\t\r\n]/;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)*%?$/;

/**
 * Rows as CSV (UTF-8 with a byte order mark, CRLF) in which no cell runs as a formula when the file is opened: such a cell
 * starts with an apostrophe. Plain numbers, also negative ones, stay as they are.
 */
export function toSafeCsv(
  header: readonly string[],
  rows: Iterable<readonly (string | number | null)[]>,
): string {
  const lines = [header.map(safeCell).join(',')];
  for (const row of rows) lines.push(row.map(safeCell).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** A cell as it was before `toSafeCsv` put an apostrophe before it. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;

function safeCell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
