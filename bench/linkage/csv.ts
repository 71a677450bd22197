import { closeSync, openSync, readSync } from 'node:fs';

const CHUNK = 1 << 20;
const [QUOTE, COMMA, NEWLINE, RETURN] = [34, 44, 10, 13];

/**
 * Reads a CSV file a megabyte at a time and hands over each row's cells, trimmed. Quoted cells may hold commas, quotes
 * and line breaks. The first row is the header.
 */
export function readCsv(file: string, onRow: (cells: string[]) => void): void {
  const handle = openSync(file, 'r');
  let rest = Buffer.alloc(0);
  const chunk = Buffer.alloc(CHUNK);
  for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk)) {
    const bytes =
      rest.length === 0 ? chunk.subarray(0, read) : Buffer.concat([rest, chunk.subarray(0, read)]);
    rest = Buffer.from(bytes.subarray(splitRows(bytes, onRow)));
  }
  closeSync(handle);
  if (rest.length > 0) splitRows(Buffer.concat([rest, Buffer.from('\n')]), onRow);
}

/** Hands over the whole rows of a buffer; gives where the first unfinished one begins. */
function splitRows(bytes: Buffer, onRow: (cells: string[]) => void): number {
  let start = 0;
  let quotes = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) quotes++;
    else if (byte === NEWLINE && quotes % 2 === 0) {
      const end = at > start && bytes[at - 1] === RETURN ? at - 1 : at;
      if (end > start) onRow(splitCells(bytes, start, end, quotes > 0));
      start = at + 1;
      quotes = 0;
    }
  }
  return start;
}

function splitCells(bytes: Buffer, from: number, to: number, quoted: boolean): string[] {
  const cells: string[] = [];
  let start = from;
  let inside = false;
  for (let at = from; at <= to; at++) {
    if (quoted && bytes[at] === QUOTE && at < to) inside = !inside;
    if (at < to && (bytes[at] !== COMMA || inside)) continue;
    const cell = bytes.toString('utf8', start, at).trim();
    cells.push(quoted && cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"').trim() : cell);
    start = at + 1;
  }
  return cells;
}
