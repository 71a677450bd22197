export { checkDecision, checkRecord, type DecisionProblem } from './check.js';
export { checkReferences, withUnnamed, type KnownCodes } from './check-references.js';
export { changesOf, type DecisionChange, type DecisionVersion } from './history.js';
export { decisionOfPriority, priorityAgain } from './from-priority.js';
export { promiseTest, type PromiseTest } from './promise-test.js';
export { DECISION_COLUMNS } from './columns.js';
export { decisionsOfRows, type RowProblem } from './read-rows.js';
export { rowsOfDecisions } from './write-rows.js';
export {
  countBy,
  countStates,
  isTied,
  selectDecisions,
  yearDecided,
  yearsDone,
  type DecisionFilter,
  type StateCounts,
} from './select.js';
export { daysBetween, daysLate, stateOfAction, stateOfDecision } from './state.js';
export { isOfAll, waitingVoices, type Waiting } from './waiting.js';
export { atomFeed } from './atom.js';
export { dueCalendar } from './calendar.js';
export { stateInWords } from './words.js';
export { readAnswerCode, writeAnswerCode } from './answer-code.js';
export { answersTo, decidedAfter, type ThemeAnswer } from './answered.js';
