import { MOST_SUPPORT, type RawRow, type Rejection, type Support } from '#domain';
import { reject } from './cells.js';
import type { ColumnRule } from './schema.js';
import { parseNumber } from './values.js';

/** How often others did something for or against what a row says; the reason to set the cell aside where it is no whole number. */
export function readSupport(
  rule: ColumnRule & { as: 'support' },
  cell: string,
  row: RawRow,
): Support | Rejection {
  const times = cell.includes('%') ? null : parseNumber(cell);
  if (times !== null && Number.isInteger(times) && times >= 0 && times <= MOST_SUPPORT)
    return { act: rule.act, times };
  return reject(
    row,
    rule.column,
    'count-invalid',
    `The cell should say how many ${rule.act} the platform counted: a whole number, 0 or more.`,
  );
}
