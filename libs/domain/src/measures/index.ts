export { MEASURES_VERSION, type Measure, type Wording } from './measure.js';
export { measureOf, MEASURES } from './measures.js';
export { countedOptions, suggestMeasure, type Suggestion } from './suggest.js';
