/**
 * Other cities can be run through the same release, rules and judges: hand a `HeardCity` to `judgeChange` and a `CodedCity`
 * to `judgeCoders`, collect the tallies, and read `changeReport` and `coderReport`. docs/benchmarks/statements.md shows it.
 */
export type { HeardCity, ThemeTruth } from './heard-city.js';
export { judgeChange, type AsideTally, type ChangeTally } from './judge-change.js';
export { judgeCoders, type CoderTally } from './judge-coders.js';
export { madeUpCoders, type CodedCity, type CodersOptions } from './made-up-coders.js';
export { madeUpYears, type YearsOptions } from './made-up-years.js';
export { asideReport, changeReport, coderReport, type Measured } from './tallies.js';
export { benchPolicy, simulate, type Simulation } from './simulate.js';
