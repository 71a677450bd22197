import { tabularConnector } from '../tabular.js';

/** Google Forms: a time stamp first, then a column a question; options of one cell are joined by ", ". */
export default tabularConnector({
  code: 'google-forms',
  title: 'Google Forms answers',
  agencyKinds: ['vcs', 'council', 'police', 'health'],
  layout: {
    signs: [/^timestamp$/],
    atLeast: 1,
    first: /^timestamp$/,
    never: /^(datetime|comment-id|voter-id|comment-body|ip address|user agent|response id|submission id)$/,
    columns: [
      [/^timestamp$/, { as: 'date' }],
      [/^(total )?score$|\[score\]$/, { as: 'ignore', what: 'the points of a quiz' }],
      [/^(email address|username)$/, { as: 'respondent', field: 'email' }],
    ],
  },
});
