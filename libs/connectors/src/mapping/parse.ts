import { fail, ok, type Outcome, type Problem } from '#domain';
import { labelKey, refsOf } from './labels.js';
import { describeIssues, sheetMapping, type ColumnRule, type SheetMapping } from './schema.js';

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
    const parsed = sheetMapping.safeParse(document ?? {});
    if (!parsed.success) return fail(describeIssues(parsed.error));
    const mapping = withPreset(parsed.data, preset);
    if (!mapping.engagement && !mapping.columns.some(({ as }) => as === 'engagement-key'))
      return fail('engagement: say which engagement the rows belong to, or which column says it');
    if (!mapping.columns.some(({ as }) => CONTENT.has(as)))
      return fail('columns: no column is read as an answer, a place or a person');
    return ok(mapping);
  };
}

const CONTENT = new Set<ColumnRule['as']>([
  'respondent',
  'codes',
  'demographic',
  'question',
  'options',
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
