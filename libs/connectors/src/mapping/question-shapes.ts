import { OTHER } from './answers.js';
import type { QuestionShape } from '#domain';
import { optionRef } from './labels.js';
import type { ColumnRule, SheetMapping } from './schema.js';
import { itemKey } from './several-columns.js';

/**
 * How the closed questions of a mapping were asked, in the order of its columns.
 * @param labels of the file's columns: items and options that have a column each stand in their order, for a mapping that was
 *   kept in a database has lost its own
 */
export const questionShapes = ({ columns }: SheetMapping, labels: readonly string[]): QuestionShape[] =>
  columns.flatMap((rule) => shapesOf(rule, (own) => inFileOrder(own, labels)));

type Ordered = (columns: Readonly<Record<string, string>>) => string[];

function inFileOrder(columns: Readonly<Record<string, string>>, labels: readonly string[]): string[] {
  const place = (written: string): number => {
    const ref = optionRef(written);
    const at = typeof ref === 'number' ? ref - 1 : labels.indexOf(ref);
    return at < 0 ? labels.length : at;
  };
  return Object.entries(columns)
    .sort(([a], [b]) => place(a) - place(b))
    .map(([, own]) => own);
}

const PLAIN = { options: [], matrix: null, unit: null } as const;

function shapesOf(rule: ColumnRule, ordered: Ordered): QuestionShape[] {
  switch (rule.as) {
    case 'options':
      return [
        {
          ...PLAIN,
          key: rule.key,
          kind: 'multi-choice',
          options: [...ordered(rule.columns), ...(rule.other?.length ? [OTHER] : [])],
        },
      ];
    case 'ranking':
      // A column a place says nothing of which options there were.
      return [
        {
          ...PLAIN,
          key: rule.key,
          kind: 'ranking',
          options: rule.cells === 'place' ? ordered(rule.columns) : [],
        },
      ];
    case 'matrix':
      return itemsOf(rule, rule.kind, ordered(rule.columns));
    case 'question':
      return ofQuestion(rule);
    default:
      return [];
  }
}

function ofQuestion(rule: ColumnRule & { as: 'question' }): QuestionShape[] {
  const { kind } = rule;
  if (kind === 'free-text' || kind === 'vote') return [];
  if (kind === 'matrix')
    return itemsOf({ ...rule, text: rule.text ?? String(rule.column) }, 'choice', rule.items ?? []);
  const keys = rule.by ? [...new Set(Object.values(rule.by.questions).map(({ key }) => key))] : [rule.key];
  return keys.map((key) => ({
    key,
    kind,
    options: rule.options ?? [],
    matrix: null,
    unit: rule.unit ?? null,
    ...(rule.learnt === undefined ? {} : { learnt: rule.learnt }),
  }));
}

function itemsOf(
  {
    key,
    text,
    options,
    learnt,
  }: { key: string; text: string; options?: string[] | undefined; learnt?: boolean | undefined },
  kind: 'choice' | 'scale' | 'number',
  items: readonly string[],
): QuestionShape[] {
  return items.map((item) => ({
    ...PLAIN,
    key: itemKey(key, item),
    kind,
    options: options ?? [],
    matrix: { key, text, item },
    ...(learnt === undefined ? {} : { learnt }),
  }));
}
