import { tabularConnector } from '../tabular.js';
import { IN_TRUST } from '../recognise/words.js';
import { dated, ignoring, ofRespondent, submissionId } from '../mapping/preset.js';

const PART_OF_TRUST =
  '(trust|hospital|site|location|ward|clinic|directorate|division|specialty|practice|surgery|provider|service|department|team|unit)';

/**
 * Friends and Family Test, a row a comment. Trusts code score, sex, age and the rest each in their own way, so the mapping of
 * each source says what its values mean; only what all of them share stands here.
 */
export default tabularConnector({
  code: 'friends-and-family',
  title: 'Friends and Family Test, comment level',
  agencyKinds: ['health'],
  columns: [
    submissionId('row_id'),
    ofRespondent('pt_id', 'systemId'),
    dated('date'),
    // The trust's own hand coding of the comment, and where in the trust it was given.
    ...ignoring(
      'location_1',
      'location_2',
      'location_3',
      'category',
      'subcategory',
      'crit',
      'hidden',
      'comment_type',
    ),
  ],
  layout: {
    signs: [
      /^row_id$/,
      /^pt_id$/,
      /^comment_type$/,
      /^comment_txt$/,
      /^fft/,
      /^location_1$/,
      /friends (and|&) family/,
      /how was your experience of our service/,
      /^(how likely are you to|would you) recommend/,
      /tell us why you gave (your|this) answer/,
      /anything (that )?we could have done better/,
      /^(trust|site|ward|clinic|ward\/clinic|directorate|division|specialty)( (name|code))?$/,
    ],
    atLeast: 2,
    needs: /^pt_id$|^comment_type$|^fft|friends (and|&) family|how was your experience/,
    blanks: ['Did not answer'],
    columns: [
      [/^row_id$/, { as: 'submission-id' }],
      [/^pt_id$/, { as: 'respondent', field: 'systemId' }],
      [
        new RegExp(`^${PART_OF_TRUST}( ?([/&,]|or|and) ?${PART_OF_TRUST})*( (name|code|id))?$`),
        { as: 'ignore', what: IN_TRUST },
      ],
      [
        /^(category|subcategory|crit|hidden|location_\d|comment_type)$/,
        { as: 'ignore', what: 'the analyst’s' },
      ],
    ],
  },
  blanks: ['Did not answer', 'did not answer'],
});
