import { type Answer, type Question, type RawRow, type Rejection, unanswered } from '#domain';
import { reject, type CellReader } from './cells.js';
import { optionRef } from './labels.js';
import type { ColumnRule } from './schema.js';
import { recordKind } from './several-columns.js';
import { parseScore } from './scores.js';
import { placedList, splitByList, unnumberedList } from './split-options.js';
import { decimalPoint, parseNumber, splitOptions } from './values.js';

/** One cell as the answer to one question; null where it says nothing, the reason to set it aside where it can't be such an answer. */
export function readAnswer(
  reader: CellReader,
  rule: ColumnRule & { as: 'question' },
  cell: string,
  row: RawRow,
): Answer | Rejection | null {
  const question = questionOf(reader, rule, row);
  if (!question)
    return reject(
      row,
      rule.by?.column ?? null,
      'question-unknown',
      'The cell names a question that the mapping doesn’t.',
    );
  const value = reader.mapped(rule, cell);
  if (value === null || reader.isBlank(value)) return null;
  switch (rule.kind) {
    case 'free-text':
      return { question, text: value, options: [], value: null };
    case 'choice':
    case 'scale':
      return { question, text: null, options: [value], value: null };
    case 'multi-choice':
    case 'ranking':
    case 'matrix': {
      const pieces = optionsOf(rule, cell);
      const ordered =
        (rule.kind === 'ranking' ? (placedList(cell) ?? unnumberedList(pieces)) : null) ?? pieces;
      const options = ordered.map((option) => reader.mapped(rule, option));
      return { question, text: null, options: options.filter((option) => option !== null), value: null };
    }
    case 'number':
    case 'vote': {
      // "98 - Don't know" is no score of 98.
      if (rule.kind === 'number' && unanswered(value))
        return { question, text: null, options: [value.trim()], value: null };
      const written = rule.decimal === 'comma' ? decimalPoint(value) : value;
      const number = parseNumber(written) ?? (rule.kind === 'number' ? parseScore(written) : null);
      if (number === null || (rule.kind === 'vote' && ![-1, 0, 1].includes(number)))
        return reject(
          row,
          rule.column,
          `${rule.kind}-invalid`,
          `The cell is not a ${rule.kind} and stands in no value map of the mapping.`,
        );
      return { question, text: null, options: [], value: number };
    }
  }
}

function questionOf(reader: CellReader, rule: ColumnRule & { as: 'question' }, row: RawRow): Question | null {
  if (!rule.by)
    return {
      key: rule.key,
      text: rule.text ?? reader.notes.questionTexts[String(rule.column)] ?? labelOf(rule.column),
      kind: recordKind(rule.kind),
    };
  const named = reader.cell(row, rule.by.column)?.trim();
  const known = named === undefined ? undefined : rule.by.questions[named];
  return known ? { key: known.key, text: known.text, kind: recordKind(rule.kind) } : null;
}

/** Options that hold the delimiter are told by the rule's list of them. */
const optionsOf = (rule: ColumnRule & { as: 'question' }, cell: string): string[] =>
  rule.options && rule.delimiter !== undefined && !cell.startsWith('[')
    ? splitByList(cell, rule.delimiter, [...rule.options, ...Object.keys(rule.values)])
    : splitOptions(cell, rule.delimiter);

const labelOf = (column: string | number): string =>
  typeof column === 'number' ? `Column ${column}` : column.replace(/\s+/g, ' ').trim();

const NOT_CHOSEN = new Set([
  '0',
  '0.0',
  'no',
  'n',
  'false',
  'f',
  'unchecked',
  'unticked',
  'not ticked',
  'not selected',
  'not chosen',
]);

/** Does the cell choose its option? By the rule's own values, or else whatever is no "no". */
function isChosen(rule: ColumnRule & { as: 'options' }, cell: string): boolean {
  const key = cell.trim().toLowerCase();
  if (rule.notChosen?.some((value) => value.trim().toLowerCase() === key)) return false;
  if (rule.chosen) return rule.chosen.some((value) => value.trim().toLowerCase() === key);
  return !NOT_CHOSEN.has(key);
}

/** What whoever wrote an answer of their own beside the options chose. */
export const OTHER = 'Other';

/** A question whose options stand in a column each. */
export function readOptions(
  reader: CellReader,
  rule: ColumnRule & { as: 'options' },
  row: RawRow,
): Answer | null {
  const options: string[] = [];
  for (const [written, option] of Object.entries(rule.columns)) {
    const cell = reader.cell(row, optionRef(written));
    if (cell !== null && isChosen(rule, cell)) options.push(option);
  }
  const wrote = (rule.other ?? []).some((ref) => {
    const cell = reader.cell(row, ref);
    return cell !== null && !reader.isBlank(cell);
  });
  if (wrote && !options.includes(OTHER)) options.push(OTHER);
  if (options.length === 0) return null;
  return {
    question: { key: rule.key, text: rule.text, kind: 'multi-choice' },
    text: null,
    options,
    value: null,
  };
}
