export { bandsUnder } from './age.js';
export { asAskedName } from './as-asked.js';
export { countEquality, type EqualityCount, MOST_UNCODED, needsMatching } from './count.js';
export { readEquality } from './read.js';
export type { EqualityReading } from './reading.js';
