import type { ColumnRule } from './schema.js';

/** Rules that a layout brings with it. All are optional: a file that lacks the column is no less of this layout. */
export const ignoring = (...columns: string[]): ColumnRule[] =>
  columns.map((column) => ({ as: 'ignore', column, optional: true }));

export const submissionId = (column: string): ColumnRule => ({ as: 'submission-id', column, optional: true });

export const dated = (column: string, order: 'auto' | 'day-first' | 'month-first' = 'auto'): ColumnRule => ({
  as: 'date',
  column,
  optional: true,
  order,
});

export const ofRespondent = (
  column: string,
  field: Extract<ColumnRule, { as: 'respondent' }>['field'],
): ColumnRule => ({
  as: 'respondent',
  column,
  optional: true,
  field,
  order: 'auto',
});

export const demographic = (
  column: string,
  characteristic: Extract<ColumnRule, { as: 'demographic' }>['characteristic'],
  wording: string,
): ColumnRule => ({ as: 'demographic', column, optional: true, characteristic, wording, values: {} });
