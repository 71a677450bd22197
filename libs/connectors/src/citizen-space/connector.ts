import { tabularConnector } from '../tabular.js';

/** Citizen Space: a column a question and part, "Not Answered" wherever nothing was, the analyst’s tags and notes beside the answers. */
export default tabularConnector({
  code: 'citizen-space',
  title: 'Citizen Space, all responses',
  agencyKinds: ['vcs', 'council', 'police', 'health'],
  layout: {
    signs: [
      /^response id$/,
      /^(date )?submitted$|^date submitted$/,
      /^unique id$/,
      /^ip address$/,
      / - tags$/,
      / - notes$/,
      / - analyst notes$/,
      /^attached files/,
    ],
    atLeast: 3,
    needs: /^response id$/,
    // Alchemer’s, which has the first three signs as well.
    never: /^(session ?id|user agent|legacy comments|contact id|referer|time started)$/,
    blanks: ['Not Answered', 'Not Provided', 'Withheld', 'Redacted'],
    columns: [
      [/^response id$/, { as: 'submission-id' }],
      [/^(date )?submitted$/, { as: 'date' }],
      [/^unique id$|^ip address$|^attached files/, { as: 'ignore', what: 'the tool’s own record' }],
      [/ - (tags|notes|analyst notes)$/, { as: 'ignore', what: 'the analyst’s' }],
    ],
  },
});
