import type { WhyLeftOut } from '../recognise/sheet.js';
import type { ColumnRef, SheetMapping } from './schema.js';
import { blankTest, looseKey } from './values.js';

/**
 * A test of one row's cells against the mapping's rules for rows that are left out.
 * @param cellAt gives the place of a column, or a negative number where the file hasn't it
 * @returns why the row is left out, or null
 */
export function leaveOutTest<Row>(
  mapping: SheetMapping,
  cellOf: (row: Row, column: ColumnRef) => string | null,
): (row: Row) => WhyLeftOut | null {
  const isBlank = blankTest(mapping.blanks);
  const rules = mapping.leaveOut.map((rule) => ({
    ...rule,
    set: new Set(rule.values.map(looseKey)),
    others: rule.except ? new Set(rule.except.map(looseKey)) : null,
  }));
  if (rules.length === 0) return () => null;
  return (row) => {
    for (const { column, set, others, blank, why } of rules) {
      const cell = cellOf(row, column);
      if (isBlank(cell)) {
        if (blank) return why;
      } else if (set.has(looseKey(cell!)) || (others && !others.has(looseKey(cell!)))) return why;
    }
    return null;
  };
}
