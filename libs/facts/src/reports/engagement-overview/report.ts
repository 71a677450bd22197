import { FACT_DIMENSIONS } from '../../dimensions.js';
import type { Report } from '../contract.js';

const report: Report = {
  code: 'engagement-overview',
  title: 'Engagements',
  definition:
    'People heard in each engagement: a consultation, survey, workshop, meeting, conversation, petition or standing feed of ' +
    'one agency. Each person counts once in an engagement, however many submissions they made.',
  version: 1,
  own: ['engagement'],
  dimensions: FACT_DIMENSIONS,
  measure: 'people',
  order: 'most-first',
};
export default report;
