import { tabularConnector } from '../tabular.js';

/** Go Vocal: form fields between the columns of the platform; registration fields at the end; dates month first. */
export default tabularConnector({
  code: 'go-vocal',
  title: 'Go Vocal (CitizenLab) input export',
  agencyKinds: ['vcs', 'council', 'police', 'health'],
  layout: {
    signs: [
      /^author( (first |last )?name)?$/,
      /^author (email|id|e-mail)$/,
      /^(submitted|published|created)( at| on)?$/,
      /^(likes|upvotes|votes)( count)?$/,
      /^(dislikes|downvotes)( count)?$/,
      /^comments( count)?$/,
      /^latitude$/,
      /^longitude$/,
      /^(url|link)$/,
      /^(project|phase|topics|assignee|proposed budget|budget)$/,
      /^imported$|^attachments$|^baskets|^picks$/,
    ],
    atLeast: 4,
    needs: /^author|^published( at| on)?$|^dislikes/,
    dateOrder: 'month-first',
    columns: [
      [/^id$/, { as: 'submission-id' }],
      [/^submitted( at| on)?$/, { as: 'date' }],
      [/^(published|updated)( at| on)?$/, { as: 'ignore', what: 'a time of the tool' }],
      [/^(likes|upvotes)( count)?$/, { as: 'support', act: 'likes' }],
      [/^(dislikes|downvotes)( count)?$/, { as: 'support', act: 'dislikes' }],
      [/^votes( count)?$/, { as: 'support', act: 'votes' }],
      [/^picks( count)?$/, { as: 'support', act: 'picks' }],
      [
        /^(comments|baskets)( count)?$|^(url|link|project|phase|topics|assignee|assignee email|((idea|input|proposal) )?status|imported|attachments)$/,
        { as: 'ignore', what: 'the tool’s own record' },
      ],
      [/^(latitude|longitude|location)$/, { as: 'ignore', what: 'coordinates' }],
      [/^author id$/, { as: 'ignore', what: 'about an account' }],
      [
        /^(title|description|body)( \(?[a-z]{2}\)?)?$/,
        { as: 'question', kind: 'free-text', options: [], items: [], delimiter: null, decimalComma: false },
      ],
    ],
  },
});
