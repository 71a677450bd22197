import { tabularConnector } from '../tabular.js';

/** Qualtrics: three header rows (names, wording, ImportIds), with the survey’s own previews among the rows. */
export default tabularConnector({
  code: 'qualtrics',
  title: 'Qualtrics export',
  agencyKinds: ['vcs', 'council', 'police', 'health'],
  layout: {
    signs: [
      /^start ?date$/,
      /^end ?date$/,
      /^ip ?address$/,
      /^duration \(in seconds\)$/,
      /^recorded ?date$/,
      /^response ?id$/,
      /^distribution ?channel$/,
      /^user ?language$/,
      /^recipient ?email$/,
      /^external ?(data ?)?reference$/,
      /^response ?set$/,
      /^location ?accuracy$/,
      /^location ?latitude$/,
      /"importid"/,
    ],
    atLeast: 5,
    columns: [
      [/^response ?id$/, { as: 'submission-id' }],
      [/^recorded ?date$/, { as: 'date' }],
      [/^(start|end) ?date$/, { as: 'ignore', what: 'a time of the tool' }],
      [/^(status|response type)$/, { as: 'status' }],
      [/^finished$/, { as: 'status' }],
      [
        /^(progress|duration \(in seconds\)|ip ?address|distribution ?channel|user ?language)$/,
        { as: 'ignore', what: 'the tool’s own record' },
      ],
      [
        /^location ?(latitude|longitude|accuracy)$|^response ?set$|^sc\d{1,2}$|^score$|^q_recaptchascore$/,
        { as: 'ignore', what: 'the tool’s own record' },
      ],
      [/^external ?(data ?)?reference$/, { as: 'ignore', what: 'the tool’s own record' }],
      [/^recipient ?last ?name$/, { as: 'respondent', field: 'familyName' }],
      [/^recipient ?first ?name$/, { as: 'respondent', field: 'givenName' }],
      [/^recipient ?email$/, { as: 'respondent', field: 'email' }],
    ],
    // Seen and not answered, in the export of codes.
    blanks: ['-99'],
    leaveOut: [
      // In the export of codes: 1 a preview, 2 and 8 tests and spam.
      { column: /^(status|response type)$/, values: ['1', 'Survey Preview'], why: 'preview' },
      { column: /^(status|response type)$/, values: ['2', '8', 'Survey Test', 'Spam'], why: 'test' },
      { column: /^finished$/, values: ['0', 'False'], why: 'partial' },
    ],
  },
});
