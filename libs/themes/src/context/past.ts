import { AHEAD, aheadOf, hasBefore, type Scope } from './scope.js';

/** Whether it was so once, and is no more: "used to", "once", "until the lights came", "when we moved in". */
export const isPast = (scope: Scope): boolean =>
  hasBefore(scope, 'past') ||
  scope.after.some(({ kind }) => kind === 'past') ||
  /(?:^| )once$/.test(scope.ahead) ||
  isEnded(scope) ||
  wasButIs(scope) ||
  wasWhen(scope);

/** "Felt unsafe until the lights came", "I felt safe before the gangs". */
function isEnded({ words, from, to }: Scope): boolean {
  const near = words.slice(Math.max(0, from - 4), to);
  if (!near.some(({ text }) => /^(?:felt|was|were|been|lived|had)$/.test(text))) return false;
  for (
    let at = to;
    at < words.length && at < to + AHEAD && words[at]!.sentence === words[to - 1]!.sentence;
    at++
  ) {
    const word = words[at]!.text;
    if (/^(?:until|till|before)$/.test(word)) return word !== 'before' || words[at + 1]?.text !== 'and';
    if (words[at]!.clause !== words[to - 1]!.clause) return false;
  }
  return false;
}

const RELIEF =
  /\b(?:no (?:trouble|problems?|issues?|bother)|fine|ok|okay|lovely|great|kind|friendly|excellent|brilliant|wonderful|love it|at ease|needn't have|need not have)\b/;

/** "We were nervous, but there has been no trouble". */
function wasButIs({ words, from, to }: Scope): boolean {
  if (!words.slice(Math.max(0, from - 3), from).some(({ text }) => /^(?:was|were)$/.test(text))) return false;
  const at = to + aheadOf(words, to, 2 * AHEAD).length;
  return words[at]?.text === 'but' && RELIEF.test(aheadOf(words, at + 1, 2 * AHEAD).join(' '));
}

const THEN = /^(?:i|we|you|he|she|they) (?:first|moved|was|were|bought|came|had|used)$/;

/** "It was safe when we moved in". */
function wasWhen({ words, from, to }: Scope): boolean {
  let was = false;
  for (let at = to - 1; at >= 0 && at >= from - 6 && words[at]!.clause === words[from]!.clause; at--)
    if (/^(?:was|were|felt)$/.test(words[at]!.text)) was = true;
  if (!was) return false;
  for (let at = to; at < words.length && at < to + AHEAD; at++)
    if (words[at]!.text === 'when')
      return THEN.test(`${words[at + 1]?.text ?? ''} ${words[at + 2]?.text ?? ''}`);
  return false;
}
