import { asksConsent, asksToContact } from './words.js';

/** Words under which leave to use answers, and whatever else is asked of people beside it, come in everyday language. */
const USED =
  '(use[ds]?|using|keep(ing)?|kept|store[ds]?|storing|hold(ing)?|held|share[ds]?|sharing|process(ed|ing)?|include[ds]?|including|publish(ed|ing)?|record(ed|ing)?)\\b';
/** What somebody may be asked to let others use. */
const ANSWERS = '(\\w+ )?(answers?|responses?|data|information|comments?|feedback|views|words)\\b';
/** What is of the person, and a no to its use is none to the use of the answers. */
const DETAILS =
  '(\\w+ )?(details|e-?mails?( address)?|address|(phone |telephone |mobile |contact )?number|contact (details|information)|name|photos?|photographs?|pictures?|images?|story)\\b';

/** "Can we use your answers?", "Happy for us to store your data?", "your answers to be used". */
const letsUse = (what: string, whose: string): RegExp[] => [
  new RegExp(
    `\\b(can|may|could|are) (we|you happy|you ok(ay)?|you content|you willing)\\b.{0,40}\\b${USED}.{0,25}\\b(you|your|my) ${what}`,
  ),
  new RegExp(`\\byour ${what} (to be|being|can be|may be) ${USED}`),
  new RegExp(
    `\\b(happy|ok|okay|content|willing|permission|agree|fine)\\b.{0,12}\\b(for |with |to )?(us|we|the \\w+|our team)?\\b.{0,12}\\b${USED}.{0,15}\\b(${whose}) ${what}`,
  ),
];
const OF_ANSWERS = letsUse(ANSWERS, 'my|your|these|this|the');
const OF_DETAILS = letsUse(DETAILS, 'my|your');
const OF_PERSONAL = /\b(my|your) (\w+ )?(data|information)\b/;

/** Somebody's own readiness to speak, and no leave for others. */
const OWN_WILL =
  /\b(happy|willing|content|ok|okay|able|prepared) to (share|give)( us)? (my|your) (\w+ )?(views|feedback|comments|words)\b/;
/** What such words are asked for beyond the answers in hand. */
const BEYOND = /\bpublic(ly)?\b|\bwebsite\b|\bonline\b|social media|\bpress\b|follow[- ]?up|\binterview\b/;

/** What people are asked for who are to be met again. */
const REACHES =
  /\b(contact(ed)?|get(ting)? in touch|be in touch|invit(e[ds]?|ing|ation)|let(ting)? (you|me) know|panel|future|follow[- ]?ups?|visit(s|ed|ing)?)\b/;
const SHARES_WITH = /\bshar(e[ds]?|ing)\b.{1,60}\bwith (?!us\b)/;

/**
 * For what a label asks leave in everyday words.
 * @param words as `wordsOf` has it
 * @returns `answers` for the use of what is answered; `reach` to keep somebody's details for writing to them; `beside` for
 *   something else or for both, so that what a no means is for a person to say; null where it asks for none
 */
export function leaveAsked(words: string): 'answers' | 'reach' | 'beside' | null {
  if (OWN_WILL.test(words)) return BEYOND.test(words) ? 'beside' : null;
  const details = OF_DETAILS.some((pattern) => pattern.test(words));
  if (!details && !OF_ANSWERS.some((pattern) => pattern.test(words))) return null;
  const personal = details || OF_PERSONAL.test(words);
  if (REACHES.test(words) || asksToContact(words)) return personal ? 'reach' : 'beside';
  return details || (personal && SHARES_WITH.test(words)) ? 'beside' : 'answers';
}

/** Words that nobody uses but for leave to take part or to be counted. */
const PLAINLY = /\b(consent|gdpr|privacy|data protection|take part|participate|publish(ed)?|quoted?)\b/;

/** Is a label taken for leave by words that may ask for something else, as to pass on what somebody told? */
export const isLeaveInDoubt = (words: string): boolean =>
  asksConsent(words) ? SHARES_WITH.test(words) && !PLAINLY.test(words) : leaveAsked(words) !== null;
