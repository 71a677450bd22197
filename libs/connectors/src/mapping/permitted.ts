import type { ColumnRef, ColumnRule } from './schema.js';

const fold = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

/**
 * May the answer to a question be used, by what another column of the row says? A cell that is blank or says anything else than
 * the rule lists permits nothing.
 * @param cellOf the cell of a column, null where it is blank
 */
export function isPermitted(
  {
    permittedBy,
    permittedWhere = [],
  }: Pick<ColumnRule & { as: 'question' }, 'permittedBy' | 'permittedWhere'>,
  cellOf: (column: ColumnRef) => string | null | undefined,
): boolean {
  if (permittedBy === undefined) return true;
  const cell = cellOf(permittedBy);
  return typeof cell === 'string' && permittedWhere.some((value) => fold(value) === fold(cell));
}
