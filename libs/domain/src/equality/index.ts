export { asAskedName, codesUnder } from './as-asked.js';
export { answerCodes } from './codes.js';
export { countEquality, type EqualityCount, MOST_UNCODED, needsMatching } from './count.js';
export { readEquality } from './read.js';
export type { EqualityReading } from './reading.js';
