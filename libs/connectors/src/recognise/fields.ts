import { type DemographicField, isScaleStep } from '#domain';
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
import { ASKS } from './words.js';

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
  return null;
}

function postcodeOrAddress(profile: ColumnProfile): FieldFound {
  return profile.meanLength > 24
    ? found('address', 0.85, 'The cells are addresses: most hold a postcode.')
    : found('postcode', 0.97, 'The cells are postcodes.');
}

/** A field that the label names, where the cells do not contradict it. */
export function fieldByLabel(label: string, profile: ColumnProfile): FieldFound | null {
  const question = ASKS.test(label) && !/\b(your|you)\b/.test(label);
  if (question || profile.filled === 0) return null;
  const choice = looksLikeChoice(profile);
  const named = nameField(label);
  if (named) {
    const names = profile.share((value) => /^[\p{L}][\p{L}'’. -]{0,48}$/u.test(value) || NOBODY.test(value));
    if (names < 0.7) return null;
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
      /\d{2,4}[-/. ]\d{1,2}[-/. ]\d{1,4}|^\d{5}$|^(19|20)\d\d$|\d{1,2}[ -][A-Za-z]{3,9}[ -]\d{2,4}/.test(
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
  "(?:your |respondent'?s? |participant'?s? |contact |attendee'?s? |customer |resident'?s? |client |patient |person |submitter |member |carer |parent |author |applicant |visitor |volunteer |guest |owner )?";
const LEAD =
  "(?:and |so )?(?:what is |what's |what\u2019s |whats |please (?:enter|give|provide|type|tell us|write)(?: us)? |enter |type |tell us |can we (?:have|take) |may we have )?";
const GIVEN = new RegExp(`^${LEAD}${OWN}(first|given|fore|christian)[ _-]?names?\\b`);
const FAMILY = new RegExp(`^${LEAD}${OWN}((last|family|sur|second)[ _-]?names?)\\b`);
const FULL = new RegExp(
  `^${LEAD}${OWN}(full )?names?( and surname)?\\??$|^name \\(|^your name\\b|\\bfull name$|what is your (full )?name|` +
    `\\bname of (the )?(attendee|respondent|person|resident|participant|contact|customer|patient|client|submitter|complainant|consultee)\\b|` +
    `^(attendee|resident|contact|customer|submitter|complainant|consultee|respondent|representor|representer|objector|supporter|commenter|participant)s?$`,
);

/** "Contact details - First name", "Name (First)": the last part of a label, where it can be nothing but a name. */
const PART_GIVEN = /(?:[-–:/>|(]|>>)\s*(?:first|given|fore|christian)[ _-]?(?:names?)?\)?$/;
const PART_FAMILY = /(?:[-–:/>|(]|>>)\s*(?:last|family|sur|second)[ _-]?(?:names?)?\)?$/;
const PART_FULL =
  /(^(contact|your|about you|personal|respondent)\b|\b(contact|your|personal) details\b).*(?:[-–:/>|]|>>)\s*(?:your )?(?:full )?name$/;

function nameField(label: string): RespondentField | null {
  const ofName = /\bnames?\b/.test(label);
  if (GIVEN.test(label) && !/\((last|sur|family)/.test(label)) return 'givenName';
  if (FAMILY.test(label)) return 'familyName';
  if (/^(names?[ _.:-]+)?(first|fore|given)$/.test(label)) return 'givenName';
  if (/^(names?[ _.:-]+)?(last|family|sur)$/.test(label)) return 'familyName';
  if (ofName && PART_GIVEN.test(label)) return 'givenName';
  if (ofName && PART_FAMILY.test(label)) return 'familyName';
  return FULL.test(label) || PART_FULL.test(label) ? 'fullName' : null;
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

const CHARACTERISTICS: readonly [DemographicField, RegExp, not: RegExp | null][] = [
  [
    'age',
    /^age\b|\bage (groups?|bands?|ranges?|brackets?|categor(y|ies))\b|\bhow old are you\b|\byour age\b|\bage$|\bwhat age\b|\bare you aged\b|\byears? old\b|\byear of birth\b|\bbirth year\b/,
    /child|pupil|building|property|pet|\bdog\b|average|children/,
  ],
  ['sexual-orientation', /sexual (orientation|identity)|sexuality/, null],
  ['gender', /\bgender\b/, /pay gap|equality/],
  ['sex', /^sex\b|\byour sex\b|\bwhat sex\b|\bsex (registered|at birth|assigned)\b/, null],
  [
    'ethnic-group',
    /\bethnic(ity)?\b|\bethnic (group|origin|background)\b/,
    /get on|different ethnic|backgrounds/,
  ],
  // Before disability: whoever is asked whether they look after somebody is asked by the words for the other's condition.
  [
    'carer',
    /\b(a|unpaid|young) carer\b|^carer\b|caring (responsib|for)|look(ing)? after (?!you\b).{0,80}(illness|disab|long-term)|\bunpaid (care|help|support)\b|\b(give|provide|providing|giving)\b.{0,30}\b(help|support|care)\b.{0,40}\b(to|for)\b.{0,80}(illness|disab|long-term|old age)/,
    /day care|care home|carers'? (centre|service)|\b(we|council|nhs|service|staff) (give|provide)/,
  ],
  [
    'disability',
    /\bdisab(ility|ilities|led)\b|long[- ]?(term|standing).{0,60}(condition|illness|disability|impairment)|\bhealth (condition|problem)s?\b.{0,80}(limit|last)|day-to-day activities/,
    /access for|disabled (people|access|parking)|services for/,
  ],
  ['religion', /\breligio(n|us)\b|\bfaith\b|religion or belief/, /different|faith in/],
  ['pregnancy', /\bpregnan(t|cy)\b|\bmaternity\b/, /services|care|unit/],
  ['marriage', /\bmarital\b|\bmarried\b|civil partnership|relationship status/, null],
  [
    'armed-forces',
    /armed forces|\bveteran\b|\bserved in\b.*\bforces\b|military service/,
    /services for|covenant/,
  ],
  ['tenure', /\btenure\b|\brent or own\b|\bown or rent\b/, null],
  [
    'employment',
    /\bemployment (status|situation)\b|\bworking status\b|\bemployed\b.*\byou\b|^employment$|\beconomic(ally)? (status|activity)\b/,
    null,
  ],
];

/** The characteristic that a label asks for, whatever its cells; null where it asks for none. */
export const characteristicNamed = (label: string): DemographicField | null => {
  const asked = label.replace(/^(q(uestion)? ?\d+[a-z]?[.:)]?|\d+[a-z]?[.:)])[\s-]+/, '');
  return CHARACTERISTICS.find(([, says, not]) => says.test(asked) && !not?.test(asked))?.[0] ?? null;
};

const SEXES = /^(f|m|female|male|woman|man|women|men|girl|boy)$/i;
const BESIDE_SEXES =
  /^(other|non[- ]?binary|trans(gender)?( (man|woman))?|intersex|another( (gender|term|way))?|(i )?(would )?prefer not to (say|answer)|prefer to self[- ]describe|in another way|not (stated|known|specified)|unspecified|unknown|rather not say)$/i;
const DECADES =
  /^((15|16|17|18|19|20|25|35|45|55|65|75|85)\s*(-|–|to)\s*(17|18|19|20|24|29|34|44|49|54|59|64|74|79|84|89)|(65|70|75|80|85|90)\s*(\+|(and|or) (over|above|older)|plus)|(under|below) ?(16|18|25))( years?( old)?)?$/i;
/** Labels under which such answers are about somebody or something else. */
const OF_OTHERS =
  /child|pupil|partner|baby|dog|pet|doctor|clinician|staff|prefer|would you|team|hours|minutes|miles|employees|lived|years? (at|in)|how (many|much|long|far)|£/;

/** Sex and age told by the cells, where the label is no more than "Are you ...". */
function characteristicByCells(label: string, profile: ColumnProfile): DemographicField | null {
  if (OF_OTHERS.test(label) || profile.overflow > 0 || profile.filled < 5) return null;
  const values = profile.values();
  const sexes = values.filter((value) => SEXES.test(value));
  if (
    sexes.length >= 2 &&
    sexes.length <= 4 &&
    values.every((value) => SEXES.test(value) || BESIDE_SEXES.test(value))
  )
    return values.some((value) => /binary|trans|^(wo)?man$/i.test(value)) ? 'gender' : 'sex';
  const bands = values.filter((value) => DECADES.test(value.trim()));
  return bands.length >= 4 && profile.share((value) => DECADES.test(value.trim())) > 0.8 ? 'age' : null;
}

/**
 * The characteristic of a person that a column asks for: by its label, where the cells are answers of that kind. Answers of a
 * scale show that the column asks for a view ("people of different ethnic groups get on well").
 */
export function characteristicOf(label: string, profile: ColumnProfile): DemographicField | null {
  if (profile.filled === 0 || profile.meanLength > 70) return null;
  const field = characteristicNamed(label) ?? characteristicByCells(label, profile);
  if (!field) return null;
  const values = profile.values();
  if (
    profile.counts.size > 120 ||
    (profile.filled > 40 && profile.counts.size > 0.8 * profile.filled && field !== 'age')
  )
    return null;
  const scaled = values.filter(
    (value) =>
      isScaleStep(value) && !/^(yes|no|other|prefer not to say|don'?t know|not applicable)$/i.test(value),
  );
  if (scaled.length > 0.5 * values.length) return null;
  if (
    field === 'age' &&
    profile.share((value) =>
      /\d|under|over|prefer|rather|teen|adult|declin|not say|older|child/i.test(value),
    ) < 0.6
  )
    return null;
  return field;
}
