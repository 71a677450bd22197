import type { GridRow } from '../reading/grid.js';
import { columnLetter } from '../reading/place.js';
import { isGenericLower, isImportIds, saysNothingBelow } from './header.js';
import { filledIn, spansOf, textOf, type ColumnLabel } from './sheet.js';

/**
 * Labels of the columns out of one to four header rows: an upper one is carried over the columns to its right, as far as its
 * merged cell reaches or, where none is merged, up to the next one.
 * @param merged ranges of the sheet
 */
export function composeLabels(
  header: readonly GridRow[],
  width: number,
  merged: readonly string[] = [],
): ColumnLabel[] {
  const rows = header.filter((row) => !isImportIds(row));
  if (rows.length === 0) return unique(Array.from({ length: width }, () => bare('')));
  const parts = wordings(rows, merged);
  const columns = Array.from({ length: width }, (_, column) => {
    const texts = parts.map((row) => row[column] ?? '').filter((text) => text !== '');
    return labelOf(texts.map(clean));
  });
  return unique(columns);
}

const clean = (text: string): string => text.replace(/[\s\u200b\ufeff]+/g, ' ').trim();
const bare = (label: string): ColumnLabel => ({ label, stem: null, item: null });

/** Rows of texts from the upper to the lower; a full row of short codes over full wordings is passed over. */
function wordings(rows: readonly GridRow[], merged: readonly string[]): string[][] {
  let texts = rows.map(({ cells }) => cells.map(textOf));
  let spans = rows.map(({ row }) => spansOf(merged, row));
  for (let at = 0; at + 1 < texts.length; at++) {
    const [upper, lower] = [texts[at]!, texts[at + 1]!];
    const both = upper.filter((text, column) => text !== '' && (lower[column] ?? '') !== '').length;
    const full = Math.min(filledIn(upper), filledIn(lower));
    // "Response" under a question: the lower row holds its parts, and is no other wording of it.
    if (lower.some(saysNothingBelow)) continue;
    if (both < 0.8 * full || full < 0.7 * Math.max(filledIn(upper), filledIn(lower))) continue;
    // The longer wording speaks; the other fills its gaps.
    const longer = length(upper) > length(lower) ? upper : lower;
    const other = longer === upper ? lower : upper;
    const filled = Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
      const text = longer[column] ?? '';
      return text === '' ? (other[column] ?? '') : text;
    });
    texts = [...texts.slice(0, at), filled, ...texts.slice(at + 2)];
    spans = [...spans.slice(0, at), new Map([...spans[at]!, ...spans[at + 1]!]), ...spans.slice(at + 2)];
    at--;
  }
  return texts.map((row, at) =>
    at + 1 < texts.length ? carried(row, texts.slice(at + 1), spans[at]!) : row,
  );
}

const length = (texts: string[]): number => texts.reduce((sum, text) => sum + text.length, 0);

/** The upper label stands over the first of its columns only: it is carried to the right while something stands below. */
function carried(upper: string[], below: string[][], spans: ReadonlyMap<number, number>): string[] {
  const width = Math.max(upper.length, ...below.map((row) => row.length));
  let current = '';
  let end = Infinity;
  return Array.from({ length: width }, (_, column) => {
    const text = upper[column] ?? '';
    const under = below.some((row) => (row[column] ?? '') !== '');
    // A label with nothing under it speaks of its own column alone.
    if (text !== '') {
      current = under ? text : '';
      end = spans.get(column) ?? Infinity;
    } else if (!under || column > end) current = '';
    return text !== '' ? text : under ? current : '';
  });
}

function labelOf(texts: string[]): ColumnLabel {
  const distinct = texts.filter((text, index) => text !== texts[index - 1]);
  if (distinct.length === 0) return bare('');
  if (distinct.length === 1) return bare(distinct[0]!);
  const item = distinct.at(-1)!;
  const stem = distinct.slice(0, -1).join(' - ');
  if (saysNothingBelow(item)) return { label: stem, stem: null, item: null };
  if (isGenericLower(item) && !/^other/i.test(item))
    return { label: `${stem} - ${item}`, stem: null, item: null };
  return { label: `${stem} - ${item}`, stem, item };
}

/** A label for each column and no two alike; a column without one has its letter. */
function unique(columns: ColumnLabel[]): ColumnLabel[] {
  const used = new Set<string>();
  return columns.map((column, index) => {
    const base = column.label === '' ? columnLetter(index) : column.label;
    let label = base;
    for (let copy = 2; used.has(label); copy++) label = `${base} (${copy})`;
    used.add(label);
    return { ...column, label };
  });
}
