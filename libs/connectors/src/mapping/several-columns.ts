import { type Answer, type Question, type RawRow, unanswered } from '#domain';
import type { CellReader } from './cells.js';
import { optionRef } from './labels.js';
import type { ColumnRule } from './schema.js';
import { splitPairs } from './split-options.js';
import { parseNumber } from './values.js';

type MappingKind = (ColumnRule & { as: 'question' })['kind'];

/** A scale is a choice whose options have an order, a ranking a choice of several in order; items of a matrix are choices. */
export const recordKind = (kind: MappingKind): Question['kind'] =>
  kind === 'scale' || kind === 'matrix' ? 'choice' : kind === 'ranking' ? 'multi-choice' : kind;

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);

/** Key of one item of a matrix. */
export const itemKey = (matrix: string, item: string): string => `${matrix}.${slug(item) || 'item'}`;

/** Each item of a matrix is a question of its own in the record, so that its answers are counted by themselves. */
function itemAnswer(
  { key, text, kind }: { key: string; text: string; kind: string },
  item: string,
  value: string,
): Answer | null {
  const number = kind === 'number' ? parseNumber(value) : null;
  if (kind === 'number' && number === null && !unanswered(value)) return null;
  return {
    question: {
      key: itemKey(key, item),
      text: `${text} - ${item}`,
      kind: kind === 'number' ? 'number' : 'choice',
    },
    text: null,
    options: number !== null ? [] : [value],
    value: number,
  };
}

/** The answers of one row to a matrix whose items have a column each. */
export function readMatrix(reader: CellReader, rule: ColumnRule & { as: 'matrix' }, row: RawRow): Answer[] {
  return Object.entries(rule.columns).flatMap(([written, item]) => {
    const value = reader.mapped(rule, reader.cell(row, optionRef(written)));
    const answer = value === null || reader.isBlank(value) ? null : itemAnswer(rule, item, value.trim());
    return answer ? [answer] : [];
  });
}

/** The answers of one cell that names its items: `Street lighting : Good, Litter picking : Poor`. */
export function readPairs(reader: CellReader, rule: ColumnRule & { as: 'question' }, cell: string): Answer[] {
  const text = rule.text ?? String(rule.column);
  return splitPairs(cell, rule.delimiter ?? ', ').flatMap(([item, given]) => {
    const value = reader.mapped(rule, given);
    const answer =
      value === null || reader.isBlank(value)
        ? null
        : itemAnswer({ key: rule.key, text, kind: 'choice' }, item, value);
    return answer ? [answer] : [];
  });
}

/** An order over several columns, first place first; null where nothing is placed. */
export function readRanking(
  reader: CellReader,
  rule: ColumnRule & { as: 'ranking' },
  row: RawRow,
): Answer | null {
  const placed = Object.entries(rule.columns).flatMap(([written, own]) => {
    const cell = reader.cell(row, optionRef(written))?.trim();
    if (cell === undefined) return [];
    const place = parseNumber(rule.cells === 'item' ? own : cell);
    return place === null ? [] : [{ place, option: rule.cells === 'item' ? cell : own }];
  });
  if (placed.length === 0) return null;
  placed.sort((a, b) => a.place - b.place);
  return {
    question: { key: rule.key, text: rule.text, kind: 'multi-choice' },
    text: null,
    options: placed.map(({ option }) => option),
    value: null,
  };
}
