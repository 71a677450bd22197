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
  // A form open to everybody writes this in place of an address.
  blanks: ['anonymous', 'Anonymous'],
});
