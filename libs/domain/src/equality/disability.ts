import { asAsked, coded, type EqualityReading, UNMATCHED } from './reading.js';
import { wordsOfAnswer } from './wording.js';

/** What limits: "a lot", "a little", "significantly", "day-to-day activities are limited". */
const NOT_LIMITED =
  /\bnot? (?:at all )?limit|\bnot (?:at all|affected|limiting|reduced|significantly)\b|\bno limit|\b(?:doesnt|does not|dont|do not|isnt|arent|are not|is not|without) (?:limit|affect|reduc|substantially)/;
const LIMITED =
  /\blimit|\ba lot\b|\ba little\b|\ba bit\b|\breduced?\b|\baffects?\b|\bseverely\b|\bsignificantly\b/;
const CONDITION =
  /^(?:yes )?(?:i have )?(?:a |an |with )?(?:physical or mental |physical |chronic )?(?:long ?(?:term|standing) )(?:physical or mental |physical |limiting |health |mental )*(?:conditions?|illness(?:es)?|problems?)(?: or (?:illness|disability))?$/;
/** Impairments as equality forms list them: who ticks one answers "yes". */
const IMPAIRMENT =
  /\b(?:deaf|blind|wheelchair user|hard of hearing|(?:hearing|visual|sight|sensory|physical|mobility|cognitive|learning|speech|sensory) (?:impairments?|disabilit(?:y|ies)|loss|difficult(?:y|ies)|issues?)|partially sighted|mental (?:health|ill)|learning disabled|neurodiver\w+|neurological|autis\w+|dyslexia|mobility|progressive condition)\b/;
const YES =
  /^(?:y|true|1|disabled|registered disabled|disabled person|with a disability|disability|has a disability)$|^(?:yes|y)\b|^(?:i (?:have|consider|am|identify|do)|im|ive|considers?|has|have) .*\bdisab/;
const NO =
  /^(?:no|n|false|0|not disabled|non disabled|nondisabled|not at all|no disabilit(?:y|ies)|no known disabilit(?:y|ies)|without a disability|none of (?:these|the above)|able bodied|no impairments?|no conditions?)$|^no\b|^(?:i )?(?:do not|dont|does not|doesnt|am not|im not) (?:have|consider|identify|disabled)\b|^not disabled\b|^(?:i have )?no (?:long|physical|known|health|disab)/;

/**
 * Disability as the Equality Act 2010 and the census mean it: a condition that limits what one does, a lot or a little. A
 * condition of which it was not asked whether it limits is kept as asked.
 */
export function readDisability(answer: string): EqualityReading {
  const words = wordsOfAnswer(answer);
  if (NO.test(words)) return coded('no');
  if (CONDITION.test(words)) return asAsked('condition');
  const yes = YES.test(words);
  if (/^(?:yes )?(?:but )?(?:\w+ )*?/.test(words) && NOT_LIMITED.test(words))
    return coded('no', 'condition-not-limiting');
  if (/\b(?:limited|limits?|activities|yes|i am|affects?)\b.*\ba lot\b|^a lot$|\bseverely\b/.test(words))
    return coded('yes', 'limited-a-lot');
  if (
    /\b(?:limited|limits?|activities|yes|i am|affects?)\b.*\ba (?:little|bit)\b|^a (?:little|bit)$/.test(
      words,
    )
  )
    return coded('yes', 'limited-a-little');
  if (
    yes ||
    IMPAIRMENT.test(words) ||
    (/^(?:my )?(?:day to day )?activities/.test(words) && LIMITED.test(words)) ||
    /^limited\b/.test(words)
  )
    return coded('yes');
  return UNMATCHED;
}
