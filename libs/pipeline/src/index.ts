export { assignPeople } from './assign-people.js';
export { bringUpToDate } from './bring-up-to-date.js';
export { codeSubmissions } from './code.js';
export type { PipelineDatabases } from './hub-databases.js';
export { connectorOf } from './connector-of.js';
export { stableUuid } from './identity.js';
export { eraseEnded } from './erase-ended.js';
export { forgetVectors } from './forget-vectors.js';
export { linkPeople, PeopleLinker } from './link.js';
export { deliverAgain } from './deliver-again.js';
export { mendPostcode, placeOf, type Place } from './place.js';
export { pullSource } from './pull.js';
export {
  asRepeatedIfSame,
  checkedFieldKinds,
  deliverAndWait,
  type HandedOver,
  type Refusal,
} from './receive.js';
export { standardise } from './standardise.js';
export { resolveHeld, type Decision } from './resolve.js';
export { askToRefine, prepareWorkbench, runCoder } from './run-coder.js';
export type { RunOptions } from './run-coder.js';
export { replayCoding, type Replay } from './replay-coding.js';
export { wholeTexts } from './whole-text.js';
