import type { RecordTable } from '../table/record-table.js';

/** Fields that tell people apart: names, birth date, e-mail, phone, national number. */
const TELLING = [0, 1, 2, 7, 8, 9];

/** Rows with one telling field at most: they cannot be linked with any certainty, and are reported apart. */
export function thinRows(table: RecordTable): number[] {
  const thin: number[] = [];
  for (let row = 0; row < table.count; row++) {
    const at = row * table.stride;
    if (table.rows[at + 9] !== 0) continue;
    let telling = 0;
    for (const number of TELLING) if (table.rows[at + number] !== 0) telling++;
    if (telling < 2) thin.push(row);
  }
  return thin;
}

/** Whether a row holds anything that tells people apart: without, it can't be compared, and nothing is learnt from it. */
export function tells({ rows, stride }: RecordTable, row: number): boolean {
  return TELLING.some((number) => rows[row * stride + number] !== 0);
}
