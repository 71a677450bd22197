import type { RecordTable } from '../table/record-table.js';
import { jaroWinkler, oneSlipApart } from './jaro-winkler.js';

const EMAIL = 7;
const AT = 64;

/** Whether a name's bytes stand inside a range of another text's bytes. */
function contains(
  text: Uint8Array,
  from: number,
  to: number,
  name: Uint8Array,
  start: number,
  end: number,
): boolean {
  const length = end - start;
  if (length < 3) return false;
  for (let at = from; at + length <= to; at++) {
    let same = 0;
    while (same < length && text[at + same] === name[start + same]) same++;
    if (same === length) return true;
  }
  return false;
}

function holdsName(table: RecordTable, rows: Int32Array, row: number, from: number, to: number): boolean {
  const text = table.dictionaries[EMAIL]!.arena;
  for (const number of [0, 1]) {
    const names = table.dictionaries[number]!;
    const id = rows[row + number]!;
    if (id !== 0 && contains(text, from, to, names.arena, names.starts[id]!, names.starts[id + 1]!))
      return true;
  }
  return false;
}

/**
 * Level of two records' e-mails. Addresses that are alike only because both are made of the person's name say nothing
 * that the name has not said: they count as blank.
 */
export function compareEmails(table: RecordTable, rows: Int32Array, a: number, b: number): number {
  const [x, y] = [rows[a + EMAIL]!, rows[b + EMAIL]!];
  if (x === 0 || y === 0) return 0;
  if (x === y) return 1;
  const { arena, starts } = table.dictionaries[EMAIL]!;
  const xEnd = arena.indexOf(AT, starts[x]!);
  const yEnd = arena.indexOf(AT, starts[y]!);
  if (oneSlipApart(arena, starts[x]!, xEnd, arena, starts[y]!, yEnd)) {
    return sameBytes(arena, starts[x]!, xEnd, starts[y]!, yEnd) ? 2 : 3;
  }
  if (arena[starts[x]!] !== arena[starts[y]!]) return 4;
  const similarity = jaroWinkler(arena, starts[x]!, xEnd, arena, starts[y]!, yEnd);
  if (similarity < 0.84) return 4;
  if (holdsName(table, rows, a, starts[x]!, xEnd) && holdsName(table, rows, b, starts[y]!, yEnd)) return 0;
  return similarity >= 0.92 ? 3 : 4;
}

function sameBytes(arena: Uint8Array, from: number, to: number, start: number, end: number): boolean {
  if (to - from !== end - start) return false;
  for (let at = 0; at < to - from; at++) if (arena[from + at] !== arena[start + at]) return false;
  return true;
}
