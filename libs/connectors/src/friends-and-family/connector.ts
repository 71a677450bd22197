import { tabularConnector } from '../tabular.js';
import { dated, ignoring, ofRespondent, submissionId } from '../mapping/preset.js';

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
  blanks: ['Did not answer', 'did not answer'],
});
