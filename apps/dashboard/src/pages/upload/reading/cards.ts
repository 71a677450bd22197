import type { LookColumn } from '../look';
import type { Mapping, Rule } from '../mapping';
import { columnsOf } from './changes';

/** One card: a rule with the columns that it reads. */
export interface CardOf {
  /** Place of the rule in the mapping. */
  at: number;
  rule: Rule;
  columns: LookColumn[];
  /** How sure the hub was of it, 0 to 1: of several columns the least. */
  confidence: number;
}

/** Id of the control that changes what a column becomes. */
export const cardId = (label: string): string =>
  `column-${label.replaceAll(/[^A-Za-z0-9]+/g, '-').slice(0, 80) || 'unnamed'}`;

/** Cards in the order of the file; what the file hasn't stands in none. */
export function cardsOf(mapping: Mapping, columns: readonly LookColumn[]): CardOf[] {
  return mapping.columns
    .map((rule, at) => {
      const own = columnsOf(rule, columns);
      const confidence = own.reduce((least, one) => Math.min(least, one.confidence), 1);
      return { at, rule, columns: own, confidence };
    })
    .filter((card) => card.columns.length > 0)
    .sort((a, b) => a.columns[0]!.position - b.columns[0]!.position);
}

/** Letters of columns: "J to O" where they stand beside each other. */
export function lettersOf(columns: readonly LookColumn[]): string {
  const first = columns[0];
  const last = columns.at(-1);
  if (!first || !last) return '';
  if (columns.length === 1) return first.letter;
  return last.position - first.position === columns.length - 1
    ? `${first.letter} to ${last.letter}`
    : columns.map(({ letter }) => letter).join(', ');
}
