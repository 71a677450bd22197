import { clock } from '../calendar.js';
import type { Submission } from '../generate/plan.js';
import { birthSlashed } from '../mistakes/fields.js';
import { csv } from './csv.js';
import { dateSlashed, inFull, textOf, yesNo } from './wording.js';

export const COUNCIL_EXPORT = {
  given: '1. What is your name? - First name',
  family: '1. What is your name? - Last name',
  born: '2. What is your date of birth? - Date of birth',
  email: '3. How can we reach you? - Email',
  phone: '3. How can we reach you? - Telephone',
  address: '4. Where do you live? - Address',
  postcode: '4. Where do you live? - Postcode',
  age: '5. Which age group are you in? - Age group',
  sex: '6. What is your sex? - Sex',
  ethnicGroup: '7. What is your ethnic group? - Ethnic group',
  disability: '8. Are you disabled? - Disability',
  group: '9. Are you answering for a group? - Organisation',
  comment: '10. What should change in your area? - Your comment',
  change: '11. Is there anything else? - Your idea',
} as const;

/** The platform's "all responses" sheet: analysts' columns beside the comment, a blank IP address at the end. */
export function councilExport(submissions: readonly Submission[]): Uint8Array {
  const comment = COUNCIL_EXPORT.comment;
  const header = [
    'Response ID',
    'Submitted',
    ...Object.values(COUNCIL_EXPORT),
    `${comment} - Tags`,
    `${comment} - Notes`,
    'Unique ID',
    'IP address',
  ];
  const rows = submissions.map((submission) => {
    const { given, told, group } = submission;
    return [
      submission.externalId, `${dateSlashed(submission)} ${clock(submission.seconds).slice(0, 5)}`,
      given.givenName, given.familyName, given.birth && birthSlashed(given.birth), given.email, given.phone, given.address, given.postcode,
      told.age === 'prefer-not-to-say' ? 'Prefer not to say' : told.age, inFull('sex', told.sex), inFull('ethnic-group', told.ethnicGroup),
      yesNo(told.disability), group?.written ?? null, textOf(submission, 'main'), textOf(submission, 'more'), null, null,
      `U-${submission.externalId.slice(5)}`, null,
    ]; // prettier-ignore
  });
  return csv(header, rows, true);
}
