import { clock, iso, partsOf } from '../calendar.js';
import type { Submission } from '../generate/plan.js';
import { questionsOf } from '../questions/asked.js';
import { cellsOf } from '../questions/columns.js';
import { birthIso } from '../mistakes/fields.js';
import type { AgencyEngagement } from '../story/agencies.js';
import { NOTICE } from './council-page.js';
import { inFull, textOf, wardGiven, yesNo } from './wording.js';

export const VCS_FIELDS: readonly { key: string; label: string; type: string }[] = [
  { key: 'full_name', label: 'Your name', type: 'text' },
  { key: 'born', label: 'Date, month or year of birth', type: 'text' },
  { key: 'email', label: 'E-mail', type: 'email' },
  { key: 'phone', label: 'Telephone', type: 'tel' },
  { key: 'postcode', label: 'Postcode', type: 'text' },
  { key: 'area', label: 'Ward', type: 'select' },
  { key: 'age_group', label: 'Age group', type: 'select' },
  { key: 'sex', label: 'Sex', type: 'select' },
  { key: 'ethnic_group', label: 'Ethnic group', type: 'select' },
  { key: 'disabled', label: 'Do you consider yourself disabled?', type: 'select' },
  { key: 'group', label: 'Which group are you here with?', type: 'text' },
  { key: 'topics', label: 'What would you like to talk about?', type: 'multiselect' },
  { key: 'story', label: 'What is it like where you live?', type: 'textarea' },
  { key: 'idea', label: 'What would you change?', type: 'textarea' },
];

/** One form with its submissions. */
export function vcsForm(engagement: AgencyEngagement, submissions: readonly Submission[]): Uint8Array {
  const questions = questionsOf(engagement.key);
  const document = {
    notice: NOTICE,
    form: {
      id: engagement.key, title: engagement.title, organisation: `${engagement.decisionOwner} (demonstration)`, kind: engagement.kind,
      participation: engagement.participation, opens: engagement.opens, closes: engagement.closes, audiences: engagement.communities,
      decision_owner: engagement.decisionOwner, can_still_change: engagement.canStillChange,
      fields: [...VCS_FIELDS, ...questions.map(({ key, text }) => ({ key, label: text, type: 'select' }))],
    },
    submissions: submissions.map((submission) => ({
      id: submission.externalId,
      submitted_at: `${iso(partsOf(submission.day))}T${clock(submission.seconds)}Z`,
      channel: submission.channel,
      answers: { ...answers(submission), ...Object.fromEntries(cellsOf(questions, submission)) },
    })),
  }; // prettier-ignore
  return new TextEncoder().encode(`${JSON.stringify(document, null, 1)}\n`);
}

function answers(submission: Submission): Record<string, unknown> {
  const { given, told } = submission;
  return {
    full_name: given.givenName === null ? null : `${given.givenName} ${given.familyName}`,
    born: given.birth && birthIso(given.birth),
    email: given.email,
    phone: given.phone,
    postcode: given.postcode,
    area: wardGiven(submission),
    age_group: told.age === 'prefer-not-to-say' ? 'Prefer not to say' : told.age,
    sex: inFull('sex', told.sex),
    ethnic_group: inFull('ethnic-group', told.ethnicGroup),
    disabled: yesNo(told.disability),
    group: submission.group?.written ?? null,
    topics: submission.concerns,
    story: textOf(submission, 'main'),
    idea: textOf(submission, 'more'),
  };
}
