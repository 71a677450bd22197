export { doorOf } from './doors.js';
export { openTraces } from './open-traces.js';
export { inSpan, traceNow } from './spans.js';
export type { SpanSays } from './spans.js';
export { traceAnswers } from './trace-answers.js';
export type { Answering } from './trace-answers.js';
