/** One cell: quoted where it must be (RFC 4180). */
function cell(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** A CSV file with CRLF line ends; with a byte order mark where the layout has one. */
export function csv(
  header: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
  mark = false,
): Uint8Array {
  const lines = [header, ...rows].map((row) => row.map(cell).join(','));
  return new TextEncoder().encode(`${mark ? '\ufeff' : ''}${lines.join('\r\n')}\r\n`);
}
