import { tabularConnector } from '../tabular.js';

/** EngagementHQ: the title in row 1, the label of the date in row 3 and all others in row 4; a matrix stands in one cell. */
export default tabularConnector({
  code: 'engagementhq',
  title: 'EngagementHQ survey report',
  agencyKinds: ['vcs', 'council', 'police', 'health'],
  layout: {
    signs: [
      /^date of contribution$/,
      /^login \(screen name\)$/,
      /^user ?type$/,
      /^response id$/,
      /^postal code$/,
      /^contributor summary/,
      /^contributor details/,
    ],
    atLeast: 3,
    needs: /^date of contribution$|^login \(screen name\)$/,
    delimiter: ', ',
    columns: [
      [/^date of contribution$/, { as: 'date' }],
      [/^response id$/, { as: 'submission-id' }],
      [/^login \(screen name\)$|^user ?type$|^contributor/, { as: 'ignore', what: 'about an account' }],
    ],
  },
});
