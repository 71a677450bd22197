export type * from './contract.js';
export { type EngineRun, type OnStage, type Stage, runEngine } from './engine.js';
export { groupScores, pairScores, pairsWithin } from './evaluate/scores.js';
export { linkGroups } from './groups/link-groups.js';
export { defaultModel, indexOf, link, matchOne } from './link.js';
export type { PersonFields } from './table/fields.js';
export { RecordTable } from './table/record-table.js';
