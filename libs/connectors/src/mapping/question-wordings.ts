import type { QuestionWording } from '#domain';
import { languageOf } from '../recognise/languages.js';
import { labelKey } from './labels.js';
import type { ColumnRef, ColumnRule, SheetMapping } from './schema.js';
import { itemKey } from './several-columns.js';

type Said = Omit<QuestionWording, 'key'>;

/** In which languages the questions of a mapping were put: those of which it says so, by itself or by the labels of columns for each language. */
export const questionWordings = ({ columns }: SheetMapping): QuestionWording[] =>
  columns
    .flatMap(wordingsOf)
    .filter(({ language, others }) => language !== null || Object.keys(others).length > 0);

function wordingsOf(rule: ColumnRule): QuestionWording[] {
  switch (rule.as) {
    case 'question':
      if (rule.by)
        return [...new Map(Object.values(rule.by.questions).map((one) => [one.key, one])).values()].map(
          (one) => ({ key: one.key, ...said(one) }),
        );
      return keysOf(rule, rule.kind === 'matrix' ? (rule.items ?? []) : null, byColumns(rule));
    case 'matrix':
      return keysOf(rule, Object.values(rule.columns), said(rule));
    case 'options':
    case 'ranking':
      return keysOf(rule, null, said(rule));
    default:
      return [];
  }
}

/** The question, or each item of a matrix. */
const keysOf = (
  { key }: { key: string },
  items: readonly string[] | null,
  wording: Said,
): QuestionWording[] =>
  (items === null ? [key] : items.map((item) => itemKey(key, item))).map((own) => ({ key: own, ...wording }));

/** What the mapping says itself; the language of the text is no other one. */
function said({
  language = undefined,
  wordings = {},
}: {
  language?: string | undefined;
  wordings?: Record<string, string | null> | undefined;
}): Said {
  const others = Object.entries(wordings).flatMap(([code, text]) =>
    text === null || code === language ? [] : [[code, text] as const],
  );
  return { language: language ?? null, others: Object.fromEntries(others) };
}

/** A column for each language ("How safe are you? (en)", "Pa mor ddiogel ydych chi? (cy)") names its own and holds its wording. */
function byColumns(rule: ColumnRule & { as: 'question' }): Said {
  const columns = rule.otherLanguages ?? [];
  if (columns.length === 0) return said(rule);
  const labelled = (ref: ColumnRef) => (typeof ref === 'string' ? languageOf(ref) : null);
  const own = rule.language ?? labelled(rule.column)?.language;
  const text = labelKey(rule.text ?? labelled(rule.column)?.base ?? String(rule.column));
  const others = columns.flatMap((column) => {
    const found = labelled(column);
    return found && labelKey(found.base) !== text ? [[found.language, found.base] as const] : [];
  });
  return said({ language: own, wordings: { ...Object.fromEntries(others), ...rule.wordings } });
}
