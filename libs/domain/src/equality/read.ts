import { HARMONISED } from '../demographics.js';
import type { DemographicField } from '../field.js';
import { repairText } from '../text/repair.js';
import { readAge } from './age.js';
import { readReligion } from './belief.js';
import { readDisability } from './disability.js';
import { readEthnicGroup } from './ethnic-group.js';
import { readGender, readGenderIdentity, readOrientation, readSex } from './identity.js';
import { readArmedForces, readCarer, readMarriage, readPregnancy } from './life.js';
import { asAsked, BLANK, coded, type EqualityReading } from './reading.js';
import { readHalves } from './two-languages.js';
import { readUnanswered } from './unanswered.js';
import { foldWording, wordsOfAnswer } from './wording.js';

const READERS: Partial<Record<DemographicField, (answer: string) => EqualityReading>> = {
  sex: readSex,
  gender: readGender,
  'gender-identity': readGenderIdentity,
  'ethnic-group': readEthnicGroup,
  disability: readDisability,
  religion: readReligion,
  'sexual-orientation': readOrientation,
  carer: readCarer,
  pregnancy: readPregnancy,
  marriage: readMarriage,
  'armed-forces': readArmedForces,
};

/** Characteristics whose lists have "None" as an answer; elsewhere it is a blank. */
const NONE_ANSWERS: readonly DemographicField[] = ['religion', 'carer', 'armed-forces'];
/** Where X stands beside F and M, as in passports, it is an answer; elsewhere it is nothing. */
const X_ANSWERS: readonly DemographicField[] = ['sex', 'gender', 'gender-identity'];
/** Characteristics without a harmonised list (tenure, employment) are kept as asked: nobody can be asked for a code. */
const WITHOUT_LIST = asAsked('unmapped');

/**
 * What an equality answer says, by the wordings of the Censuses 2011 and 2021, the GSS harmonised standards, the NHS and
 * common short forms; without regard to case, punctuation, look-alike signs or the number of the option.
 * @param answer as given; null for a blank
 * @param on ISO date of the answer, by which a year of birth becomes an age
 */
export function readEquality(
  characteristic: DemographicField,
  answer: string | null,
  on: string | null = null,
): EqualityReading {
  if (answer === null) return BLANK;
  // As comments are read: "White &amp; Asian", "Donâ€™t know".
  const meant = repairText(answer).text;
  const whole = readWhole(characteristic, meant, on);
  if (whole.as !== 'unmatched') return whole;
  return readHalves(meant, (half) => readWhole(characteristic, half, on)) ?? whole;
}

function readWhole(characteristic: DemographicField, answer: string, on: string | null): EqualityReading {
  const words = wordsOfAnswer(answer);
  const unanswered = readUnanswered(words, NONE_ANSWERS.includes(characteristic));
  if (unanswered && !(words === 'x' && X_ANSWERS.includes(characteristic))) return unanswered;
  const reading =
    characteristic === 'age' ? readAge(answer, on) : (READERS[characteristic]?.(answer) ?? WITHOUT_LIST);
  if (reading.as !== 'unmatched') return reading;
  const listed = listedCode(characteristic, answer);
  return listed ? coded(listed) : reading;
}

/** The codes and names of the harmonised lists themselves. */
function listedCode(characteristic: DemographicField, answer: string): string | undefined {
  const folded = foldWording(answer);
  return HARMONISED[characteristic]?.find(
    ({ code, name }) => code === folded || name.toLowerCase() === folded,
  )?.code;
}
