import type { Table } from '../reading/table.js';
import { columnLetter } from '../reading/place.js';
import { fitsPattern, labelFinder, likeness, optionRef, refsOf } from './labels.js';
import type { ColumnRef, ColumnRule, SheetMapping } from './schema.js';

/** Labels of a file under which the mapping's columns were found, by `refKey`. */
export type FoundColumns = Record<string, string>;

export interface Resolution {
  found: FoundColumns;
  /** Columns that the mapping demands and the file hasn't. */
  missing: ColumnRef[];
  /** Labels of the file that no rule speaks of. */
  unknown: string[];
  /** Labels that some rule reads; the others are passed over and their cells are not kept. */
  used: Set<string>;
}

/** A label stands for itself, a place for `#n`. */
export const refKey = (ref: ColumnRef): string => (typeof ref === 'number' ? `#${ref}` : ref);

/** How a column is named to a person: by the mapping's label, or by its letter where the mapping goes by place. */
export const refName = (ref: ColumnRef): string => (typeof ref === 'number' ? columnLetter(ref - 1) : ref);

/** Finds the mapping's columns in one file. */
export function resolveColumns(mapping: SheetMapping, table: Table): Resolution {
  const find = labelFinder(table.labels);
  const resolution: Resolution = {
    found: Object.create(null) as FoundColumns,
    missing: [],
    unknown: [],
    used: new Set(),
  };
  const spokenOf = new Set<string>();
  for (const rule of mapping.columns) {
    if (rule.as === 'ignore' && typeof rule.column === 'string' && rule.column.includes('*')) {
      for (const label of table.labels) if (fitsPattern(rule.column, label)) spokenOf.add(label);
      continue;
    }
    for (const ref of refsOf(rule)) {
      const label = find(ref);
      if (label !== null) {
        resolution.found[refKey(ref)] = label;
        spokenOf.add(label);
        if (rule.as !== 'ignore') resolution.used.add(label);
      } else if (!rule.optional && !(typeof ref === 'number' && table.rows.length === 0))
        resolution.missing.push(ref);
    }
  }
  for (const ref of [
    ...mapping.leaveOut.map(({ column }) => column),
    ...(mapping.lines ? [mapping.lines.person] : []),
  ]) {
    const label = find(ref);
    if (label !== null) spokenOf.add(label);
    else if (!(typeof ref === 'number' && table.rows.length === 0)) resolution.missing.push(ref);
  }
  resolution.unknown = table.labels.filter((label) => !spokenOf.has(label));
  return resolution;
}

/** Fewer letters in common than this, and two labels are not taken for one renamed. */
const RENAMED_FROM = 0.5;
/** A mapping holds no more rules than this; see the schema. */
const MOST_SUGGESTED = 1_000;

/**
 * The mapping with each missing column pointed to the unknown label most like it, and the other unknown labels added by the
 * given suggestion. A proposal for a person to look at, never used by itself.
 */
export function mendMapping(
  mapping: SheetMapping,
  resolution: Resolution,
  suggest: (label: string) => ColumnRule,
): SheetMapping {
  const free = new Set(resolution.unknown.slice(0, MOST_SUGGESTED));
  const renamed = new Map<string, string>();
  for (const ref of resolution.missing) {
    if (typeof ref === 'number') continue;
    const [best] = [...free]
      .map((label) => ({ label, score: likeness(label, ref) }))
      .sort((a, b) => b.score - a.score);
    if (!best || best.score < RENAMED_FROM) continue;
    renamed.set(ref, best.label);
    free.delete(best.label);
  }
  const columns = mapping.columns.map((rule) => renameIn(rule, renamed));
  return { ...mapping, columns: [...columns, ...[...free].slice(0, MOST_SUGGESTED).map(suggest)] };
}

function renameIn(rule: ColumnRule, renamed: Map<string, string>): ColumnRule {
  if (rule.as === 'codes') return rule;
  if (rule.as === 'options' || rule.as === 'matrix' || rule.as === 'ranking') {
    const columns = Object.entries(rule.columns).map(([from, option]) => [
      typeof optionRef(from) === 'string' ? (renamed.get(from) ?? from) : from,
      option,
    ]);
    const other =
      rule.as === 'options' && rule.other
        ? { other: rule.other.map((ref) => (typeof ref === 'string' ? (renamed.get(ref) ?? ref) : ref)) }
        : {};
    return { ...rule, columns: Object.fromEntries(columns) as Record<string, string>, ...other };
  }
  const to = typeof rule.column === 'string' ? renamed.get(rule.column) : undefined;
  return to === undefined ? rule : { ...rule, column: to };
}
