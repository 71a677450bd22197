import { type DemographicField, isScaleStep, readEquality } from '#domain';
import { asksOfSelf, characteristicNamed, tellsOne } from './characteristic-labels.js';
import { areOfBirth, turnedRound } from './gender-identity.js';
import { nhsCategories } from './nhs-categories.js';
import type { ColumnProfile } from './profile.js';
import { isTickedOnly } from './ticked-words.js';

const SEXES = /^(f|m|female|male|woman|man|women|men|girl|boy)$/i;
const BESIDE_SEXES =
  /^(other|non[- ]?binary|trans(gender)?( (man|woman))?|intersex|another( (gender|term|way))?|(i )?(would )?prefer not to (say|answer)|prefer to self[- ]describe|in another way|not (stated|known|specified)|unspecified|unknown|rather not say)$/i;
const DECADES =
  /^((15|16|17|18|19|20|25|35|45|55|65|75|85)\s*(-|–|to)\s*(17|18|19|20|24|29|34|44|49|54|59|64|74|79|84|89)|(65|70|75|80|85|90)\s*(\+|(and|or) (over|above|older)|plus)|(under|below) ?(16|18|25))( years?( old)?)?$/i;
/** Labels under which such answers are about somebody or something else. */
const OF_ANOTHER =
  /child|pupil|partner|baby|dog|pet|doctor|clinician|staff|prefer|would you|team|hours|minutes|miles|employees|lived|years? (at|in)|how (many|much|long|far)|£/;

const ARE_YOU = /^(are you|i am|you are|m ?\/ ?f)\b[\s.:…?]*$/;

/** Sex and age told by the cells, where the label is no more than "Are you ...". */
function characteristicByCells(label: string, profile: ColumnProfile): DemographicField | null {
  if (OF_ANOTHER.test(label) || profile.overflow > 0 || profile.filled < 5) return null;
  const values = profile.values();
  const sexes = values.filter((value) => SEXES.test(value));
  if (
    sexes.length >= (ARE_YOU.test(label) ? 1 : 2) &&
    new Set(sexes.map((value) => value.toLowerCase())).size <= (ARE_YOU.test(label) ? 6 : 4) &&
    values.every((value) => SEXES.test(value) || BESIDE_SEXES.test(value))
  )
    return values.some((value) => /binary|trans|^(wo)?man$/i.test(value)) ? 'gender' : 'sex';
  const bands = values.filter((value) => DECADES.test(value.trim()));
  return bands.length >= 4 && profile.share((value) => DECADES.test(value.trim())) > 0.8 ? 'age' : null;
}

/** Different answers that are looked at; a list of a characteristic is never as long. */
const LOOKED_AT = 120;
/** Only to see whether a number is a year of birth: any day of these years does. */
const ON = '2026-01-01';

interface Fit {
  /** Of the answers that one characteristic alone has, the share with a code in its list. */
  share: number;
  /** Different such answers with a code. */
  distinct: number;
  /** Different such answers. */
  told: number;
}

/** How far the cells are answers of a characteristic's own list. */
function fitOf(field: DemographicField, profile: ColumnProfile): Fit {
  let all = 0;
  let fits = 0;
  const fit: Fit = { share: 0, distinct: 0, told: 0 };
  for (const [value, count] of [...profile.counts].slice(0, LOOKED_AT)) {
    if (!tellsOne(value)) continue;
    const { as } = readEquality(field, value, ON);
    if (as === 'blank' || as === 'declined' || as === 'not-known') continue;
    all += count;
    fit.told++;
    if (as === 'unmatched') continue;
    fits += count;
    fit.distinct++;
  }
  fit.share = all ? fits / all : 0;
  return fit;
}

/** Characteristics whose answers are so much their own that they tell it without a label. */
const TOLD_BY_CELLS = ['ethnic-group', 'religion', 'sexual-orientation', 'marriage', 'gender'] as const;
/** Characteristics that the hub keeps as asked: there is no list to hold their answers against. */
const AS_ASKED: readonly DemographicField[] = ['employment', 'tenure'];

export interface CharacteristicFound {
  characteristic: DemographicField;
  confidence: number;
  ask: string | null;
  /** Codes of answers that mean in this question what they mean in no other; none where the library's readings hold. */
  stands?: Readonly<Record<string, string>>;
}

/**
 * The characteristic of the person that a column asks for: the label names it and speaks of the person, and the cells are
 * answers of its list and no more of another's. Where the two disagree it says what to ask.
 */
export function characteristicOf(label: string, profile: ColumnProfile): CharacteristicFound | null {
  if (profile.filled === 0 || profile.meanLength > 70) return null;
  const asked = characteristicNamed(label);
  const named = asked === 'gender' && areOfBirth(profile) ? 'gender-identity' : asked;
  const field = named ?? characteristicByCells(label, profile);
  if (!field) return toldByCells(label, profile);
  if (!couldBe(field, profile)) return null;
  const stands = standsFor(field, label, profile);
  const certain = { characteristic: field, confidence: 0.92, ask: null, ...(stands ? { stands } : {}) };
  if (field === 'age' && couldBeCodes(label, profile))
    return {
      ...certain,
      confidence: 0.5,
      ask: 'The answers are small numbers: are they years of age, or codes of age groups? Say what each stands for.',
    };
  if (isTickedOnly(field, profile))
    return {
      ...certain,
      confidence: 0.5,
      ask: `The label names ${field} and the cells say yes or no: is it an option of a question, or asked of the person?`,
    };
  if (named === null || AS_ASKED.includes(field)) return certain;
  return weighed(field, label, profile, certain);
}

/** Codes of bands go no higher, those for "not answered" apart. */
const MOST_BANDS = 12;
const HIGHEST_OF_NONE = 99;

/** Numbers under "age group", or from 1 on and no higher than a child's: nobody can tell whether they are years. */
function couldBeCodes(label: string, { counts, overflow }: ColumnProfile): boolean {
  const numbers = [...counts.keys()].filter((value) => /^-?\d{1,3}(\.0+)?$/.test(value)).map(Number);
  if (overflow > 0 || numbers.length < 2 || numbers.length < counts.size) return false;
  const steps = numbers.filter((step) => step !== HIGHEST_OF_NONE && step > 0);
  const few = steps.length > 1 && steps.every((step) => step <= MOST_BANDS);
  return (
    few && (/\b(groups?|bands?|ranges?|brackets?|categor(y|ies))\b/.test(label) || Math.min(...steps) <= 2)
  );
}

function standsFor(
  field: DemographicField,
  label: string,
  profile: ColumnProfile,
): Record<string, string> | null {
  if (field === 'gender-identity') return turnedRound(label, profile);
  return field === 'ethnic-group' ? nhsCategories(profile) : null;
}

const BESIDE = /^(yes|no|y|n|true|false|other|prefer not to say|don'?t know|not applicable)$/i;

/** Could the cells be answers of a characteristic at all? Those of a scale show that a view is asked for. */
function couldBe(field: DemographicField, profile: ColumnProfile): boolean {
  const values = profile.values();
  if (
    profile.counts.size > 120 ||
    (profile.filled > 40 && profile.counts.size > 0.8 * profile.filled && field !== 'age')
  )
    return false;
  // "Yes, a lot" and "Not at all" are the list of some characteristics, word for word.
  const known = (value: string): boolean =>
    readEquality(field, value, null).as === 'coded' || BESIDE.test(value.replaceAll('_', ' '));
  const listed = values.some((value) => /^yes[\W_]+[a-z]/i.test(value) && known(value));
  const scaled = values.filter(
    (value) => isScaleStep(value) && !BESIDE.test(value) && !(listed && known(value)),
  );
  if (scaled.length > 0.5 * values.length) return false;
  return (
    field !== 'age' ||
    profile.share((value) =>
      /\d|under|over|prefer|rather|teen|adult|declin|not say|older|child/i.test(value),
    ) >= 0.6
  );
}

function weighed(
  field: DemographicField,
  label: string,
  profile: ColumnProfile,
  certain: CharacteristicFound,
): CharacteristicFound | null {
  const self = asksOfSelf(label, field);
  if (self === false) return null;
  const fit = fitOf(field, profile);
  const other = fit.share < 0.5 ? rivalOf(field, profile) : null;
  if (other)
    return {
      characteristic: other,
      confidence: 0.5,
      ask: `The label asks for ${field} and the answers are of ${other}: which is it?`,
    };
  if (self) return fit.told > 0 && fit.distinct === 0 && label.split(' ').length > 8 ? null : certain;
  if (fit.distinct >= 2 && fit.share >= 0.8) return certain;
  const why = `The label speaks of ${field}: is it asked of the person who answers?`;
  return fit.told === 0 || fit.share > 0.5 ? { ...certain, confidence: 0.5, ask: why } : null;
}

/** Another characteristic whose answers nearly all of the cells are. */
const rivalOf = (field: DemographicField, profile: ColumnProfile): DemographicField | null =>
  TOLD_BY_CELLS.find((other) => {
    if (other === field || (field === 'sex' && other === 'gender')) return false;
    const { share, distinct } = fitOf(other, profile);
    return share > 0.8 && distinct >= 2;
  }) ?? null;

/** Whom somebody works with or speaks for is not who they are. */
const SERVED = /\b(work|working|support|serve|help|represent|meet)\b/;

/** Cells that nearly all stand in the list of one characteristic, under a label that names none: never silently an answer. */
function toldByCells(label: string, profile: ColumnProfile): CharacteristicFound | null {
  if (profile.counts.size > 60 || OF_ANOTHER.test(label) || SERVED.test(label)) return null;
  for (const field of TOLD_BY_CELLS) {
    const { share, distinct } = fitOf(field, profile);
    if (share > 0.9 && distinct >= 3)
      return {
        characteristic: field,
        confidence: 0.6,
        ask: `The answers are those of ${field} although the label does not say so: is it asked of the person who answers?`,
      };
  }
  return null;
}
