import type { DateParts } from '../calendar.js';
import type { Sex } from '../names/choose.js';

/** A dwelling. Postcodes of the city are real places; street names and who lives there are invented. */
export interface Home {
  /** e.g. `14 Hawthorn Road` */
  line: string;
  postcode: string;
  /** Ward code; null outside the city. */
  ward: string | null;
  /** Deprivation fifth of the small area, '1' = most deprived; null outside the city. */
  fifth: string | null;
}

/** A synthetic person as she or he really is, before any mistake. */
export interface Person {
  /** Number in order of making, from 0. */
  index: number;
  household: number;
  sex: Sex;
  birth: DateParts;
  givenName: string;
  middleName: string | null;
  /** Surname at the end of the period. */
  familyName: string;
  /** Surname before `surnameChangedOn` (day number); null where it never changed. */
  formerFamilyName: string | null;
  surnameChangedOn: number | null;
  /** Harmonised codes. */
  ethnicGroup: string;
  disabled: boolean;
  home: Home;
  /** Home before `movedOn` (day number); null where the person never moved. */
  formerHome: Home | null;
  movedOn: number | null;
  email: string | null;
  /** One address for the household; null where it has none. */
  sharedEmail: string | null;
  mobile: string | null;
  /** The household's, so shared by all who live there. */
  landline: string | null;
  nhsNumber: string | null;
}

/** The twenty-character-at-most code by which truth names a person. */
export function personCode(person: Person): string {
  return `person-${String(person.index + 1).padStart(5, '0')}`;
}

export function surnameOn(person: Person, day: number): string {
  return person.formerFamilyName !== null && day < (person.surnameChangedOn ?? 0)
    ? person.formerFamilyName
    : person.familyName;
}

export function homeOn(person: Person, day: number): Home {
  return person.formerHome !== null && day < (person.movedOn ?? 0) ? person.formerHome : person.home;
}
