export { mayBeCut, type RepairedText, type Repair, decodeEntities, repairText } from './repair.js';
export { xmlText } from './xml.js';
