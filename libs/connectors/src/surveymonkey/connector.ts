import { tabularConnector } from '../tabular.js';

/** SurveyMonkey: the question in the first header row, its options or "Response" in the second; dates month first. */
export default tabularConnector({
  code: 'surveymonkey',
  title: 'SurveyMonkey export',
  agencyKinds: ['vcs', 'council', 'police', 'health'],
  layout: {
    signs: [
      /^respondent id$/,
      /^collector id$/,
      /^start date$/,
      /^end date$/,
      /^ip address$/,
      /^email address$/,
      /^first name$/,
      /^last name$/,
      /^custom (data|value) ?1$/,
      /open-ended response/,
    ],
    atLeast: 4,
    needs: /^(respondent|collector) id$/,
    dateOrder: 'month-first',
    columns: [
      [/^respondent id$/, { as: 'submission-id' }],
      [/^collector id$/, { as: 'ignore', what: 'the tool’s own record' }],
      [/^custom (data|value)/, { as: 'ignore', what: 'the tool’s own record' }],
      [/^ip address$/, { as: 'ignore', what: 'the tool’s own record' }],
      [/^start date$/, { as: 'ignore', what: 'a time of the tool' }],
      [/^end date$/, { as: 'date' }],
    ],
  },
});
