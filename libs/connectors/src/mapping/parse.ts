import { fail, ok, type Outcome, type Problem, SUPPORT_ACTS } from '#domain';
import { labelKey, refsOf } from './labels.js';
import { checkedBy, sheetMapping, type ColumnRule, type SheetMapping } from './schema.js';

/** What a layout brings to every mapping for it. */
export interface LayoutPreset {
  /** Rules for columns that this layout always has; a mapping that names the column itself has the last word. */
  columns?: readonly ColumnRule[];
  /** What this layout writes where there is no answer, besides the mapping's own words. */
  blanks?: readonly string[];
  /** In this layout a column that nobody filled is absent, so absence tells nothing. */
  allOptional?: boolean;
}

export type MappingParser = (document: unknown) => Outcome<SheetMapping, string>;

/** Checks mapping documents for one layout. The error names the place in the document that is wrong. */
export function mappingParser(preset: LayoutPreset = {}): MappingParser {
  return (document) => {
    const checked = checkedBy(sheetMapping, document);
    if (!checked.ok) return checked;
    const mapping = withPreset(checked.value, preset);
    if (!mapping.engagement && !mapping.columns.some(({ as }) => as === 'engagement-key'))
      return fail('engagement: say which engagement the rows belong to, or which column says it');
    if (!mapping.columns.some(({ as }) => CONTENT.has(as)))
      return fail('columns: no column is read as an answer, a place or a person');
    const clash = clashIn(mapping);
    return clash ? fail(clash) : ok(mapping);
  };
}

/** What can't stand beside each other in one mapping, in words; null where nothing clashes. */
function clashIn({ columns, lines }: SheetMapping): string | null {
  const ids = columns.filter((rule) => rule.as === 'submission-id' && !rule.optional);
  if (ids.length > 1)
    return `columns: ${names(ids)} are both the id of the submission; a row has one, so make the others "ignore"`;
  const keys = new Map<string, ColumnRule>();
  for (const rule of columns) {
    if (!('key' in rule) || (rule.as === 'question' && rule.by)) continue;
    const other = keys.get(rule.key);
    if (other)
      return `columns: ${names([other, rule])} have the same key "${rule.key}"; give one of them another`;
    keys.set(rule.key, rule);
  }
  for (const act of SUPPORT_ACTS) {
    const counts = columns.filter((rule) => rule.as === 'support' && rule.act === act);
    if (counts.length > 1)
      return `columns: ${names(counts)} both count ${act}; make all but one of them "ignore"`;
  }
  if (lines && (lines.question === undefined) !== (lines.answer === undefined))
    return 'lines: say both the column of the question and the column of the answer, or neither';
  return null;
}

const names = (rules: readonly ColumnRule[]): string =>
  rules.map((rule) => `"${String(refsOf(rule)[0] ?? rule.as)}"`).join(' and ');

const CONTENT = new Set<ColumnRule['as']>([
  'respondent',
  'codes',
  'demographic',
  'question',
  'options',
  'matrix',
  'ranking',
  'place',
  'community',
]);

function withPreset(
  mapping: SheetMapping,
  { columns = [], blanks = [], allOptional = false }: LayoutPreset,
): SheetMapping {
  const keys = (rule: ColumnRule): string[] => refsOf(rule).map((ref) => labelKey(String(ref)));
  const named = new Set(mapping.columns.flatMap(keys));
  const all = [...mapping.columns, ...columns.filter((rule) => !keys(rule).some((key) => named.has(key)))];
  return {
    ...mapping,
    columns: allOptional ? all.map((rule) => ({ ...rule, optional: true })) : all,
    blanks: [...mapping.blanks, ...blanks],
  };
}

export function mappingProblem(mapping: Outcome<unknown, string>): Problem | null {
  return mapping.ok
    ? null
    : { next: 'refuse', code: 'mapping-invalid', reason: `The mapping is not valid: ${mapping.error}.` };
}
