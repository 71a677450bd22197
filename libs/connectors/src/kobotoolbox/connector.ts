import { tabularConnector } from '../tabular.js';

/** KoboToolbox (and other XForms tools): paths of group and question, several choices as text and as 0/1 columns; CSV with semicolons or the API’s JSON. */
export default tabularConnector({
  code: 'kobotoolbox',
  title: 'KoboToolbox export and API',
  agencyKinds: ['vcs', 'council', 'police', 'health'],
  layout: {
    signs: [
      /^_uuid$/,
      /^_submission_time$/,
      /^__?version__?$/,
      /^_submitted_by$/,
      /^_validation_status/,
      /^_index$/,
      /^_id$/,
      /^_status$/,
      /^meta\/instanceid$/,
      /^formhub\/uuid$/,
      /^_xform_id_string$/,
    ],
    atLeast: 3,
    columns: [
      [/^_id$/, { as: 'submission-id' }],
      [/^_submission_time$/, { as: 'date' }],
      [/^(start|end|today)$/, { as: 'ignore', what: 'a time of the tool' }],
      [
        /^(deviceid|username|simserial|subscriberid|phonenumber|audit)$/,
        { as: 'ignore', what: 'the device' },
      ],
      [
        /^_(?!id$|submission_time$)|^__version__$|^meta\/|^formhub\/|_attachments?/,
        { as: 'ignore', what: 'the tool’s own record' },
      ],
    ],
  },
});
