import { isScaleStep } from '#domain';
import type { ColumnProfile } from './profile.js';
import {
  isEmail,
  isNhsNumber,
  isOutward,
  isPersonName,
  isPhone,
  isPostcode,
  postcodeWithin,
} from './shapes.js';
import { ASKS, FREE_TEXT_LIKELY } from './words.js';

export type RespondentField =
  | 'givenName'
  | 'familyName'
  | 'fullName'
  | 'dateOfBirth'
  | 'email'
  | 'phone'
  | 'address'
  | 'postcode'
  | 'nhsNumber'
  | 'systemId';

export interface FieldFound {
  field: RespondentField;
  confidence: number;
  reason: string;
  ask: string | null;
}

const found = (
  field: RespondentField,
  confidence: number,
  reason: string,
  ask: string | null = null,
): FieldFound => ({
  field,
  confidence,
  reason,
  ask,
});

const SAYS: Partial<Record<RespondentField, RegExp>> = {
  email: /\be-?mail\b/,
  phone: /\b(tele)?phone\b|\bmobile\b|\btel\b|\bcontact number\b/,
  postcode: /post ?code|\bpcode\b|postal code|\bzip\b/,
  nhsNumber: /\bnhs (no|number|num|id)\b|^nhs$/,
  dateOfBirth: /date of birth|\bdob\b|\bborn\b|birth ?(date|day)/,
  address: /\baddress\b|\bstreet\b.*\b(live|name)\b/,
};

/** Placeholders that stand for "no such person" in fields about somebody. */
const NOBODY =
  /^(anonymous( user)?|anon|n\/?k|not known|unknown|resident|a\.? ?n\.? other|x+|prefer not to say|no|none|test|0+|not provided)$/i;

/** A field that cells show by themselves, whatever the label says; the label may only raise a doubt. */
export function fieldByCells(label: string, profile: ColumnProfile): FieldFound | null {
  if (profile.filled === 0) return null;
  const real = (test: (value: string) => boolean): number =>
    profile.share((value) => test(value) || NOBODY.test(value));
  const some = (test: (value: string) => boolean): number => profile.share(test);
  if (some(isEmail) > 0.3 && real(isEmail) > 0.7)
    return found('email', 0.97, 'The cells are e-mail addresses.');
  if (
    some(isPostcode) > 0.4 &&
    real((value) => isPostcode(value) || isOutward(value) || postcodeWithin(value) !== null) > 0.6
  )
    return postcodeOrAddress(profile);
  if (
    some(isNhsNumber) > 0.9 &&
    (SAYS.nhsNumber!.test(label) || !/\b(id|ref|reference|number|no)\b/.test(label))
  )
    return found('nhsNumber', 0.95, 'The cells are NHS numbers: their check digits are right.');
  if (profile.meanLength > 12 && some((value) => postcodeWithin(value) !== null) > 0.6)
    return postcodeOrAddress(profile);
  const phones = some(isPhone);
  if (phones > 0.6 && SAYS.phone!.test(label))
    return found('phone', 0.97, 'The cells are telephone numbers.');
  if (phones > 0.8 && some((value) => /^(\+|0)/.test(value.replace(/^'/, ''))) > 0.5)
    return found('phone', 0.85, 'The cells are telephone numbers.');
  return emailOrPhone(profile);
}

/** Where people were asked how to reach them, some leave an address and some a number: never people's own words. */
function emailOrPhone(profile: ColumnProfile): FieldFound | null {
  const emails = profile.share(isEmail);
  const phones = profile.share(isPhone);
  const declined = profile.share((value) => NOBODY.test(value) || /^no\b.{0,20}$/i.test(value));
  if (emails === 0 || phones === 0 || emails + phones < 0.4 || emails + phones + declined < 0.7) return null;
  return found(
    emails >= phones ? 'email' : 'phone',
    0.6,
    'The cells are e-mail addresses and telephone numbers.',
    'E-mail addresses and telephone numbers stand in one column: it is kept apart as the commoner of the two, and the others are not used.',
  );
}

function postcodeOrAddress(profile: ColumnProfile): FieldFound {
  return profile.meanLength > 24
    ? found('address', 0.85, 'The cells are addresses: most hold a postcode.')
    : found('postcode', 0.97, 'The cells are postcodes.');
}

const isNameEitherWay = (value: string): boolean => isPersonName(value.replace(/,\s/, ' '));
/** As names are written, a comma between surname and forename among them. */
const LETTERS = /^[\p{L}][\p{L}'’., -]{0,48}$/u;

/** A field that the label names, where the cells do not contradict it. */
export function fieldByLabel(label: string, profile: ColumnProfile): FieldFound | null {
  const question = ASKS.test(label) && !/\b(your|you)\b/.test(label);
  if (question || profile.filled === 0) return null;
  const choice = looksLikeChoice(profile);
  const named = nameField(label) ?? (ROLE.test(label) ? 'fullName' : null);
  if (named) {
    if (profile.share((value) => LETTERS.test(value) || NOBODY.test(value)) < 0.7) return null;
    // "A lot", "A little", "Nothing": what somebody thinks of residents, or of a name.
    if (
      choice &&
      (profile.share(isScaleStep) > 0.8 || (ROLE.test(label) && profile.share(isNameEitherWay) < 0.5))
    )
      return null;
    const few = choice && profile.filled > 12 && profile.share((value) => NOBODY.test(value)) < 0.8;
    return found(
      named,
      few ? 0.5 : 0.93,
      'The label says a name and the cells could be names.',
      few ? 'The label says a name, but the same few stand in every row: are these people?' : null,
    );
  }
  for (const field of ['dateOfBirth', 'nhsNumber', 'postcode', 'email', 'phone', 'address'] as const) {
    if (!SAYS[field]!.test(label)) continue;
    // "Concerns about the address of the surgery": a remark with a number in it is no address.
    if (field === 'address' && FREE_TEXT_LIKELY.test(label) && profile.meanLength > 20) return null;
    const fits = shareThatFits(field, profile);
    if (fits >= 0.5) return found(field, 0.9, 'The label says so and most cells fit.');
    if (choice || ASKS.test(label)) return null;
    if (fits > 0 || profile.share((value) => NOBODY.test(value)) > 0.5)
      return found(
        field,
        0.6,
        'The label says so; few cells look like it.',
        `Few cells of this column look like what its label says (${words(field)}).`,
      );
    return null;
  }
  return null;
}

const words = (field: RespondentField): string =>
  ({
    dateOfBirth: 'a date of birth',
    nhsNumber: 'an NHS number',
    postcode: 'a postcode',
    email: 'an e-mail address',
    phone: 'a telephone number',
    address: 'an address',
  })[field as 'email'] ?? 'a field about a person';

function shareThatFits(field: RespondentField, profile: ColumnProfile): number {
  const tests: Partial<Record<RespondentField, (value: string) => boolean>> = {
    dateOfBirth: (value) =>
      /\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}|^\d{5}$|^(19|20)\d\d$|\d{1,2}(st|nd|rd|th)?[ -][A-Za-z]{3,9},?[ -]\d{2,4}|^[A-Za-z]{3,9}\.? \d{1,2}(st|nd|rd|th)?,? \d{2,4}/.test(
        value,
      ),
    nhsNumber: (value) => /^\d{3}[ -]?\d{3}[ -]?\d{4}$/.test(value),
    postcode: (value) => isPostcode(value) || isOutward(value) || postcodeWithin(value) !== null,
    email: isEmail,
    phone: isPhone,
    address: (value) => /\d/.test(value) && /[A-Za-z]/.test(value),
  };
  return profile.share(tests[field] ?? (() => false));
}

const OWN =
  "(?:your |resp |respondent'?s? |participant'?s? |contact |attendee'?s? |customer |resident'?s? |client |patient |person |submitter |member |carer |parent |author |applicant |visitor |volunteer |guest |owner |consultee |representor |objector |supporter |complainant |enquirer |caller )?";
const LEAD =
  "(?:and |so )?(?:what is |what's |what\u2019s |whats |please (?:enter|give|provide|type|tell us|write)(?: us)? |enter |type |tell us |can we (?:have|take) |may we have )?";
const GIVEN = new RegExp(`^${LEAD}${OWN}(first|given|fore|christian)[ _-]?names?\\b`);
const FAMILY = new RegExp(`^${LEAD}${OWN}((last|family|sur|second)[ _-]?names?)\\b`);
const FULL = new RegExp(
  `^${LEAD}${OWN}(full )?names?( and surname)?\\??$|^name \\(|^your name\\b|\\bfull name$|what is your (full )?name|` +
    `\\bname of (the )?(attendee|respondent|person|resident|participant|contact|customer|patient|client|submitter|complainant|consultee)\\b`,
);
/** Whom somebody is: a column of names only where the cells are such ("Residents" may be an item that others pay for). */
const ROLE =
  /^(attendee|resident|contact|caller|enquirer|correspondent|customer|submitter|complainant|consultee|respondent|representor|representer|objector|supporter|commenter|participant)s?$/;

/** "Contact details - First name", "Name (First)": the last part of a label, where it can be nothing but a name. */
const PART_GIVEN = /(?:[-–:/>|(]|>>)\s*(?:your )?(?:first|given|fore|christian)[ _-]?(names?)?\)?$/;
const PART_FAMILY = /(?:[-–:/>|(]|>>)\s*(?:your )?(?:last|family|sur|second)[ _-]?(names?)?\)?$/;
const PART_FULL =
  /(^(contact|your|about you|personal|respondent)\b|\b(contact|your|personal) details\b).*(?:[-–:/>|]|>>)\s*(?:your )?(?:full )?name$/;

/** "Name if given", "Name (optional)": whatever heading stands over it, since forms typed up carry one on. */
const IF_GIVEN =
  /(^|[-–:/>|]\s*)(your )?names?,? \(?(if (given|known|supplied|provided|any|stated|left)|optional)\)?$/;

/** "Surname, forename", "First and last name": one cell holds both. */
const BOTH =
  /^(last|family|sur)[ _-]?names?\s*([,/&+]|and)\s*(first|given|fore)[ _-]?names?$|^(first|given|fore)[ _-]?names?\s*([,/&+]|and)\s*(last|family|sur)[ _-]?names?$|^first (and|&) last names?$/;

/** "person-name", "about-first name": the last part of a path that a tool writes with a dash. */
const IN_GROUP = /^([a-z]+)-((?:(?:full|first|last|given|family|fore|sur)[ _]?)?name)$/;
const NAMED_THINGS =
  /^(user|screen|display|nick|file|form|event|brand|product|device|instance|job|pet|team)$/;

function nameField(label: string): RespondentField | null {
  const grouped = IN_GROUP.exec(label);
  if (grouped && !THINGS.test(grouped[1]!) && !NAMED_THINGS.test(grouped[1]!)) return nameField(grouped[2]!);
  if (BOTH.test(label)) return 'fullName';
  const ofName = /\bnames?\b/.test(label);
  if (GIVEN.test(label) && !/\((last|sur|family)/.test(label)) return 'givenName';
  if (FAMILY.test(label)) return 'familyName';
  // "Your details name first": groups and parts as some tools run them together.
  const part = /^(?:(.*)\bnames?[ _.:-]+)?(first|fore|given|last|family|sur)$/.exec(label);
  if (part && !THINGS.test(part[1] ?? ''))
    return /^(first|fore|given)$/.test(part[2]!) ? 'givenName' : 'familyName';
  const given = PART_GIVEN.exec(label);
  if (given && (given[1] || ofName)) return 'givenName';
  const family = PART_FAMILY.exec(label);
  if (family && (family[1] || ofName)) return 'familyName';
  return FULL.test(label) || PART_FULL.test(label) || IF_GIVEN.test(label) ? 'fullName' : null;
}

const THINGS =
  /park|street|road|school|site|ward|area|town|village|compan|organi[sz]ation|group|business|service|venue|place|building|club|project|file/;

/** Does the label name a field about a person, whatever its cells? */
export const namesField = (label: string): boolean =>
  nameField(label) !== null || Object.values(SAYS).some((says) => says.test(label) && label.length < 40);

/** Names of persons under a label that does not say so: never silently an answer. */
export function looksLikeNames(profile: ColumnProfile, label = ''): boolean {
  const called = /\bnames?\b/.test(label) && !THINGS.test(label);
  if (called && profile.share(isPersonName) > 0.9) return true;
  return (
    profile.filled >= 5 &&
    profile.counts.size > 0.7 * profile.remembered &&
    profile.meanLength < 30 &&
    profile.share(isPersonName) > 0.9
  );
}

export const looksLikeChoice = (profile: ColumnProfile): boolean =>
  profile.counts.size <= Math.max(3, 0.25 * profile.filled) && profile.overflow === 0;
