import { tabularConnector } from '../tabular.js';

/** Snap: a row a case, answers as codes, dates as spreadsheets count them, a weight at the end. */
export default tabularConnector({
  code: 'snap',
  title: 'Snap Surveys export',
  agencyKinds: ['vcs', 'council', 'police', 'health'],
  layout: {
    signs: [
      /^id\.(name|no|date|time|start|end|completed|format|ip|enddate|endtime|starttime|startdate)$/,
      /^(case( no| number| id)?|serial( no| number)?|respondent)$/,
      /^(weight|wt|weighting)$/,
      /^q\d+[a-z]?([._]\d+)?$/,
      /^q\d+[a-z]?[.:_ ]/,
    ],
    atLeast: 2,
    needs:
      /^id\.(name|no|date|time|start|end|completed|format|ip|enddate|endtime|starttime|startdate)$|^(weight|wt|weighting)$/,
    columns: [
      [/^id\.(name|no)$|^case( no| number| id)?$|^serial( no| number)?$/, { as: 'submission-id' }],
      [/^id\.(date|enddate|end)$/, { as: 'date' }],
      [/^id\./, { as: 'ignore', what: 'the tool’s own record' }],
      [/^(weight|wt|weighting)$/, { as: 'ignore', what: 'a weight' }],
    ],
  },
});
