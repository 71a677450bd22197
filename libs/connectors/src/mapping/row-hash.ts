import { createHash } from 'node:crypto';

import type { RawRow } from '#domain';
import type { Table } from '../reading/table.js';

/**
 * A hash of what arrived in one row, by which it is known again whatever a mapping says of labels and columns: its cells in
 * their order. Only where the file itself names each cell (JSON), or where lines were put together, the names stand for the order.
 * @returns 32 hexadecimal digits: the first half of a SHA-256
 */
export function hashRow({ kind, labels, lines }: Table, { cells }: RawRow): string {
  const named = kind === 'json' || lines !== undefined;
  const values = labels.map((label) => cells[label]?.trim() || null);
  const said = named
    ? labels.flatMap((label, at) => (values[at] === null ? [] : [[label, values[at]]])).sort(byLabel)
    : values.slice(0, values.findLastIndex((value) => value !== null) + 1);
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 32);
}

const byLabel = ([a]: (string | null | undefined)[], [b]: (string | null | undefined)[]): number =>
  a! < b! ? -1 : 1;
