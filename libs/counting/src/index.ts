export type { SetColumn, SingleColumn, SubmissionColumns } from './columns.js';
export type { Counted } from './cells.js';
export { count, type CountQuestion } from './count.js';
export { encodeRows, type FactRow } from './encode-rows.js';
export { assemble, type FactTable } from './fact-table.js';
export { countLargerSets, type LargerSets } from './larger-sets.js';
