import { inWords, partsOf, shortMonth, type DateParts } from '../calendar.js';
import type { Submission, Told } from '../generate/plan.js';
import { csv } from './csv.js';
import { textOf, yesNo } from './wording.js';

export const GP_QUESTIONS = {
  ease: 'How easy was it to get help? (0-10)',
  anything: 'Is there anything else, about your health or about feeling safe where you live?',
} as const;

const HEADER = [
  'Survey ID', 'Date completed', 'Practice', 'NHS number', 'Name', 'Date of birth', 'Mobile', 'Postcode', 'Age band', 'Sex', 'Ethnic category',
  'Long-term condition or disability', GP_QUESTIONS.ease, GP_QUESTIONS.anything,
]; // prettier-ignore

/** Letters of the NHS ethnic category code, by harmonised code. */
export const ETHNIC_CATEGORIES: Readonly<Record<string, readonly string[]>> = {
  'white-british': ['A'],
  'white-other': ['B', 'C'],
  mixed: ['D', 'E', 'F', 'G'],
  asian: ['H', 'J', 'K', 'L', 'R'],
  black: ['M', 'N', 'P'],
  other: ['S'],
  'prefer-not-to-say': ['Z'],
};

const SEXES: Readonly<Record<string, string>> = { male: '1', female: '2', 'prefer-not-to-say': '9' };
const PRACTICES = [
  'Lantern Road Surgery',
  'Compass Medical Centre',
  'Two Rivers Practice',
  'Signal Street Surgery',
];

/** The practices' survey sheet: NHS codes, dates in words. */
export function gpSurvey(submissions: readonly Submission[]): Uint8Array {
  return csv(HEADER, submissions.map((submission) => {
    const { given, told, person, score } = submission;
    const { birth } = given;
    return [
      submission.externalId, inWords(partsOf(submission.day)), `${PRACTICES[person.household % PRACTICES.length]} (demonstration)`, given.nhsNumber,
      given.givenName === null ? null : `${given.givenName} ${given.familyName}`,
      birth?.month && birth.day ? shortMonth(birth as DateParts) : birth && String(birth.year), given.phone, given.postcode,
      told.age === 'prefer-not-to-say' ? 'Prefer not to say' : told.age, told.sex && (SEXES[told.sex] ?? null), category(told.ethnicGroup, person.index),
      yesNo(told.disability), score === null ? null : score * 2 - (submission.seconds % 2), textOf(submission, 'main'),
    ];
  })); // prettier-ignore
}

function category(told: Told, which: number): string | null {
  const letters = told === null ? undefined : ETHNIC_CATEGORIES[told];
  return letters ? (letters[which % letters.length] ?? null) : null;
}
