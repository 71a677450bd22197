import { eraseEndedAgreements, forgetUnconsented, putJob, type Database, type ErasedEnded } from '#store';

import { identifyHeld } from './identify-held.js';

/** Days for which a file with rows of people who gave no consent is kept: long enough to answer a question about its receipt. */
const UNCONSENTED_DAYS = 30;

/**
 * Erases what agreements that have ended no longer cover, and has people matched again without it: each submission of such a
 * source then counts as a person of its own. Files that hold rows without consent go first, whatever the agreement. Called again it finds nothing left to do.
 */
export async function eraseEnded(worker: Database): Promise<ErasedEnded> {
  // While the files are there: afterwards nothing tells what arrived.
  await identifyHeld(worker, null);
  await forgetUnconsented(worker, UNCONSENTED_DAYS);
  const erased = await eraseEndedAgreements(worker);
  if (erased.codes + erased.respondents > 0) await putJob(worker, 'link');
  return erased;
}
