export { mayBeCut, type RepairedText, type Repair, decodeEntities, repairText } from './repair.js';
