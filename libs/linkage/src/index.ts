export type * from './contract.js';
export { linkGroups } from './groups/link-groups.js';
export { defaultModel, indexOf, link, matchOne } from './link.js';
