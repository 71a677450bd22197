import { layouts, readingOf, type FileReading } from '#connectors';

export type Cell = string | number;

/** The layouts that the hub knows. */
export const known = await layouts();
/** The day on which the files of these tests are read. */
export const TODAY = '2026-11-30';

export const many = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

/** Rows as CSV, every cell quoted. */
export const csv = (rows: readonly Cell[][], mark = ','): string =>
  rows.map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(mark)).join('\n');

/** How the hub would read a file that nobody has described, storing nothing. @param content bytes, text, or rows of a CSV */
export async function read(
  content: Uint8Array | string | readonly Cell[][],
  name = 'a.csv',
): Promise<FileReading> {
  const text = typeof content === 'string' || content instanceof Uint8Array ? content : csv(content);
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return (await readingOf({ name, mediaType: null, bytes }, known, null, TODAY)).reading;
}
