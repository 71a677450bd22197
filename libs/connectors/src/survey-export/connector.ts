import { tabularConnector } from '../tabular.js';
import { dated, ignoring, submissionId } from '../mapping/preset.js';

/** The council survey platform's "all responses" sheet: a column a question, analysts' columns beside the answers. */
export default tabularConnector({
  code: 'survey-export',
  title: 'Survey platform, "all responses" sheet',
  agencyKinds: ['council'],
  columns: [
    submissionId('Response ID'),
    ...ignoring(
      'Unique ID',
      'IP address',
      'IP Address',
      '* - Tags',
      '* - Notes',
      '* - Analyst notes',
      'Attached files*',
    ),
    dated('Submitted'),
    dated('Date Submitted'),
  ],
});
