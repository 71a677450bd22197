import { back } from '../coders/scope.js';
import type { ReadWord } from './segments.js';
import { isContractedDenial } from './triggers.js';

/** What a short clause after something said makes of it: "but my daughter doesn't", "not at night", "it is not"; or "but he does". */
export interface Echo {
  denies: boolean;
  /** Whether it takes the place of what was said: "not any more". */
  instead: boolean;
}

const AUXILIARY = /^(?:do|does|did|is|are|was|were|am|can|could|would|will|has|have|should)$/;
const PRONOUN = /^(?:i|you|he|she|it|we|they|there)$/;
const LEADS = /^(?:but|and|though|although|just|well|certainly|maybe|definitely|yes|mind)$/;
const LATER = /^(?:now|anymore|since|nowadays|recently|lately)$/;
const MOST = 9;
/** No echo is looked for beyond a clause of so many words. */
const LONGEST = 60;

/** Clauses after something said in which an echo is looked for. */
const CLAUSES = 2;

/** An echo with the number of its clause. */
type Heard = Echo & { clause: number };

/**
 * What the clauses after word `to` make of what was said there: none, one echo, or two ("in the day yes, at night no").
 * @param speaks whether a clause speaks for itself, by its number; nothing after it echoes
 */
export function echoesAfter(
  words: readonly ReadWord[],
  to: number,
  speaks: (clause: number) => boolean = () => false,
): Heard[] {
  let from = endOfClause(words, to - 1);
  const answer = from < words.length && words[to - 1]!.asked ? answerOf(words, from) : null;
  if (answer) return [answer];
  const heard: Heard[] = [];
  for (
    let clauses = 0;
    clauses < CLAUSES + heard.length && heard.length < 2 && from < words.length;
    clauses++
  ) {
    const { clause } = words[from]!;
    if (speaks(clause)) break;
    const end = endOfClause(words, from);
    const echo = echoOf(words, from, end);
    if (echo) heard.push({ ...echo, instead: echo.instead || isAgainstOthers(words, to, from), clause });
    else if (heard.length > 0) break;
    from = end;
  }
  return heard;
}

/** "Some people are scared of the park, but I'm not": the writer's own word takes the place of what others feel. */
function isAgainstOthers(words: readonly ReadWord[], to: number, echo: number): boolean {
  const own = words[LEADS.test(words[echo]!.text) ? echo + 1 : echo]?.text ?? '';
  if (!/^(?:i|i'm|i've|we|we're)$/.test(own)) return false;
  const opening = words[back(words, to - 1, LONGEST).at(-1) ?? to - 1]!.text;
  return /^(?:some|others|people|folk|folks|many|most|everyone|everybody|they)$/.test(opening);
}

const YES =
  /^(?:yes|yeah|yep|aye|absolutely|definitely|certainly|totally|course|always|very|completely|indeed|too right)$/;
const NO = /^(?:no|nope|nah|not|never|hardly|zero|don't|as|nowhere|rarely|chance|you)$/;

/** What the first word of the next sentence answers: "Do I feel safe? No." */
function answerOf(words: readonly ReadWord[], at: number): Heard | null {
  if (words[at]!.sentence === words[at - 1]!.sentence) return null;
  const [first, next, { clause }] = [words[at]!.text, words[at + 1]?.text ?? '', words[at]!];
  if (YES.test(first) || (first === 'of' && next === 'course'))
    return { denies: false, instead: true, clause };
  if (first === 'as' && next !== 'if')
    return next === 'houses' ? { denies: false, instead: true, clause } : null;
  if (first === 'you' && !/^(?:must|are|have|cannot)$/.test(next)) return null;
  return NO.test(first) ? { denies: true, instead: true, clause } : null;
}

/** Index after the last word of the clause of word `at`; of a clause that never seems to end, the end of the text. */
function endOfClause(words: readonly ReadWord[], at: number): number {
  let end = at + 1;
  while (end < words.length && words[end]!.clause === words[at]!.clause)
    if (end++ > at + LONGEST) return words.length;
  return end;
}

/** The echo in one clause, words `from` to `to`, of what was said before it; null where the clause stands for itself. */
function echoOf(words: readonly ReadWord[], from: number, to: number): Echo | null {
  if (/^(?:until|till|except|apart|bar)$/.test(words[from]!.text)) return { denies: true, instead: false };
  let start = from;
  while (start < to - 1 && LEADS.test(words[start]!.text)) start++;
  const said = words.slice(start, to).map(({ text }) => text);
  if (said.length === 0 || said.length > MOST + 4) return null;
  const ends = to === words.length || words[to]!.sentence !== words[to - 1]!.sentence;
  const instead =
    (ends && said.length === 1 && said[0] === 'not') ||
    said.some((word) => LATER.test(word)) ||
    /\b(?:any (?:more|longer)|these days)\b/.test(said.join(' '));
  if (isDenial(said)) return { denies: true, instead };
  if (affirms(said)) return { denies: false, instead };
  return null;
}

function isDenial(said: readonly string[]): boolean {
  const [first, last, before] = [said[0]!, said.at(-1)!, said.at(-2) ?? ''];
  const whole = said.join(' ');
  if (said.length === 1) return first === 'no' || first === 'not';
  if (/^(?:nowhere|nobody|nothing|noone) else\b/.test(whole)) return true;
  if (
    / not (?:so|as) much$/.test(whole) ||
    /^(?:i|we|he|she|they|it) (?:\w+n't|(?:do|does|is|am|are) not) (?:with|in|on|at|when|outside|inside|after|during|there)\b/.test(
      whole,
    )
  )
    return true;
  if ((last === 'no' && before !== 'so' && said.length <= 5) || (first === 'less' && said[1] === 'so'))
    return true;
  if (last === 'not' && said.length <= 4 && !/^(?:why|or|if|whether|maybe|perhaps|probably)$/.test(before))
    return true;
  if (
    /^(?:not|never|nor)$/.test(first) &&
    said.length <= MOST &&
    !/^(?:only|just|to|that|sure|bad|too|really)$/.test(said[1]!)
  )
    return true;
  if (/ (?:anything but|far from it)$|^far from it$/.test(` ${whole}`)) return true;
  if (
    /(?:n't|not|never) (?:really )?(?:feel|felt|think|thought|believe|agree|find|found|say|call)(?: (?:it|so|that|that way|the same))?(?: (?:is|was))?$/.test(
      whole,
    )
  )
    return true;
  // "I don't", "the back lanes aren't", "it is not", "which I do not"; no tag ("isn't it").
  return (
    said.length <= MOST &&
    (isContractedDenial(last) ||
      (last === 'not' &&
        (AUXILIARY.test(before) || before === 'its' || before === "it's" || before === "i'm")))
  );
}

const PLACED =
  /^(?:i|we|he|she|they|it) (?:do|does|did|am|is|are) (?:on|in|at|when|with|during|now|after|there|here|inside|outside|indoors|outdoors|by)\b/;

const affirms = (said: readonly string[]): boolean =>
  PLACED.test(said.join(' ')) ||
  /^(?:always|usually|often|sometimes) (?:do|does|am|is|are)\b/.test(said.join(' ')) ||
  (said.at(-1) === 'yes' && said.length <= 5) ||
  endsInAuxiliary(said.filter((word) => !LATER.test(word)));

const endsInAuxiliary = (said: readonly string[]): boolean =>
  said.length >= 2 &&
  said.length <= 5 &&
  /^(?:do|does|did|is|are|am)$/.test(said.at(-1)!) &&
  !/^(?:if|as|that|what|how|where|who|which|neither|nor|so)$/.test(said[0]!) &&
  (PRONOUN.test(said.at(-2)!) || /^(?:do|does|did)$/.test(said.at(-1)!));
