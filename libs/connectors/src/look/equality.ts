import { answerCodes, asAskedName, readEquality, type DemographicField } from '#domain';
import { likeness } from '../mapping/labels.js';
import { refName } from '../mapping/resolve.js';
import type { SheetMapping } from '../mapping/schema.js';
import { blankTest, valueLookup } from '../mapping/values.js';
import type { LookAnswers, LookColumn } from './look.js';

/** Fewer letters in common than this, and no code is suggested. */
const LIKE_FROM = 0.5;

/** The table answer -> code of every equality question of the mapping that has a harmonised list. */
export function equalityOf(
  mapping: SheetMapping,
  columns: readonly LookColumn[],
  on: string | null,
): LookAnswers[] {
  const isBlank = blankTest(mapping.blanks);
  return mapping.columns.flatMap((rule): LookAnswers[] => {
    if (rule.as !== 'demographic') return [];
    const list = answerCodes(rule.characteristic);
    const column = columns.find(({ label, position }) =>
      typeof rule.column === 'number' ? position === rule.column - 1 : label === rule.column,
    );
    if (list.length === 0 || !column) return [];
    const known = valueLookup(rule.values);
    const answers = column.values
      .filter(({ value }) => !isBlank(value))
      .map(({ value, rows }) => ({ answer: value, rows, ...codeOf(rule.characteristic, value, known, on) }));
    const own = answers.flatMap(({ code, name }) => (code && name ? [{ code, name }] : []));
    return [
      {
        characteristic: rule.characteristic,
        column: refName(rule.column),
        answers,
        codes: withOwn(list, own),
      },
    ];
  });
}

type Known = (answer: string) => string | null | undefined;

function codeOf(
  characteristic: DemographicField,
  answer: string,
  known: Known,
  on: string | null,
): Pick<LookAnswers['answers'][number], 'code' | 'name' | 'suggestion'> {
  const said = known(answer);
  const code = said === undefined ? readEquality(characteristic, answer, on).code : (said ?? 'blank');
  if (code !== 'unmapped') return { code, name: nameOf(characteristic, code), suggestion: null };
  return { code: null, name: null, suggestion: mostLike(characteristic, answer) };
}

const nameOf = (characteristic: DemographicField, code: string): string =>
  answerCodes(characteristic).find((one) => one.code === code)?.name ??
  asAskedName(characteristic, code) ??
  code;

/** The entry of the list that has most letters in common with an answer in no known wording: a proposal, never used by itself. */
function mostLike(characteristic: DemographicField, answer: string): { code: string; sure: number } | null {
  const [best] = answerCodes(characteristic)
    .map(({ code, name }) => ({ code, sure: Math.max(likeness(answer, name), likeness(answer, code)) }))
    .sort((a, b) => b.sure - a.sure);
  return best && best.sure >= LIKE_FROM ? { code: best.code, sure: Math.min(0.95, best.sure) } : null;
}

function withOwn(
  list: readonly { code: string; name: string }[],
  own: readonly { code: string; name: string }[],
): { code: string; name: string }[] {
  const all = [...list];
  for (const one of own) if (!all.some(({ code }) => code === one.code)) all.push(one);
  return all;
}
