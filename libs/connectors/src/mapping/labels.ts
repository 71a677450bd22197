import { codeColumns } from './codes.js';
import type { ColumnRef, ColumnRule } from './schema.js';

/** Labels are compared without regard to case, kind and number of blanks (U+00A0, doubled spaces), or typographic forms. */
export function labelKey(label: string): string {
  return label
    .normalize('NFKC')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u2010-\u2014]/g, '-')
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim()
    .toLowerCase();
}

export type LabelFinder = (ref: ColumnRef) => string | null;

/** Finds a column by label (exactly, or else by `labelKey` where only one fits) or by its place from 1. */
export function labelFinder(labels: readonly string[]): LabelFinder {
  const exact = new Set(labels);
  const loose = new Map<string, string | null>();
  for (const label of labels) loose.set(labelKey(label), loose.has(labelKey(label)) ? null : label);
  return (ref) => {
    if (typeof ref === 'number') return labels[ref - 1] ?? null;
    return exact.has(ref) ? ref : (loose.get(labelKey(ref)) ?? null);
  };
}

/** The columns that one rule reads. */
export function refsOf(rule: ColumnRule): ColumnRef[] {
  if (rule.as === 'options' || rule.as === 'matrix' || rule.as === 'ranking')
    return [...Object.keys(rule.columns).map(optionRef), ...('other' in rule ? (rule.other ?? []) : [])];
  if (rule.as === 'codes') return [...codeColumns(rule)];
  if (rule.as === 'question')
    return [
      rule.column,
      ...(rule.by ? [rule.by.column] : []),
      ...(rule.otherLanguages ?? []),
      ...(rule.permittedBy === undefined ? [] : [rule.permittedBy]),
    ];
  return [rule.column];
}

/** In a JSON object a place can only be written as text: `"#3"` is the third column. */
export function optionRef(written: string): ColumnRef {
  const place = /^#([1-9][0-9]{0,4})$/.exec(written);
  return place ? Number(place[1]) : written;
}

/** Does a label fit a rule's label with `*` in it? */
export function fitsPattern(pattern: string, label: string): boolean {
  const parts = labelKey(pattern)
    .split('*')
    .map((part) => part.trimStart());
  const key = labelKey(label);
  const [first = '', ...rest] = parts;
  if (!key.startsWith(first)) return false;
  const last = rest.pop() ?? '';
  let at = first.length;
  for (const part of rest) {
    const found = key.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return key.length - last.length >= at && key.endsWith(last);
}

/** How alike two labels are, 0 to 1: Dice's coefficient on pairs of letters. */
export function likeness(a: string, b: string): number {
  const left = pairs(labelKey(a));
  const right = pairs(labelKey(b));
  if (left.size === 0 || right.size === 0) return labelKey(a) === labelKey(b) ? 1 : 0;
  let both = 0;
  for (const pair of left) if (right.has(pair)) both++;
  return (2 * both) / (left.size + right.size);
}

function pairs(text: string): Set<string> {
  const compact = text.replace(/[^\p{L}\p{N}]/gu, '');
  const found = new Set<string>();
  for (let at = 0; at + 1 < compact.length; at++) found.add(compact.slice(at, at + 2));
  return found;
}
