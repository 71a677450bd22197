import { back } from '../coders/scope.js';
import type { Mark } from './marks.js';
import { aheadOf, hasBefore, REACH, wordOf, type Scope } from './scope.js';
import type { ReadWord } from './segments.js';

const WOULD = /^(?:would|wouldn't|i'd|we'd)$/;

/** Whether something good is wished, asked, needed or possible, and so not said to be so. */
export function isUnreal(scope: Scope): boolean {
  const { words, from, start, after, ahead } = scope;
  // "But make it safe": what joins a clause to the one before is not its own.
  const opening =
    words[start === from || !/^(?:but|and|so|also)$/.test(words[start]!.text) ? start : start + 1]!.text;
  if (WISHED_AFTER.test(ahead) || BIDS.test(opening) || AWAITS.test(opening)) return true;
  if (
    after.some(
      (mark) => mark.kind === 'unreal' && /^(?:would|could|should|please|needed)$/.test(wordOf(scope, mark)),
    )
  )
    return true;
  const asked = words[from]!.asked && !isRhetorical(scope);
  const unreal = hasBefore(scope, 'unreal') || isInfinitive(scope) || isPurpose(scope) || asked;
  return unreal && !isHabit(scope);
}

/** A clause that begins with one of these bids somebody do something. */
const BIDS = /^(?:make|help|keep|provide|create|build|get|put|ensure|bring|give|please|stay)$/;
/** A clause that begins with one of these tells what is not yet so. */
const AWAITS = /^(?:until|till|before|unless)$/;
const WISHED_AFTER =
  /^(?:is all (?:i|we) (?:ask|want)|shouldn't|should|is (?:a|our|my|everyone's) (?:basic |human )?right|is (?:all )?what|is(?:n't| not) (?:too )?much to ask|is (?:the )?(?:least|important|vital|essential))\b/;

/** "Why wouldn't I feel safe?", "who wouldn't?", "how could you not?" */
const isRhetorical = (scope: Scope): boolean =>
  scope.before.some((mark) => mark.kind === 'nothing' && /^(?:why|who|how)$/.test(wordOf(scope, mark)));

const ABLE =
  /^(?:able|safe|safer|confident|comfortable|fine|ok|okay|free|good|nice|great|lovely|glad|happy|continue|continues|lucky|fortunate|pleased|used|seem|seems|seemed|appear|appears|begin|began|beginning|start|started|starting|come|reason|managed|got|proud|grew|cause|tend|tends|manage|learn|learnt|learned|get|reassuring|comforting|relief|privileged|blessed|thankful|grateful|refreshing)$/;
const STEPS =
  /^(?:feel|be|keep|make|help|stay|get|really|truly|me|us|them|people|everyone|completely|all|walk|live)$/;

/** "Everything to feel safe": what is to be, unless one is able, glad or used to. */
function isInfinitive({ words, from }: Scope): boolean {
  for (const at of back(words, from, 4)) {
    const word = words[at]!.text;
    if (word === 'to') return !isAble(words, at);
    if (!STEPS.test(word)) return false;
    if (/^(?:make|keep|help|stay)$/.test(word) && isBidding(words, at)) return true;
  }
  return false;
}

/** Whether what is before "to" tells that it is so: "able to", "no reason not to", "allows us to". */
function isAble(words: readonly ReadWord[], to: number): boolean {
  const [last, before] = [words[to - 1]?.text ?? '', words[to - 2]?.text ?? ''];
  if (/^(?:me|us|them|people|residents|everyone)$/.test(last))
    return /^(?:allow|enable|help)(?:s|ed)?$/.test(before);
  return ABLE.test(last === 'not' ? before : last);
}

const isBidding = (words: readonly ReadWord[], at: number): boolean =>
  at === 0 ||
  words[at - 1]!.clause !== words[at]!.clause ||
  /^(?:and|to|please|help)$/.test(words[at - 1]!.text);

/** "To keep pupils safe", "so people feel safe": what it is for. */
function isPurpose({ words, from }: Scope): boolean {
  return back(words, from, 6).some((at) => {
    const [word, next] = [words[at]!.text, words[at + 1]!.text];
    return (word === 'to' && /^(?:keep|make|help)$/.test(next)) || (word === 'so' && BENEFIT.test(next));
  });
}
const BENEFIT =
  /^(?:people|everyone|women|residents|children|kids|girls|staff|workers|pupils|passengers|pedestrians|cyclists|that)$/;

const HABITS = /^(?:leave|let|walk|go|sleep|come|trust|wander)$/;
const ANYWHERE = /^(?:anywhere|everywhere|leaving|letting|walking|going|whatever|whenever)\b/;

/** "I'd feel safe anywhere", "I could leave the door open": so as it is, though it says "would". */
function isHabit(scope: Scope): boolean {
  const { words, from, to, before, ahead } = scope;
  const unreal = before.filter(({ kind }) => kind === 'unreal');
  if (
    unreal.length === 0 ||
    !unreal.every((mark) => /^(?:would|i'd|we'd|could|you'd)$/.test(wordOf(scope, mark)))
  )
    return false;
  if (HABITS.test(words[from]!.text)) return !dependsOn(scope) && !comesAfterIf(scope);
  return ANYWHERE.test(ahead) && words[to - 1]!.text !== 'safer';
}

const WISHES =
  /^(?:want|wants|wanted|need|needs|should|shouldn't|wish|hope|deserve|ought|nice|lovely|good|like|love|must)$/;

/** Of something bad that is denied: "I want not to feel unsafe", "nobody should have to be afraid", "I wouldn't be scared if ...". */
export function isWished(scope: Scope): boolean {
  const { words, from, before } = scope;
  const isDeniedNeed = (mark: Mark): boolean =>
    /^need/.test(wordOf(scope, mark)) && before.some(({ kind, to }) => kind === 'denies' && to <= mark.from);
  const unreal = before.filter((mark) => mark.kind === 'unreal' && !isDeniedNeed(mark));
  if (unreal.some((mark) => words.slice(mark.from, mark.to).some(({ text }) => WISHES.test(text))))
    return true;
  if (dependsOn(scope) && before.some((mark) => WOULD.test(wordOf(scope, mark)))) return true;
  const so = [words[from - 1]?.text ?? '', words[from]!.text].some((word) => /^(?:so|as)$/.test(word));
  return so && unreal.some((mark) => /^(?:would|i'd)$/.test(wordOf(scope, mark)));
}

/** Whether the clause after it begins with "if": "I wouldn't feel unsafe if the lights worked". */
function dependsOn({ words, to }: Scope): boolean {
  const at = to + aheadOf(words, to).length;
  return words[at]?.text === 'if' && words[at]!.sentence === words[to - 1]!.sentence;
}

/** "If there were lights, I could walk home". */
const comesAfterIf = ({ words, from }: Scope): boolean =>
  before(words, from + 1, (word) => /^(?:if|unless|with)$/.test(word));

/** "I wouldn't live here if I didn't feel safe": what hangs on it is so, and therefore it is. */
export const isShownByResult = ({ words, start }: Scope): boolean =>
  words[start]!.text === 'if' && before(words, start, (word) => WOULD.test(word));

/** Whether one of the words before index `end` in its sentence, as far as the reach goes, is such a word. */
function before(words: readonly ReadWord[], end: number, is: (word: string) => boolean): boolean {
  const { sentence } = words[Math.min(end, words.length - 1)]!;
  for (let at = end - 1; at >= 0 && at >= end - REACH && words[at]!.sentence === sentence; at--)
    if (is(words[at]!.text)) return true;
  return false;
}
