import { tabularConnector } from '../tabular.js';

/** Any table in CSV, XLSX or JSON, by a mapping of its columns. */
export default tabularConnector({
  code: 'spreadsheet',
  title: 'Any spreadsheet, by a mapping',
  agencyKinds: ['council', 'police', 'health', 'vcs'],
});
