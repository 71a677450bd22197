import { FACT_DIMENSIONS } from '../../dimensions.js';
import type { Report } from '../contract.js';

const report: Report = {
  code: 'themes-by-community',
  title: 'Themes by community',
  definition:
    'People who raised each theme, in any agency’s consultation. Each person counts once in a theme, however often they ' +
    'wrote; a person who raised several themes counts in each, and a broader theme includes its narrower ones.',
  version: 1,
  own: ['theme'],
  dimensions: FACT_DIMENSIONS,
  measure: 'people',
  order: 'most-first',
};
export default report;
