import type { ColumnRef, ColumnRule } from './schema.js';
import { looseKey } from './values.js';

/** May the answers of a row be used, by its cells? The cell of a column is null where it is blank. */
export type Leave = (cellOf: (column: ColumnRef) => string | null | undefined) => boolean;

/**
 * By what another column of the row says, the answer to a question may be used or not: a cell that is blank or says anything else than
 * the rule lists permits nothing.
 * @returns null of a rule that asks no leave
 */
export function leaveBy(rule: ColumnRule): Leave | null {
  if (rule.as !== 'question' || rule.permittedBy === undefined) return null;
  const { permittedBy, permittedWhere = [] } = rule;
  const permitting = new Set(permittedWhere.map(looseKey));
  return (cellOf) => {
    const cell = cellOf(permittedBy);
    return typeof cell === 'string' && permitting.has(looseKey(cell));
  };
}
