import { dayOf, type DateParts } from '../calendar.js';
import type { Submission } from '../generate/plan.js';
import type { BirthGiven } from '../mistakes/fields.js';
import { inFull, textOf, yesNo } from './wording.js';
import { xlsx, type SheetCell } from './xlsx.js';

export const MS_FORMS = {
  name: 'What is your name?',
  born: 'Date of birth',
  email: 'Email address',
  phone: 'Phone number',
  postcode: 'Postcode',
  age: 'Age group',
  sex: 'Sex',
  ethnicGroup: 'Ethnic group',
  disability: 'Do you consider yourself disabled?',
  group: 'Which group or club do you belong to?',
  /** Ends in a no-break space, as labels in real files do. */
  topics: 'Which of these matter to you?\u00a0',
  words: 'In your own words, what would make your area safer?',
} as const;

const HEADER = ['ID', 'Start time', 'Completion time', 'Email', 'Name', ...Object.values(MS_FORMS)];
const SECONDS = 86_400;

/** The workbook that Microsoft Forms exports: real Excel dates, an anonymous address, options joined by semicolons. */
export function msForms(submissions: readonly Submission[]): Uint8Array {
  return xlsx(HEADER, submissions.map((submission) => {
    const { given, told, day, seconds, person } = submission;
    const started = seconds - 120 - (person.index % 600);
    return [
      Number(submission.externalId), { date: day + started / SECONDS }, { date: day + seconds / SECONDS }, 'anonymous', null,
      given.givenName === null ? null : `${given.givenName} ${given.familyName}`, born(given.birth), given.email, given.phone, given.postcode,
      told.age === 'prefer-not-to-say' ? 'Prefer not to say' : told.age, inFull('sex', told.sex), inFull('ethnic-group', told.ethnicGroup),
      yesNo(told.disability), submission.group?.written ?? null, submission.concerns.length > 0 ? `${submission.concerns.join(';')};` : null,
      textOf(submission, 'main'),
    ];
  })); // prettier-ignore
}

function born(birth: BirthGiven | null): SheetCell {
  if (!birth) return null;
  return birth.month !== null && birth.day !== null
    ? { date: dayOf(birth as DateParts) }
    : String(birth.year);
}
