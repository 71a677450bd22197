import { BLANK, DECLINED, type EqualityReading, NOT_KNOWN_ANSWER } from './reading.js';

const PREFER_NOT =
  /^(?:(?:i|id|i would|i do|we|wed) )?(?:(?:would )?(?:prefer|rather|wish|want|choose|like)|(?:do not|dont|did not|didnt) (?:wish|want)) (?:i )?(?:not )?(?:to )?(?:say|answer|disclose|state|tell you|tell|share|specify|provide|give|respond)?(?: this(?: information| question)?| the question| my \w+)?$/;
const NOT_TO_SAY =
  /^(?:refused|refuse|declined|decline|declined to answer|decline to answer|decline to say|not stated|not disclosed|undisclosed|withheld|pnts|private|none of your business|information refused|patient refused|i decline to answer|rather not)$/;

/** "Gwell gen i beidio â dweud": the forms of Welsh. */
const PREFER_NOT_CY =
  /^(?:(?:mae n|byddai n|byddain|bydde n|maen) ?)?(?:yn )?(?:well|gwell) (?:gen i|gennyf|gennyf i|gan i|da fi) (?:beidio|peidio)(?: (?:â|a|ag) (?:dweud|ateb|datgan|nodi|rhannu))?(?: hyn)?$/;

const DONT_KNOW = new Set(
  `dont know|do not know|i dont know|i do not know|didnt know|dk|idk|dunno|not sure|unsure|im not sure|i am not sure|unknown
  |not known|dont know not sure|unsure dont know|not sure dont know|dont know cant say|cant say|cannot say|i dont know yet
  |dont know yet|ddim yn gwybod|dwi ddim yn gwybod|dydw i ddim yn gwybod|ddim yn siŵr|ddim yn siwr|not certain|uncertain|no idea`
    .split('|')
    .map((words) => words.replace(/\s+/g, ' ').trim()),
);

const BLANKS = new Set(
  `na|n a|n k a|not applicable|does not apply|doesnt apply|null|nan|nil|blank|left blank|no answer|no answer given|no response|no reply
  |not answered|question not answered|unanswered|did not answer|didnt answer|not provided|not given|none given|not supplied|not completed|not recorded
  |not available|not specified|unspecified|no data|missing|missing data|skip|skipped|question skipped|no information|undefined|not asked|dim ateb|heb ei ateb|no value|empty|tbc|x|xx|xxx`
    .split('|')
    .map((words) => words.replace(/\s+/g, ' ').trim()),
);
const NONE = new Set(['none', 'no one', 'nothing']);

/** What an answer that says nothing about the person is; null where it says something. @param words by `wordsOfAnswer` */
export function readUnanswered(words: string, noneIsAnAnswer: boolean): EqualityReading | null {
  if (words === '' || BLANKS.has(words)) return BLANK;
  if (NONE.has(words)) return noneIsAnAnswer ? null : BLANK;
  if (DONT_KNOW.has(words)) return NOT_KNOWN_ANSWER;
  if (NOT_TO_SAY.test(words) || PREFER_NOT_CY.test(words)) return DECLINED;
  return PREFER_NOT.test(words) && /\bnot\b|\bdont\b|\bdidnt\b/.test(words) ? DECLINED : null;
}
