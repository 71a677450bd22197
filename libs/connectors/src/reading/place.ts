import type { Rejection } from '#domain';

/** Column letter as spreadsheet programs write it: 0 -> A, 26 -> AA. */
export function columnLetter(index: number): string {
  let letters = '';
  for (let n = index; n >= 0; n = Math.floor(n / 26) - 1)
    letters = String.fromCharCode(65 + (n % 26)) + letters;
  return letters;
}

/** Its reverse: A -> 0, AA -> 26. */
export const columnIndex = (letters: string): number =>
  [...letters.toUpperCase()].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** A rejection of a whole row, or of the whole file where `row` is null. */
export function rejectRow(file: string, row: number | null, code: string, reason: string): Rejection {
  return { file, row, column: null, code, reason };
}

/** Why a file as a whole can't become rows: `held` where a person can settle it, `refused` where the file must change. */
export interface FileProblem {
  status: 'held' | 'refused';
  code: string;
  /** Says the place (line, column, sheet, part) and never a value. */
  reason: string;
  /** Line or row of the place, where there is one. */
  row: number | null;
  /** What would settle a `held` problem, as a change of the mapping's layout. */
  layout?: Record<string, unknown>;
}

export const refused = (code: string, reason: string, row: number | null = null): FileProblem => ({
  status: 'refused',
  code,
  reason,
  row,
});

export const held = (code: string, reason: string, layout: Record<string, unknown> = {}): FileProblem => ({
  status: 'held',
  code,
  reason,
  row: null,
  layout,
});
