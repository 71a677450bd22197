import { eraseEndedAgreements, forgetUnconsented, putJob, type Database, type ErasedEnded } from '#store';

/** Days for which a file with rows of people who gave no consent is kept: long enough to answer a question about its receipt. */
const UNCONSENTED_DAYS = 30;

/**
 * Erases what agreements that have ended no longer cover, and has people matched again without it: each submission of such a
 * source then counts as a person of its own. Files that hold rows without consent go first, whatever the agreement. Called again it finds nothing left to do.
 */
export async function eraseEnded(worker: Database): Promise<ErasedEnded> {
  await forgetUnconsented(worker, UNCONSENTED_DAYS);
  const erased = await eraseEndedAgreements(worker);
  if (erased.codes + erased.respondents > 0) await putJob(worker, 'link');
  return erased;
}
