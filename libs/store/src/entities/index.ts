import { Agency, Engagement, Submission } from './engagement.js';
import { Agreement, Delivery, Source } from './intake.js';

/** Entities serve the registry and single rows; bulk and aggregates are SQL (see repositories). */
export const ENTITIES = [Agency, Engagement, Submission, Agreement, Source, Delivery];
export { Agency, Agreement, Delivery, Engagement, Source, Submission };
