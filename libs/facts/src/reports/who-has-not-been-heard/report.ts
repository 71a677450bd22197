import { DIMENSIONS } from '../../dimensions.js';
import type { Report } from '../contract.js';

const report: Report = {
  code: 'who-has-not-been-heard',
  title: 'Who has not been heard',
  definition:
    'People heard by age, sex, ethnic group, disability, deprivation of the area and ward, as a share of those whose answer ' +
    'is known, beside the share of residents in Census 2021. Each person counts once in a category.',
  version: 1,
  own: ['characteristic', 'age-band', 'sex', 'ethnic-group', 'disability', 'deprivation', 'ward'],
  dimensions: DIMENSIONS,
  measure: 'people-who-answered',
  reference: 'census-2021',
  order: 'as-listed',
};
export default report;
