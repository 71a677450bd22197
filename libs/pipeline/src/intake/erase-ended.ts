import { eraseEndedAgreements, putJob, type Database, type ErasedEnded } from '#store';

/**
 * Erases what agreements that have ended no longer cover, and has people matched again without it: each submission of such a
 * source then counts as a person of its own. Called again it finds nothing left to do.
 */
export async function eraseEnded(worker: Database): Promise<ErasedEnded> {
  const erased = await eraseEndedAgreements(worker);
  if (erased.codes + erased.respondents > 0) await putJob(worker, 'link');
  return erased;
}
