import type { LookColumn } from '../look';
import { keyFrom, type Mapping, type Rule } from '../mapping';

/** A rule that reads several columns as one question. */
export const isGroup = (rule: Rule): boolean => ['options', 'matrix', 'ranking'].includes(rule.as);

/** Columns of the sheet that a rule reads, in their order. */
export function columnsOf(rule: Rule, columns: readonly LookColumn[]): LookColumn[] {
  const refs = refsOf(rule);
  return columns.filter(
    ({ label, position }) =>
      refs.includes(label) || refs.includes(position + 1) || refs.includes(`#${position + 1}`),
  );
}

function refsOf(rule: Rule): unknown[] {
  const several = rule['columns'];
  if (Array.isArray(several)) return several;
  if (typeof several === 'object' && several !== null) return Object.keys(several);
  const others = Array.isArray(rule['otherLanguages']) ? (rule['otherLanguages'] as unknown[]) : [];
  return [rule.column, ...others];
}

export const withRule = (mapping: Mapping, at: number, rule: Rule): Mapping => ({
  ...mapping,
  columns: mapping.columns.map((one, index) => (index === at ? rule : one)),
});

export const withoutRule = (mapping: Mapping, at: number): Mapping => ({
  ...mapping,
  columns: mapping.columns.filter((_, index) => index !== at),
});

/** One part of a rule set, or taken away where the value is undefined. */
export function withPart(rule: Rule, part: string, value: unknown): Rule {
  const { [part]: _old, ...rest } = rule;
  return (value === undefined ? rest : { ...rest, [part]: value }) as Rule;
}

/** What a row is, as a person says it. Rows are then found in the sheet, not counted off. */
export function withRow(mapping: Mapping, row: number, as: string, header: readonly number[]): Mapping {
  const layout = (mapping['layout'] ?? {}) as Record<string, unknown>;
  const before = (layout['rowsAs'] ?? {}) as Record<string, string>;
  // Whoever names one header row names all of them: the others stay what they were found to be.
  const known =
    as === 'header' && !Object.values(before).includes('header')
      ? Object.fromEntries(header.map((one) => [String(one), 'header']))
      : {};
  const rowsAs = { ...known, ...before, [String(row)]: as };
  return { ...mapping, layout: { ...layout, rows: 'recognised', rowsAs } };
}

export const withLayout = (mapping: Mapping, part: string, value: unknown): Mapping => ({
  ...mapping,
  layout: { ...((mapping['layout'] ?? {}) as object), [part]: value },
});

const takenKeys = (mapping: Mapping): Set<string> =>
  new Set(mapping.columns.flatMap((rule) => (typeof rule['key'] === 'string' ? [rule['key']] : [])));

function freeKey(text: string, taken: Set<string>): string {
  const stem = keyFrom(text, 'question');
  let key = stem;
  for (let copy = 2; taken.has(key); copy++) key = `${stem}-${copy}`;
  taken.add(key);
  return key;
}

/** A question over several columns as one question a column. */
export function takenApart(mapping: Mapping, at: number): Mapping {
  const rule = mapping.columns[at];
  const columns = rule?.['columns'];
  if (!rule || typeof columns !== 'object' || columns === null) return mapping;
  const taken = takenKeys(withoutRule(mapping, at));
  const apart = Object.entries(columns as Record<string, string>).map(([ref, item]) => {
    const place = /^#(\d+)$/.exec(ref)?.[1];
    const text = `${String(rule['text'] ?? '')}: ${item}`;
    return {
      as: 'question',
      column: place ? Number(place) : ref,
      key: freeKey(text, taken),
      text,
      kind: 'choice',
    };
  });
  return { ...mapping, columns: mapping.columns.flatMap((one, index) => (index === at ? apart : [one])) };
}

export type GroupKind = 'options' | 'matrix' | 'ranking';

/** Several columns as one question. */
export function gathered(
  mapping: Mapping,
  columns: readonly LookColumn[],
  kind: GroupKind,
  text: string,
): Mapping {
  const labels = columns.map(({ label }) => label);
  const first = mapping.columns.findIndex((rule) => labels.includes(String(rule.column)));
  const rest = mapping.columns.filter((rule) => !labels.includes(String(rule.column)));
  const rule: Rule = {
    as: kind,
    key: freeKey(text, takenKeys({ ...mapping, columns: rest })),
    text,
    columns: Object.fromEntries(columns.map(({ label, position }) => [label || `#${position + 1}`, label])),
    ...(kind === 'ranking' ? { cells: 'place' } : {}),
  };
  const place = Math.max(0, Math.min(first, rest.length));
  return { ...mapping, columns: [...rest.slice(0, place), rule, ...rest.slice(place)] };
}

/** A column that is called otherwise now: its rule reads the new one, and the rule of the new one goes. */
export function renamed(mapping: Mapping, from: string, to: string): Mapping {
  const columns = mapping.columns
    .filter((rule) => rule.column !== to)
    .map((rule): Rule => {
      if (rule.column === from) return { ...rule, column: to };
      const several = rule['columns'];
      const written = rule['other'];
      const beside = Array.isArray(written)
        ? { other: written.map((ref: unknown) => (ref === from ? to : ref)) }
        : {};
      if (typeof several !== 'object' || several === null || Array.isArray(several) || !(from in several))
        return { ...rule, ...beside };
      const entries = Object.entries(several as Record<string, string>);
      return {
        ...rule,
        ...beside,
        columns: Object.fromEntries(entries.map(([ref, item]) => [ref === from ? to : ref, item])),
      };
    });
  return { ...mapping, columns };
}

/** A column that files hold no more: nothing demands it. */
export function notDemanded(mapping: Mapping, column: string): Mapping {
  const columns = mapping.columns.map((rule) => {
    const several = rule['columns'];
    const among = typeof several === 'object' && several !== null && column in several;
    if (rule.column === column || among) return { ...rule, optional: true };
    const written = rule['other'];
    return Array.isArray(written) && written.includes(column)
      ? { ...rule, other: written.filter((ref) => ref !== column) }
      : rule;
  });
  return { ...mapping, columns };
}

/** The mapping as it is remembered for files to come: what was said of single rows of answers holds for this file alone. */
export function remembered(mapping: Mapping, headerRows: readonly number[]): Mapping {
  const layout = (mapping['layout'] ?? {}) as { rowsAs?: Record<string, string> };
  const last = Math.max(0, ...headerRows);
  const kept = Object.entries(layout.rowsAs ?? {}).filter(([row]) => Number(row) <= last);
  if (kept.length === Object.keys(layout.rowsAs ?? {}).length) return mapping;
  return { ...mapping, layout: { ...layout, rowsAs: Object.fromEntries(kept) } };
}
