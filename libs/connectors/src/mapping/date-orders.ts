import type { ReadOutcome } from '../contract.js';
import type { Table } from '../reading/table.js';
import { contradiction, decideOrder, type DateOrder } from './dates.js';
import type { SheetNotes } from './notes.js';
import { refKey, refName } from './resolve.js';
import type { ColumnRef, SheetMapping } from './schema.js';
import { blankTest } from './values.js';

/** Decides the order of day and month for each date column over the rows of all files; held where that can't be. */
export function decideDates(tables: Table[], mapping: SheetMapping, notes: SheetNotes): ReadOutcome | null {
  const isBlank = blankTest(mapping.blanks);
  for (const rule of mapping.columns) {
    const isBirth = rule.as === 'respondent' && rule.field === 'dateOfBirth';
    if (rule.as !== 'date' && !isBirth) continue;
    const key = refKey(rule.column);
    if (rule.order !== 'auto') {
      notes.dateOrders[key] = rule.order;
      const row = isBirth ? null : contradiction(valuesOf(tables, notes, key, isBlank), rule.order);
      if (row !== null) return heldForOrder(tables, mapping, rule.column, rule.order, row);
      continue;
    }
    const decision = decideOrder(valuesOf(tables, notes, key, isBlank));
    if (decision.ok) notes.dateOrders[key] = decision.order;
    // A date of birth that can't be told is kept as given: it decides nothing about the submission.
    else if (!isBirth) return heldForDates(tables, mapping, rule.column, decision);
  }
  return null;
}

function* valuesOf(
  tables: Table[],
  notes: SheetNotes,
  key: string,
  isBlank: (cell: string | null) => boolean,
): Generator<{ row: number; value: string }> {
  for (const table of tables) {
    const label = notes.columns[table.file]?.[key];
    if (label === undefined) continue;
    for (const { row, cells } of table.rows) {
      const value = cells[label] ?? null;
      if (value !== null && !isBlank(value)) yield { row, value };
    }
  }
}

/** The mapping says one order and a date of the file can only be read in the other. */
function heldForOrder(
  tables: Table[],
  mapping: SheetMapping,
  column: ColumnRef,
  order: DateOrder,
  row: number,
): ReadOutcome {
  const name = refName(column);
  const other: DateOrder = order === 'month-first' ? 'day-first' : 'month-first';
  const words = {
    'day-first': 'the day first',
    'month-first': 'the month first',
    'year-first': 'the year first',
  };
  const reason = `The mapping says that dates in column ${name} have ${words[order]}; the date in row ${row} can only have ${words[other]}. Say which one holds, or mend the file.`;
  return {
    status: 'held',
    code: 'date-order-contradicted',
    reason,
    rejections: [{ file: tables[0]?.file ?? '', row, column: name, code: 'date-order-contradicted', reason }],
    suggestedMapping: {
      ...mapping,
      columns: mapping.columns.map((rule) =>
        rule.as === 'date' && rule.column === column ? { ...rule, order: other } : rule,
      ),
    },
  };
}

function heldForDates(
  tables: Table[],
  mapping: SheetMapping,
  column: ColumnRef,
  decision: { why: 'unknown' | 'mixed'; dayFirstRow: number | null; monthFirstRow: number | null },
): ReadOutcome {
  const name = refName(column);
  const reason =
    decision.why === 'mixed'
      ? `The dates in column ${name} are written in two orders: day first in row ${decision.dayFirstRow}, month first in row ${decision.monthFirstRow}. Say in the mapping which one holds, or mend the file.`
      : `No date in column ${name} tells whether the day or the month comes first. Say so in the mapping ("order").`;
  const order: DateOrder = 'day-first';
  return {
    status: 'held',
    code: decision.why === 'mixed' ? 'date-order-mixed' : 'date-order-unknown',
    reason,
    rejections: [
      {
        file: tables[0]?.file ?? '',
        row: decision.monthFirstRow,
        column: name,
        code: `date-order-${decision.why}`,
        reason,
      },
    ],
    suggestedMapping: {
      ...mapping,
      columns: mapping.columns.map((rule) =>
        rule.as === 'date' && rule.column === column ? { ...rule, order } : rule,
      ),
    },
  };
}
