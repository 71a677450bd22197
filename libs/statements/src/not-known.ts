/**
 * Codes of rows that say nothing about the people in them. They are never dropped from a table, always stand last, and
 * are never ranked, compared or put into a heading. The hub's one list.
 */
export const NOT_KNOWN_CODES = [
  '',
  'none',
  'no-theme',
  'no-community',
  'not-known',
  'unknown',
  'not-asked',
  'blank',
  'prefer-not-to-say',
  'dont-know',
  'unmapped',
  'elsewhere',
  'outside',
] as const;

export type NotKnownCode = (typeof NOT_KNOWN_CODES)[number];

const KNOWN_TO_BE_NOT = new Set<string>(NOT_KNOWN_CODES);

/** Is this the code of a row such as "Not known" or "Not in any theme"? */
export const isNotKnown = (code: string): code is NotKnownCode => KNOWN_TO_BE_NOT.has(code);
