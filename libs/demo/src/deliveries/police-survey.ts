import type { Submission, Told } from '../generate/plan.js';
import { birthSlashed } from '../mistakes/fields.js';
import { questionsOf } from '../questions/asked.js';
import { cellsOf, columnsOf } from '../questions/columns.js';
import { csv } from './csv.js';
import { dateSlashed, inFull, textOf, wardGiven, yesNo } from './wording.js';

export const POLICE_QUESTIONS = {
  safe: 'How safe do you feel in your area after dark? (1-5)',
  problem: 'What is the biggest problem in your area?',
  should: 'What should the police do?',
} as const;

const HEADER = [
  'Reference', 'Survey code', 'Survey', 'Date', 'Method', 'Forename', 'Surname', 'DOB', 'Email address', 'Telephone', 'Address',
  'Postcode', 'Neighbourhood', 'Age', 'Gender', 'Ethnicity', 'Disability', 'On behalf of', ...Object.values(POLICE_QUESTIONS),
]; // prettier-ignore

/** The force's survey sheet. Its youngest band reaches to 15, so it fits no harmonised band. */
export function policeSurvey(submissions: readonly Submission[]): Uint8Array {
  const questions = questionsOf(submissions[0]?.engagement.key ?? '');
  const columns = questions.flatMap(columnsOf).map(({ column }) => column);
  return csv([...HEADER, ...columns], submissions.map((submission) => {
    const { engagement, given, told, channel } = submission;
    const cells = cellsOf(questions, submission);
    return [
      submission.externalId, engagement.key, engagement.title, dateSlashed(submission), channel.charAt(0).toUpperCase() + channel.slice(1),
      given.givenName, given.familyName, given.birth && birthSlashed(given.birth), given.email, given.phone, given.address, given.postcode,
      wardGiven(submission), ageBand(told.age), inFull('sex', told.sex), inFull('ethnic-group', told.ethnicGroup), yesNo(told.disability),
      submission.group?.written ?? null, submission.score, textOf(submission, 'main'), textOf(submission, 'more'),
      ...columns.map((column) => written(cells.get(column))),
    ];
  })); // prettier-ignore
}

const written = (cell: string | number | string[] | undefined): string | number | null =>
  Array.isArray(cell) ? cell.join(';') : (cell ?? null);

function ageBand(age: Told): string | null {
  if (age === '0-14') return 'Under 16';
  if (age === '15-24') return '16-24';
  return age === 'prefer-not-to-say' ? 'Prefer not to say' : age;
}
