/** Rules of mapping documents, as plain JSON: the same that a person would write for a real partner. */
export type Rule = Record<string, unknown>;

export interface MappingDocument {
  note: string;
  engagement?: Rule;
  columns: Rule[];
  blanks?: string[];
}

export const respondent = (column: string, field: string, order?: string): Rule => ({
  as: 'respondent',
  column,
  field,
  ...(order ? { order } : {}),
});

export const demographic = (
  column: string,
  characteristic: string,
  wording: string,
  values?: Record<string, string | null>,
): Rule => ({
  as: 'demographic',
  column,
  characteristic,
  wording,
  ...(values ? { values } : {}),
});

export const freeText = (column: string, key: string, text: string): Rule => ({
  as: 'question',
  column,
  key,
  text,
  kind: 'free-text',
});

export const date = (column: string, order: string): Rule => ({ as: 'date', column, order });

export const group = (column: string): Rule => ({ as: 'community', column, kind: 'organisation' });
