export { bringUpToDate, onceFinished } from './bring-up-to-date.js';
export { adoptPriorities } from './decisions/adopt-priorities.js';
export { codeSubmissions } from './coding/code.js';
export { kindsOfThemes } from './coding/kinds-of-themes.js';
export type { PipelineDatabases } from './hub-databases.js';
export { connectorOf } from './intake/connector-of.js';
export { stableUuid } from './intake/identity.js';
export { eraseEnded } from './intake/erase-ended.js';
export { identifyHeld } from './intake/identify-held.js';
export { findEmerging } from './coding/find-emerging.js';
export { indexComments } from './coding/index-comments.js';
export { lookForRisk } from './coding/look-for-risk.js';
export { forgetVectors } from './coding/forget-vectors.js';
export { linkPeople, PeopleLinker } from './people/link.js';
export { deliverAgain } from './intake/deliver-again.js';
export { mendPostcode, placeOf, type Place } from './intake/place.js';
export { pullSource } from './intake/pull.js';
export {
  asRepeatedIfSame,
  checkedFieldKinds,
  deliverAndWait,
  type HandedOver,
  type Refusal,
} from './intake/deliver-and-wait.js';
export { standardise } from './intake/standardise.js';
export { deliveryReaders } from './intake/read-delivery.js';
export { resolveHeld, type Decision } from './intake/resolve.js';
export { endOf } from './coding/own/draft.js';
export { freeCode } from './coding/own/free-code.js';
export type { OwnCodingResult } from './coding/own/coding-result.js';
export { replayOwn, type OwnReplay } from './coding/own/replay-own.js';
export { runOwnCodebook } from './coding/own/run-own.js';
export { goOnWithAudit } from './coding/draw-audit.js';
export { askToRefine, prepareWorkbench, runCoder } from './coding/run-coder.js';
export type { RunOptions } from './coding/run-coder.js';
export { replayCoding, type Replay } from './coding/replay-coding.js';
export { wholeTexts } from './coding/whole-text.js';
