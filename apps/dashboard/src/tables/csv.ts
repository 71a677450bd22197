/** What stands in a downloaded cell; null is an empty cell. */
export type CsvValue = string | number | null;

/**
 * Signs that make a spreadsheet take text for a formula. The guard is a leading apostrophe
 * (OWASP, CSV injection); numbers stay numbers.
 */
const FORMULA = /^[\s\u200b]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** One cell: text that begins like a formula is made safe, then quoted where it must be. */
export function csvCell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n;]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A CSV file (RFC 4180) with a byte order mark, so that spreadsheets read it as UTF-8. */
export function csvText(heads: readonly string[], rows: readonly CsvValue[][]): string {
  const lines = [heads, ...rows].map((cells) => cells.map(csvCell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** Takes the guard away again: what was shown as `'=1+1` was received as `=1+1`. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;

/** Reads CSV as the hub writes it (RFC 4180, commas); rows of cells, the byte order mark removed. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  const row: string[] = [];
  let cell = '';
  let quoted = false;
  const source = text.replace(/^\uFEFF/, '');
  for (let at = 0; at < source.length; at++) {
    const sign = source[at] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (source[at + 1] === '"') cell += source[++at];
      else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === ',' || sign === '\n') {
      row.push(cell.replace(/\r$/, ''));
      cell = '';
      if (sign === '\n') rows.push(row.splice(0));
    } else cell += sign;
  }
  if (cell !== '' || row.length) rows.push([...row, cell.replace(/\r$/, '')]);
  return rows;
}
