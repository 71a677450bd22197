import { nicknamesOf } from '../names/nicknames.js';
import { homeOn, surnameOn, type Home, type Person } from '../people/person.js';
import type { Random } from '../random.js';
import {
  addressGiven,
  birthGiven,
  emailGiven,
  phoneGiven,
  postcodeGiven,
  type BirthGiven,
} from './fields.js';
import { MISTAKES } from './rates.js';
import { misdial, misspell } from './typing.js';

/** A person as she or he appears on one submission; null = left blank or not asked. */
export interface AsGiven {
  givenName: string | null;
  familyName: string | null;
  birth: BirthGiven | null;
  email: string | null;
  phone: string | null;
  address: string | null;
  postcode: string | null;
  nhsNumber: string | null;
  /** Where the person lived that day (the truth, for choosing places to speak of). */
  home: Home;
  /** Codes of what went wrong, for the truth only. */
  mistakes: string[];
}

export interface FormHabits {
  /** The form takes a birth year, or year and month. */
  partialBirth: boolean;
  /** Filled in by hand and scanned. */
  paper: boolean;
}

/** One person's identifying fields on one day, with the errors that people make. */
export function asGiven(random: Random, person: Person, day: number, habits: FormHabits): AsGiven {
  const home = homeOn(person, day);
  const blank: AsGiven = {
    givenName: null, familyName: null, birth: null, email: null, phone: null, address: null, postcode: null,
    nhsNumber: null, home, mistakes: [],
  }; // prettier-ignore
  if (random.chance(MISTAKES.anonymous))
    return {
      ...blank,
      postcode: random.chance(0.5) ? home.postcode.slice(0, -4) : null,
      mistakes: ['anonymous'],
    };
  const mistakes: string[] = [];
  const [givenName, familyName] = names(random, person, day, habits, mistakes);
  return {
    givenName,
    familyName,
    birth: random.chance(MISTAKES.birthDateMissing)
      ? null
      : birthGiven(random, person.birth, habits.partialBirth, mistakes),
    email: email(random, person, mistakes),
    phone: phone(random, person, mistakes),
    address: random.chance(MISTAKES.addressMissing) ? null : addressGiven(random, home.line),
    postcode: random.chance(MISTAKES.postcodeMissing) ? null : postcodeGiven(random, home.postcode, mistakes),
    nhsNumber: nhsNumber(random, person, mistakes),
    home,
    mistakes,
  };
}

function names(
  random: Random,
  person: Person,
  day: number,
  habits: FormHabits,
  mistakes: string[],
): [string, string] {
  const slip = (): 'scanned' | undefined => (habits.paper && random.chance(0.3) ? 'scanned' : undefined);
  let given = person.givenName;
  let family = surnameOn(person, day);
  const short = nicknamesOf(given);
  if (short.length > 0 && random.chance(MISTAKES.nickname)) {
    mistakes.push('nickname');
    given = random.pick(short);
  }
  if (random.chance(MISTAKES.nameTyped)) {
    mistakes.push('given-name-typed');
    given = misspell(random, given, slip());
  }
  if (random.chance(MISTAKES.nameTyped)) {
    mistakes.push('family-name-typed');
    family = misspell(random, family, slip());
  }
  if (random.chance(MISTAKES.initialOnly)) {
    mistakes.push('initial-only');
    given = given.charAt(0) + (random.chance(0.3) ? '.' : '');
  } else if (person.middleName && random.chance(MISTAKES.middleNameGiven)) {
    given = `${given} ${random.chance(0.5) ? person.middleName : person.middleName.charAt(0)}`;
  }
  return dressed(random, given, family, mistakes);
}

/** Swapped into the wrong boxes, in capitals, with a stray blank. */
function dressed(random: Random, given: string, family: string, mistakes: string[]): [string, string] {
  let pair: [string, string] = [given, family];
  if (random.chance(MISTAKES.namesSwapped)) {
    mistakes.push('names-swapped');
    pair = [family, given];
  }
  const style = random.next();
  if (style < MISTAKES.allLowerCase) pair = [pair[0].toLowerCase(), pair[1].toLowerCase()];
  else if (style < MISTAKES.allLowerCase + MISTAKES.allCapitals)
    pair = [pair[0].toUpperCase(), pair[1].toUpperCase()];
  if (random.chance(MISTAKES.strayBlank)) pair = [`${pair[0]} `, pair[1]];
  return pair;
}

function email(random: Random, person: Person, mistakes: string[]): string | null {
  if (random.chance(MISTAKES.emailMissing)) return null;
  if (person.sharedEmail !== null && random.chance(MISTAKES.emailShared)) {
    mistakes.push('email-shared');
    return emailGiven(random, person.sharedEmail, mistakes);
  }
  return person.email === null ? null : emailGiven(random, person.email, mistakes);
}

function phone(random: Random, person: Person, mistakes: string[]): string | null {
  if (random.chance(MISTAKES.phoneMissing)) return null;
  const landline =
    person.landline !== null && (person.mobile === null || random.chance(MISTAKES.phoneLandline));
  const number = landline ? person.landline : person.mobile;
  return number === null ? null : phoneGiven(random, number, mistakes);
}

function nhsNumber(random: Random, person: Person, mistakes: string[]): string | null {
  if (person.nhsNumber === null || random.chance(MISTAKES.nhsNumberMissing)) return null;
  if (!random.chance(MISTAKES.nhsNumberWrong)) return person.nhsNumber;
  mistakes.push('nhs-number-wrong');
  return person.nhsNumber.slice(0, 3) + misdial(random, person.nhsNumber.slice(3));
}
