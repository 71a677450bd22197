import { listOrder } from '#domain';
import type { QuestionKind } from './meaning.js';

/**
 * A list in the order that it is declared in. Cells tell neither how options stood in the form nor which of them were in it: the
 * order of counts is nobody's, and a text that one person typed is no option. A key of codes tells both.
 */
export function declaredList(
  kind: QuestionKind,
  options: string[],
  key: ReadonlyMap<string, string> | undefined,
): { options: string[]; learnt?: true } {
  if (kind !== 'choice' && kind !== 'multi-choice' && kind !== 'ranking') return { options };
  const place = new Map([...new Set(key?.values())].map((word, at) => [word, at]));
  if (options.every((option) => place.has(option)))
    return { options: [...options].sort((a, b) => place.get(a)! - place.get(b)!) };
  return { options: listOrder(options), learnt: true };
}
