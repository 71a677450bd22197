import type { ColumnRule, SheetMapping } from './mapping/schema.js';
import { labelsAsWritten } from './recognise/key/as-written.js';
import type { LayoutKnowledge } from './recognise/layout.js';
import type { Recognition } from './recognise/recognition.js';
import { recognise } from './recognise/recognise.js';
import type { SheetCells } from './recognise/sheet.js';
import { namedAfter, toMapping } from './recognise/to-mapping.js';

export interface ColumnSuggestion {
  column: string;
  as: ColumnRule['as'];
  /** 0 to 1; below 0.6 a person should look twice. */
  confidence: number;
  reason: string;
}

export interface Suggestion {
  /** Complete and valid, but a proposal: a person looks at it before it is used. */
  mapping: SheetMapping;
  columns: ColumnSuggestion[];
  /** What the file can't tell and a person must. */
  questions: string[];
}

/** A recognised sheet as a suggestion: a mapping, a reason for every column, and what a person must say. */
export function suggestionOf(seen: Recognition, file: string): Suggestion {
  const mapping = toMapping(seen, namedAfter(file));
  const columns = labelsAsWritten(seen).map(({ label }, at): ColumnSuggestion => {
    const group = seen.groups.find(({ columns: members }) => members.includes(at));
    if (group)
      return {
        column: label,
        as: group.kind === 'multi-choice' ? 'options' : group.kind,
        confidence: group.confidence,
        reason: group.reason,
      };
    const twin = seen.groups.some((candidate) => candidate.twin === at);
    const { meaning, confidence, reason } = seen.findings[at]!;
    const as = twin || meaning.as === 'consent' || meaning.as === 'status' ? 'ignore' : meaning.as;
    return {
      column: label,
      as,
      confidence,
      reason: twin ? 'Says again what the columns beside it say.' : reason,
    };
  });
  const questions = [
    'Which engagement do these rows belong to? Give it a key and a title.',
    ...seen.asks.map(({ column, why }) => (column === null ? why : `"${column}": ${why}`)),
  ];
  return { mapping, columns, questions };
}

/**
 * A mapping for a sheet nobody has described yet, from its labels and some of its rows.
 * @param labels of the columns, in file order
 * @param rows samples: cells by label; some tens are enough
 */
export function suggestMapping(
  labels: readonly string[],
  rows: readonly Record<string, string | null>[],
  layouts: readonly LayoutKnowledge[] = [],
): Suggestion {
  return suggestionOf(recognise(labelledSheet(labels, rows), layouts), 'Engagement to be named');
}

/** Rows under labels that are known already. */
export const labelledSheet = (
  labels: readonly string[],
  rows: readonly Record<string, string | null>[],
): SheetCells => ({
  name: null,
  hidden: false,
  rows: rows.map((cells, at) => ({ row: at + 1, cells: labels.map((label) => cells[label] ?? null) })),
  merged: [],
  hiddenRows: [],
  labels,
});
