export type * from './contract.js';
export { type EngineOptions, type EngineRun, type Stage, runEngine } from './engine.js';
export { groupScores, pairScores, pairsWithin } from './evaluate/scores.js';
export { linkGroups } from './groups/link-groups.js';
export { type PersonIndex, indexOf, matchOne } from './known.js';
export { defaultModel, link } from './link.js';
export type { PersonFields } from './table/fields.js';
export { RecordTable } from './table/record-table.js';
