import type { ColumnRule, SheetMapping } from './schema.js';
import { sheetMapping } from './schema.js';
import { suggestRule } from './suggest-rule.js';

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

/**
 * A mapping for a sheet nobody has described yet, from its labels and some of its rows.
 * @param labels of the columns, in file order
 * @param rows samples: cells by label; some tens are enough
 */
export function suggestMapping(
  labels: readonly string[],
  rows: readonly Record<string, string | null>[],
): Suggestion {
  const found = labels.map((label) =>
    suggestRule(
      label,
      rows.map((row) => row[label] ?? null),
    ),
  );
  const questions = ['Which engagement do these rows belong to? Give it a key and a title.'];
  keepBest(found, 'submission-id');
  const used = new Set<string>();
  for (const { rule } of found) {
    if (rule.as !== 'question') continue;
    let key = rule.key;
    for (let copy = 2; used.has(key); copy++) key = `${rule.key}-${copy}`;
    used.add(key);
    rule.key = key;
  }
  for (const [index, { confidence }] of found.entries())
    if (confidence < 0.6) questions.push(`What does column "${labels[index]}" hold?`);
  const mapping = sheetMapping.parse({
    engagement: { key: 'engagement-to-be-named', title: 'Engagement to be named' },
    columns: found.length ? found.map(({ rule }) => rule) : [{ as: 'ignore', column: 1 }],
  });
  const columns = found.map(({ rule, confidence, reason }, index) => ({
    column: labels[index] ?? '',
    as: rule.as,
    confidence,
    reason,
  }));
  return { mapping, columns, questions };
}

/** A sheet has one submission id: the surest stays, the others are passed over. */
function keepBest(
  found: { rule: ColumnRule; confidence: number; reason: string }[],
  as: ColumnRule['as'],
): void {
  const all = found.filter(({ rule }) => rule.as === as).sort((a, b) => b.confidence - a.confidence);
  for (const suggestion of all.slice(1)) {
    if (!('column' in suggestion.rule)) continue;
    suggestion.rule = { as: 'ignore', column: suggestion.rule.column, optional: true };
    suggestion.confidence = 0.4;
    suggestion.reason = 'Looks like an id, but another column is more likely the id of the submission.';
  }
}
