import { clock, iso, partsOf } from '../calendar.js';
import type { Submission } from '../generate/plan.js';
import { birthSlashed } from '../mistakes/fields.js';
import { type AgencyEngagement, OPEN_NOW } from '../story/agencies.js';
import { questionsOf } from '../questions/asked.js';
import { cellsOf, columnsOf } from '../questions/columns.js';
import { grouped } from './grouped.js';
import { inFull, textOf, wardGiven, yesNo } from './wording.js';

export const NOTICE = 'Synthetic demonstration data. No real person is described.';

type Value = string | number | string[] | null;

interface Component {
  id: string;
  type: string;
  label: string;
  value(submission: Submission): Value;
}

const SAFETY = ['Very unsafe', 'Fairly unsafe', 'Neither', 'Fairly safe', 'Very safe'];

/** Pages > questions > components, the same in every activity. */
const SURVEY: readonly { id: string; title: string; questions: readonly { id: string; title: string; components: readonly Component[] }[] }[] = [
  {
    id: 'your-views', title: 'Your views',
    questions: [
      { id: 'safety', title: 'How safe do you feel where you live?', components: [{ id: 'feel_safe', type: 'radio', label: 'How safe', value: ({ score }) => (score === null ? null : (SAFETY[score - 1] ?? null)) }] },
      { id: 'matters', title: 'What matters to you?', components: [{ id: 'concerns', type: 'checkbox', label: 'Tick all that apply', value: ({ concerns }) => (concerns.length > 0 ? [...concerns] : null) }] },
      { id: 'say', title: 'Tell us in your own words what you find', components: [{ id: 'comment', type: 'textarea', label: 'Your comment', value: (submission) => textOf(submission, 'main') }] },
      { id: 'do', title: 'What should change?', components: [{ id: 'change', type: 'textarea', label: 'Your idea', value: (submission) => textOf(submission, 'more') }] },
    ],
  },
  {
    id: 'about-you', title: 'About you',
    questions: [
      { id: 'name', title: 'What is your name?', components: [
        { id: 'first_name', type: 'text', label: 'First name', value: ({ given }) => given.givenName },
        { id: 'last_name', type: 'text', label: 'Last name', value: ({ given }) => given.familyName },
      ] },
      { id: 'born', title: 'When were you born?', components: [{ id: 'date_of_birth', type: 'date', label: 'Date of birth', value: ({ given }) => given.birth && birthSlashed(given.birth) }] },
      { id: 'reach', title: 'How can we reach you?', components: [
        { id: 'email', type: 'email', label: 'E-mail', value: ({ given }) => given.email },
        { id: 'phone', type: 'tel', label: 'Telephone', value: ({ given }) => given.phone },
      ] },
      { id: 'home', title: 'Where do you live?', components: [
        { id: 'address', type: 'text', label: 'Address', value: ({ given }) => given.address },
        { id: 'postcode', type: 'text', label: 'Postcode', value: ({ given }) => given.postcode },
        { id: 'ward', type: 'radio', label: 'Ward', value: wardGiven },
      ] },
      { id: 'you', title: 'A few things about you', components: [
        { id: 'age_group', type: 'radio', label: 'Age group', value: ({ told }) => inFull('age', told.age) },
        { id: 'sex', type: 'radio', label: 'Sex', value: ({ told }) => inFull('sex', told.sex) },
        { id: 'ethnic_group', type: 'radio', label: 'Ethnic group', value: ({ told }) => inFull('ethnic-group', told.ethnicGroup) },
        { id: 'disability', type: 'radio', label: 'Do you consider yourself disabled?', value: ({ told }) => yesNo(told.disability) },
      ] },
      { id: 'behalf', title: 'Do you answer for a group?', components: [{ id: 'organisation', type: 'text', label: 'Name of the group', value: ({ group }) => group?.written ?? null }] },
    ],
  },
]; // prettier-ignore

/** The submissions of one page, grouped by the activity that they answer. */
export function activitiesOf(submissions: readonly Submission[]): unknown[] {
  const byActivity = grouped(submissions, ({ engagement }) => engagement);
  return [...byActivity].map(([engagement, rows]) => activity(engagement, rows));
}

/** Activities that are open and have no submission yet. */
export const openActivities = (): unknown[] => OPEN_NOW.map((engagement) => activity(engagement, []));

function activity(engagement: AgencyEngagement, rows: readonly Submission[]): unknown {
  return {
    id: engagement.key,
    title: engagement.title,
    overview: `${engagement.title}. ${NOTICE}`,
    // A name that is reserved for examples: the portal's own address is another at each start, and gone after it.
    url: `https://council.example/consultations/${engagement.key}`,
    type: engagement.kind,
    participation: engagement.participation,
    start_date: engagement.opens,
    end_date: engagement.closes,
    audiences: engagement.communities,
    decision_owner: engagement.decisionOwner,
    can_still_change: engagement.canStillChange,
    survey: {
      id: `${engagement.key}-survey`,
      pages: [...SURVEY.map((page) => surveyPage(page, rows)), ...closedPages(engagement.key, rows)],
    },
    submissions: rows.map((row) => ({
      response_id: row.externalId,
      submitted_at: `${iso(partsOf(row.day))}T${clock(row.seconds)}Z`,
      channel: row.channel,
    })),
  };
}

/** The closed questions of one activity, each component with what was answered. */
function closedPages(activity: string, rows: readonly Submission[]): unknown[] {
  const questions = questionsOf(activity);
  if (questions.length === 0) return [];
  const cells = rows.map((row) => ({ row, given: cellsOf(questions, row) }));
  return [
    {
      id: 'closed', title: 'Your answers',
      questions: questions.map((question) => ({
        id: question.key, title: question.text,
        components: columnsOf(question).map(({ column, item }) => ({
          id: column, type: question.kind, label: item ?? '', options: question.options,
          responses: cells.flatMap(({ row, given }) => {
            const value = given.get(column);
            return value === undefined ? [] : [{ response_id: row.externalId, value }];
          }),
        })),
      })),
    },
  ]; // prettier-ignore
}

function surveyPage({ id, title, questions }: (typeof SURVEY)[number], rows: readonly Submission[]): unknown {
  return {
    id,
    title,
    questions: questions.map((question) => ({
      id: question.id,
      title: question.title,
      components: question.components.map(({ value, ...component }) => ({
        ...component,
        options: component.id === 'feel_safe' ? SAFETY : [],
        responses: rows.flatMap((row) => {
          const given = value(row);
          return given === null ? [] : [{ response_id: row.externalId, value: given }];
        }),
      })),
    })),
  };
}
