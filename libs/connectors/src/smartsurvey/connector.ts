import { tabularConnector } from '../tabular.js';

/** SmartSurvey: a second header row of options; partial answers stand among the complete ones. */
export default tabularConnector({
  code: 'smartsurvey',
  title: 'SmartSurvey export',
  agencyKinds: ['vcs', 'council', 'police', 'health'],
  layout: {
    signs: [
      /^user ?id$/,
      /^user ?no\.?$/,
      /^(response|respondent) ?(id|no\.?|number)$/,
      /^unique id$/,
      /^tracking (link|id|name)/,
      /^(date )?started$/,
      /^(date )?(ended|completed)$/,
      /^(completion )?status$/,
      /^ip address$/,
      /^(time taken|completion time)/,
      /^collector/,
      /^device( type)?$/,
      /^page( no| number| path)?$/,
      /^(survey )?language$/,
    ],
    atLeast: 4,
    needs: /^(user ?id|user ?no\.?|tracking (link|id|name)|(date )?ended|(date )?started)$/,
    dateOrder: 'day-first',
    columns: [
      [
        /^tracking|^collector|^device|^page( no| number| path)?$|^user ?no\.?$|^unique id$|^(survey )?language$/,
        { as: 'ignore', what: 'the tool’s own record' },
      ],
      [/^(date )?started$/, { as: 'ignore', what: 'a time of the tool' }],
      [/^(date )?(ended|completed)$/, { as: 'date' }],
      [/^(completion )?status$/, { as: 'status' }],
    ],
    leaveOut: [
      {
        column: /^(completion )?status$/,
        values: ['Partial', 'Incomplete', 'Disqualified', 'Screened out'],
        why: 'partial',
      },
      { column: /^(completion )?status$/, values: ['Test'], why: 'test' },
    ],
  },
});
