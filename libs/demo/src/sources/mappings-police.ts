import { POLICE_QUESTIONS } from '../deliveries/police-survey.js';
import { questionsOf } from '../questions/asked.js';
import { ruleOf } from '../questions/columns.js';
import { engagementOf } from './describe.js';
import { date, demographic, freeText, respondent, type MappingDocument } from './rules.js';

/** The layout brings its own columns; only the questions, the wording of ages and the order of dates are told. */
export function policeSurveyMapping(source: string): MappingDocument {
  const engagement = engagementOf(source);
  return {
    note: 'Synthetic demonstration. The youngest band reaches to 15, so it fits no harmonised band.',
    engagement,
    columns: [
      date('Date', 'day-first'),
      respondent('DOB', 'dateOfBirth', 'day-first'),
      demographic('Age', 'age', 'police-age-bands'),
      {
        as: 'channel',
        column: 'Method',
        values: { Online: 'online', Paper: 'paper', Event: 'event', Doorstep: 'doorstep' },
      },
      {
        as: 'question',
        column: POLICE_QUESTIONS.safe,
        key: 'safe-after-dark',
        text: POLICE_QUESTIONS.safe,
        kind: 'number',
      },
      freeText(POLICE_QUESTIONS.problem, 'biggest-problem', POLICE_QUESTIONS.problem),
      freeText(POLICE_QUESTIONS.should, 'police-should', POLICE_QUESTIONS.should),
      ...questionsOf(String(engagement.key)).map(ruleOf),
    ],
  };
}
