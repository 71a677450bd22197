import type { RawRow, Rejection } from '#domain';
import type { SheetNotes } from './notes.js';
import { refKey, refName } from './resolve.js';
import type { ColumnRef, ColumnRule, SheetMapping } from './schema.js';
import { blankTest, valueLookup } from './values.js';

/** A rejection of one row at one column (null: the whole row). */
export function reject(row: RawRow, column: ColumnRef | null, code: string, reason: string): Rejection {
  return { file: row.file, row: row.row, column: column === null ? null : refName(column), code, reason };
}

/** Reads single cells under one mapping and one delivery's notes, with blanks and value maps applied. */
export class CellReader {
  readonly isBlank: (cell: string | null | undefined) => boolean;
  private readonly lookups = new Map<ColumnRule, (answer: string) => string | null | undefined>();

  constructor(
    readonly mapping: SheetMapping,
    readonly notes: SheetNotes,
  ) {
    this.isBlank = blankTest(mapping.blanks);
    for (const rule of mapping.columns)
      if ('values' in rule) this.lookups.set(rule, valueLookup(rule.values));
  }

  /** The cell as delivered; null where it is blank or its column is not in this file. */
  cell(row: RawRow, ref: ColumnRef): string | null {
    const label = this.notes.columns[row.file]?.[refKey(ref)];
    const cell = label === undefined ? null : (row.cells[label] ?? null);
    return this.isBlank(cell) ? null : cell;
  }

  /** The cell after the rule's value map. */
  mapped(rule: ColumnRule, cell: string | null): string | null {
    const to = this.lookUp(rule, cell);
    return to === undefined ? cell : to;
  }

  /** What the rule's value map makes of an answer; undefined where it does not speak of it. */
  lookUp(rule: ColumnRule, cell: string | null): string | null | undefined {
    return cell === null ? undefined : this.lookups.get(rule)?.(cell);
  }
}
