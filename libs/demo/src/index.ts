export { recordsForLinkage, type LinkageLine } from './linkage-records.js';
export { MISTAKES } from './mistakes/rates.js';
