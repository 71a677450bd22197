import { isScaleStep } from '#domain';
import { leaveAsked } from './leave-to-use.js';
import { ask, finding, type Finding, left } from './meaning.js';
import type { ColumnProfile } from './profile.js';
import { idWords } from './record-columns.js';
import {
  isCommaDecimal,
  isDecimal,
  isEmail,
  isFileName,
  isInteger,
  isIp,
  isPersonName,
  isUrl,
  isUuid,
} from './shapes.js';
import {
  ASKS,
  asksConsent,
  asksToContact,
  CODE_OF_SENDER,
  NOBODYS,
  OF_CONTACT,
  OF_THE_FORM,
  OF_THE_OFFICE,
  ORDER_SHOWN,
  PART_OF_ADDRESS,
  TAKES_BACK,
  THE_ANALYSTS,
} from './words.js';

/** Letters of a code, on the average. */
const LONGEST_CODE = 12;

/** A tool's own note of how far somebody came, although some write it with a question mark. */
const PAGE_REACHED = /^(last|current|furthest|highest) page( (reached|seen|viewed|completed))?\??$/;

const NESTED =
  'Each cell holds a list of its own, as of the people of a household: it is left out, and none of them counts as a person.';

/** What tools call so at the top of their exports; under a group of a form ("club/rating") it is a question of the form. */
const AT_THE_TOP = new Set([
  'a count by the tool',
  'a figure of the tool',
  'how long it took',
  'the language of the form',
]);
/** Stars that a person gives go no higher; a count of ratings does. */
const MOST_STARS = 10;

/**
 * Columns that are nobody's answer.
 * @param grouped whether the label stands under a group of the form
 */
export function technical(words: string, profile: ColumnProfile, grouped = false): Finding | null {
  if (profile.share(isIp) > 0.8) return left('the address of a machine', 0.98);
  if (profile.share(isUuid) > 0.9)
    return idWords(words) > 0 && profile.unique ? null : left('a number of the tool', 0.9);
  if (profile.share((value) => isUrl(value) || isFileName(value)) > 0.8)
    return left('an address or a file', 0.9);
  if (
    profile.share((value) =>
      /^-?\d{1,3}\.\d+[ ,]+-?\d{1,3}\.\d+([ ,]+[\d.]+)*$|^(POINT|POLYGON)\b/i.test(value),
    ) > 0.8
  )
    return left('coordinates', 0.95);
  if (profile.share((value) => /^\[\s*\{\s*"/.test(value)) > 0.8)
    return finding(
      { as: 'ignore', what: 'a list within the answer' },
      0.7,
      'The cells are lists of records.',
      ask('nested', NESTED),
    );
  const known = NOBODYS.find(([pattern]) => pattern.test(words));
  if (!known) return null;
  const [, what] = known;
  if (grouped && AT_THE_TOP.has(what)) return null;
  // A question that only sounds like it: people's own words, or the answers of a scale.
  const asks = (/\?$/.test(words) && !PAGE_REACHED.test(words)) || (ASKS.test(words) && words.length > 30);
  if (asks && !NEVER_ASKED.has(what)) return null;
  if (what === 'about an account' && profile.share(isEmail) > 0.6)
    return finding({ as: 'respondent', field: 'email' }, 0.8, 'The cells are e-mail addresses.');
  // The same few in all rows are whoever sent them in for others.
  const few = profile.filled >= FEWEST_SENT && profile.distinct <= SENT_BY_FEW * profile.filled;
  if (what === 'about an account' && shareOfNames(profile) > 0.6 && few && OF_SENDER.test(words))
    return left(what, 0.85);
  if (what === 'about an account' && shareOfNames(profile) > 0.6)
    return finding(
      { as: 'respondent', field: 'fullName' },
      0.7,
      'The cells are names of people: kept apart as such.',
    );
  // "Owner" over yes and no is asked of the person.
  if (
    what === 'about an account' &&
    /^(owner|author|editor|creator)$/.test(words) &&
    profile.share(isYesNo) > 0.9
  )
    return null;
  if (what === CODE_OF_SENDER && (profile.unique || profile.meanLength > LONGEST_CODE)) return null;
  // "Venue" over "Good" and "Poor" asks what somebody thought of it.
  if (what === OF_THE_FORM && profile.share((value) => isScaleStep(value) || isDecimal(value)) > 0.3)
    return null;
  // The day on which a letter was logged may be all that tells when it came.
  if (what === OF_THE_OFFICE && profile.share(holdsDay) > 0.7) return left('a time of the tool', 0.85);
  if (what === 'a count by the tool' && (profile.share(isInteger) < 0.9 || isStars(words, profile)))
    return null;
  if (
    what === 'coordinates' &&
    profile.share(isDecimal) < 0.5 &&
    profile.share(isCommaDecimal) < 0.5 &&
    !/geo|coord|what3/.test(words)
  )
    return null;
  if (what === 'a time of the tool' && /^(start|started|last)/.test(words)) return left(what, 0.85);
  return UNSAID_PROSE.has(what) && holdsProse(profile) ? leftInDoubt(what) : left(what, 0.9);
}

const isStars = (words: string, profile: ColumnProfile): boolean =>
  words === 'rating' &&
  profile.overflow === 0 &&
  [...profile.counts.keys()].every((value) => Number(value) >= 1 && Number(value) <= MOST_STARS);

const FEWEST_SENT = 8;
const SENT_BY_FEW = 0.3;
const OF_SENDER = /^(submitted by|submitter|created ?by|creator|editor|modified by)( name)?$/;

const isNobody = (value: string): boolean =>
  /^(anonymous|anon\.?|guest|unknown|unnamed|not given)( user)?$/i.test(value);

/** Share of names of people, of the cells that do not say that somebody gave none. */
function shareOfNames(profile: ColumnProfile): number {
  const nobody = profile.share(isNobody);
  return nobody < 1 ? profile.share((value) => isPersonName(value) && !isNobody(value)) / (1 - nobody) : 0;
}

const isYesNo = (value: string): boolean => /^(yes|no|y|n|true|false|don'?t know)$/i.test(value);

const holdsDay = (value: string): boolean =>
  value.length <= 40 && /\d{1,4}[-/. ](\d{1,2}|[a-z]{3,9})[-/. ]\d{1,4}/i.test(value);

/** What no form asks of people, although some write the label with a question mark: "Ack'd?". */
const NEVER_ASKED = new Set([
  'the address of a machine',
  THE_ANALYSTS,
  OF_THE_OFFICE,
  PART_OF_ADDRESS,
  ORDER_SHOWN,
]);

/** What is left out by its label although people may have written their answers there. */
const UNSAID_PROSE = new Set([
  THE_ANALYSTS,
  OF_THE_OFFICE,
  'about an account',
  'the tool’s own record',
  'a figure of the tool',
]);
/** Letters of a cell from which on it is no word of a tool's, on the average. */
const PROSE = 18;

/** Sentences, nearly each another one. */
export const holdsProse = (profile: ColumnProfile): boolean =>
  profile.meanLength >= PROSE &&
  profile.distinct > 0.5 * profile.remembered &&
  profile.share((value) => /\S\s+\S+\s+\S/.test(value) && !/^\w+\/\d/.test(value)) > 0.5;

/** Words of people are never left out in silence. */
const leftInDoubt = (what: string): Finding =>
  finding(
    { as: 'ignore', what },
    0.5,
    `The label says ${what}; the cells are sentences.`,
    ask('left-out', `This column holds sentences and is left out as ${what}: are they answers of people?`),
  );

const YES_NO =
  /^(yes|no|y|n|true|false|1|0|1\.0|0\.0|agree|disagree|i agree|i do not agree|i consent|i do not consent|agreed|consent|ok|checked|ticked|x|on|accept(ed)?|declined?|i confirm.*|i understand.*|yes,? i .*|no,? i .*)$/i;

/** What somebody does with a newsletter is an answer, and no leave to write: "Do you read our newsletter?" */
const OF_A_HABIT =
  /\b(do|did|does|have|has) (you|anyone|your household)( \w+)? (reads?|get|gets|received?|see|saw|seen|use|used?|looked?)\b/;

/** What is thought of privacy, data or consent is an answer, and no leave to use it. */
const OF_OPINION =
  /\b(happy|content|comfortable|ok|okay|fine) (with|about) (how|what|the way)\b|\b(trust|worr(y|ied)|concerned|confident|aware|heard|satisfied|should|think|important|easy|clear|how (well|much|far|safe|often)|do you know)\b/;

/** Leave that somebody gave, or was asked to give; null where the label asks for none, or the cells are no yes and no. */
export function consent(words: string, profile: ColumnProfile): Finding | null {
  const formal = asksConsent(words);
  const leave = formal ? null : leaveAsked(words);
  const permits = formal || leave === 'answers';
  const contact = leave === 'reach' || (leave === null && asksToContact(words));
  if (!formal && leave === null && !contact) return null;
  if (OF_OPINION.test(words) || (!permits && OF_A_HABIT.test(words))) return null;
  const values = profile.values();
  const says = (value: string): boolean =>
    YES_NO.test(value) || value.length > 20 || TAKES_BACK.test(value.replace(/\u2019/g, "'"));
  if (values.length > 4 || !values.every(says)) return null;
  if (leave === 'beside') return BESIDE_ANSWERS;
  if (permits && !contact && values.some((value) => YES_NO.test(value)))
    return finding({ as: 'consent' }, 0.9, 'The label asks for consent and the cells say yes or no.');
  if (permits && values.length === 1) return finding({ as: 'consent' }, 0.8, 'Everybody agreed to the same.');
  // What somebody was asked is an answer of theirs; a mark of the tool's beside the answers is none.
  if (contact && (permits || leave === 'reach' || !asksSomebody(words))) return left(OF_CONTACT, 0.8);
  return null;
}

/** A question, or words that somebody agreed to: "May we contact you?", "Subscribe me", "Please keep me informed". */
const asksSomebody = (words: string): boolean => ASKS.test(words) || /\b(me|you|your|my|i)\b/.test(words);

const BESIDE_ANSWERS = finding(
  { as: 'ignore', what: 'leave for something beside the answers' },
  0.5,
  'The label asks leave for more or other than the use of answers.',
  ask(
    'consent',
    'It asks leave for something beside the answers, as to keep or pass on details, or to speak again: it is left out as no question, and whoever says no stays in. Does a no mean that nothing they answered may be used?',
  ),
);
