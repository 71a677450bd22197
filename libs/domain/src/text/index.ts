export { mayBeCut, type RepairedText, type Repair, repairText } from './repair.js';
