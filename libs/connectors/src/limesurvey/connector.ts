import { tabularConnector } from '../tabular.js';

/** LimeSurvey: tick-all and matrices as "Question [Option]" columns, places of a ranking as "[Ranking 1]"; rows without a date of submission were never sent. */
export default tabularConnector({
  code: 'limesurvey',
  title: 'LimeSurvey export',
  agencyKinds: ['vcs', 'council', 'police', 'health'],
  layout: {
    signs: [
      /^(date submitted|submitdate)/,
      /^(last page|lastpage)/,
      /^(start language|startlanguage)/,
      /^seed/,
      /^(date started|startdate)/,
      /^(date last action|datestamp)/,
      /^(total time|interviewtime)/,
      /^group time/,
    ],
    atLeast: 3,
    needs: /^(last page|lastpage|start language|startlanguage|seed)/,
    columns: [
      [/^(response id|id)\b/, { as: 'submission-id' }],
      [/^(date submitted|submitdate)/, { as: 'date' }],
      [
        /^(last page|lastpage|start language|startlanguage|seed|referrer url|refurl|token\b|access code$)/,
        { as: 'ignore', what: 'the tool’s own record' },
      ],
      [/^(date started|startdate|date last action|datestamp)/, { as: 'ignore', what: 'a time of the tool' }],
      [
        /^(total time|group time|question time|interviewtime|grouptime)/,
        { as: 'ignore', what: 'how long it took' },
      ],
    ],
    leaveOut: [{ column: /^(date submitted|submitdate)/, blank: true, why: 'partial' }],
  },
});
