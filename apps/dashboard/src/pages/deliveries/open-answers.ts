import type { Mapping } from '../upload/mapping';

/** An answer that the hub asks about, in the mapping that it suggests. */
export interface OpenAnswer {
  /** Place of its rule in the mapping. */
  rule: number;
  column: string;
  characteristic: string;
  answer: string;
  /** `unmapped` until somebody has said what it means. */
  code: string;
}

/** Every answer of an equality question for which the mapping has a code or waits for one. */
export const openAnswers = (mapping: Mapping): OpenAnswer[] =>
  mapping.columns.flatMap((rule, at) =>
    rule.as === 'demographic'
      ? Object.entries((rule['values'] ?? {}) as Record<string, string | null>).map(([answer, code]) => ({
          rule: at,
          column: String(rule.column),
          characteristic: String(rule['characteristic']),
          answer,
          code: code ?? 'blank',
        }))
      : [],
  );

/** Does the mapping wait for a code of any answer? */
export const waitsForCodes = (mapping: Mapping): boolean =>
  openAnswers(mapping).some(({ code }) => code === 'unmapped');

export function withCode(mapping: Mapping, at: number, answer: string, code: string): Mapping {
  const columns = mapping.columns.map((rule, index) =>
    index === at ? { ...rule, values: { ...((rule['values'] ?? {}) as object), [answer]: code } } : rule,
  );
  return { ...mapping, columns };
}
