import { tabularConnector } from '../tabular.js';
import { dated, ignoring, ofRespondent, submissionId } from '../mapping/preset.js';

/** Microsoft Forms: the workbook (or CSV) of all responses. The questions come from the mapping, the rest is always there. */
export default tabularConnector({
  code: 'ms-forms',
  title: 'Microsoft Forms workbook',
  agencyKinds: ['vcs', 'council', 'police', 'health'],
  columns: [
    submissionId('ID'),
    ...ignoring('Start time', 'Last modified time', 'Total points', 'Quiz feedback', 'Language'),
    dated('Completion time'),
    ofRespondent('Email', 'email'),
    ofRespondent('Name', 'fullName'),
  ],
  layout: {
    signs: [/^id$/, /^start time$/, /^completion time$/, /^email$/, /^name$/, /^last modified time$/],
    atLeast: 3,
    needs: /^completion time$/,
    delimiter: ';',
    closes: true,
    blanks: ['anonymous'],
    columns: [
      [/^id$/, { as: 'submission-id' }],
      [/^completion time$/, { as: 'date' }],
      [/^(start time|last modified time)$/, { as: 'ignore', what: 'a time of the tool' }],
      [
        /^(total points|quiz feedback|language|points - |feedback - )/,
        { as: 'ignore', what: 'the tool’s own record' },
      ],
      [/^email$/, { as: 'respondent', field: 'email' }],
      [/^name$/, { as: 'respondent', field: 'fullName' }],
    ],
  },
  // A form open to everybody writes this in place of an address.
  blanks: ['anonymous', 'Anonymous'],
});
