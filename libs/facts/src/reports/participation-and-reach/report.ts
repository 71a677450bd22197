import { FACT_DIMENSIONS } from '../../dimensions.js';
import type { Report } from '../contract.js';

const report: Report = {
  code: 'participation-and-reach',
  title: 'Participation and reach',
  definition:
    'People heard at each level of participation, from being informed to citizen control, as the agency declared it for ' +
    'each engagement. Each person counts once at a level, however many engagements they took part in.',
  version: 1,
  own: ['participation'],
  dimensions: FACT_DIMENSIONS,
  measure: 'people',
  order: 'as-listed',
};
export default report;
