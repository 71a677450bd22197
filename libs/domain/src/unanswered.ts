import { foldWording, wordsOfAnswer } from './equality/wording.js';

/** What an answer that chooses nothing says: not known, not to be said, or that the question did not apply or was not asked. */
export type Unanswered = 'dont-know' | 'declined' | 'not-shown';

const oneOf = (...words: string[]): string => `(?:${words.join('|').replace(/\s*\n\s*/g, '')})`;

const WHO = '(?:i |im |i am |we |weve |i have |ive )?(?:really |just |honestly )?';
const DONT_KNOW = oneOf(
  `${WHO}(?:dont know|do not know|didnt know|dunno|not sure|unsure|not certain|cant say|cannot say|unable to say)`,
  `${WHO}(?:no|dont have an?|do not have an?) (?:opinions?|views?|idea)(?: either way)?`,
  'dk|idk|unknown|not known',
  '(?:dwi |dw i |dydw i |rwy |rydw i )?ddim yn (?:gwybod|siŵr|siwr)|wn i ddim|ansicr|dim (?:barn|syniad)',
);
/** What may follow without saying more: "don't know enough about it to say", "not sure yet". */
const NO_MORE =
  '(?: (?:yet|really|at present|at (?:the|this) (?:moment|time|stage|point)|(?:about |on )(?:this|it)|the answer|' +
  'enough(?: about (?:it|this|them))?(?: to (?:say|comment|answer|judge|give an opinion))?|what to (?:say|think)))?';

const PREFER_NOT =
  '(?:i |id |i would |i do |we |wed )?(?:(?:would )?(?:prefer|rather|wish|want|choose|like)(?: i)? not|(?:do not|dont|did not|didnt) (?:wish|want))' +
  '(?: to| 2)? (?:say|answer|disclose|state|tell you|tell|share|specify|provide|give|respond)(?: this(?: information| question)?| the question| my \\w+)?';
const NOT_TO_SAY = oneOf(
  '(?:refused|declined)(?: to (?:say|answer))?|(?:i )?(?:decline|refuse) to (?:answer|say)|not stated|not disclosed',
  'undisclosed|withheld|pnts|none of your business|information refused|patient refused',
);
/** "Gwell gen i beidio â dweud": the forms of Welsh. */
const PREFER_NOT_CY =
  '(?:(?:mae n|byddai n|byddain|bydde n|maen) ?)?(?:yn )?(?:well|gwell) (?:gen i|gennyf|gennyf i|gan i|da fi) (?:beidio|peidio)' +
  '(?: (?:â|a|ag) (?:dweud|ateb|datgan|nodi|rhannu))?(?: hyn)?';

const APPLY =
  '(?:(?:this |it |question )?(?:does not|doesnt|do not|dont) apply|(?:this|it|question) (?:did not|didnt) apply|(?:did not|didnt) apply (?=to me))';
const NOT_SHOWN = oneOf(
  `(?:(?:this |question )?(?:is )?not applicable|${APPLY})(?: ?(?:to|for|in) (?:me|us|my (?:\\w+ )?\\w+|this \\w+))?`,
  '(?:this |question )?(?:is )?not relevant (?:to|for) (?:me|us)',
  'n a|na|not (?:shown|asked)|routed past(?: it)?',
  '(?:ddim|nid yw hyn|nid ywn|nid yw n|nid yw)(?: yn)? (?:berthnasol|gymwys)(?: i mi)?|amherthnasol',
);

const KINDS: readonly [Unanswered, RegExp][] = (
  [
    ['declined', oneOf(PREFER_NOT, NOT_TO_SAY, PREFER_NOT_CY)],
    ['not-shown', NOT_SHOWN],
    ['dont-know', `${DONT_KNOW}${NO_MORE}`],
  ] as const
).map(([kind, words]) => [kind, new RegExp(`^${words}(?= |$)`, 'u')]);

/**
 * What words that say nothing say; null for whatever else. Of several in a row ("don't know, prefer not to say") the first
 * counts, and all of the words must be such: "not sure how to report it" is an answer.
 * @param words by `wordsOfAnswer`
 */
export function unansweredWords(words: string): Unanswered | null {
  for (const [kind, pattern] of KINDS) {
    const found = pattern.exec(words)?.[0];
    if (found === undefined) continue;
    const rest = words.slice(found.length).replace(/^ (?:(?:or|neu|and) )?/, '');
    if (rest === '' || unansweredWords(rest)) return kind;
  }
  return null;
}

/** Longer texts are no label of a list. */
const LONGEST = 120;

/**
 * The same of a closed answer as it was given: what follows a stroke, a dash or in brackets may say why ("Not applicable - I
 * don't drive"). The one list for closed answers, scales and characteristics.
 */
export function unanswered(answer: string): Unanswered | null {
  if (answer.length > LONGEST) return null;
  const whole = unansweredWords(wordsOfAnswer(answer));
  if (whole) return whole;
  const [head = ''] = foldWording(answer).split(/\s*(?:\/|\(| - | -$)/);
  const words = wordsOfAnswer(head);
  // "Na / No" is no in two languages.
  return words === 'na' ? null : unansweredWords(words);
}
