import { unansweredWords } from '../unanswered.js';
import { BLANK, DECLINED, type EqualityReading, NOT_KNOWN_ANSWER } from './reading.js';

/** Words that say nothing where somebody is asked about themselves, and may be an answer to other questions. */
const PRIVATE = new Set(['private', 'rather not', 'refuse', 'decline']);
const UNCERTAIN = 'uncertain';

const BLANKS = new Set(
  `n k a|null|nan|nil|blank|left blank|no answer|no answer given|no response|no reply
  |not answered|question not answered|unanswered|did not answer|didnt answer|not provided|not given|none given|not supplied|not completed|not recorded
  |not available|not specified|unspecified|no data|missing|missing data|skip|skipped|question skipped|no information|undefined|dim ateb|heb ei ateb|no value|empty|tbc|x|xx|xxx`
    .split('|')
    .map((words) => words.replace(/\s+/g, ' ').trim()),
);
const NONE = new Set(['none', 'no one', 'nothing']);

/** What an answer that says nothing about the person is; null where it says something. @param words by `wordsOfAnswer` */
export function readUnanswered(words: string, noneIsAnAnswer: boolean): EqualityReading | null {
  if (words === '' || BLANKS.has(words)) return BLANK;
  if (NONE.has(words)) return noneIsAnAnswer ? null : BLANK;
  if (words === UNCERTAIN) return NOT_KNOWN_ANSWER;
  if (PRIVATE.has(words)) return DECLINED;
  const said = unansweredWords(words);
  return said && { 'dont-know': NOT_KNOWN_ANSWER, declined: DECLINED, 'not-shown': BLANK }[said];
}
