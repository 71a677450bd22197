import { HubError } from '#domain';
import { isPassing } from '#queue';
import { lockFor, unfinishedWork, waitingDeliveries } from '#store';

import { codeSubmissions } from './coding/code.js';
import { adoptPriorities } from './decisions/adopt-priorities.js';
import type { PipelineDatabases } from './hub-databases.js';
import { standardise } from './intake/standardise.js';
import { linkPeople } from './people/link.js';

/**
 * Everything received is standardised, linked and coded when this returns, whether or not a worker runs elsewhere. A delivery that
 * can't be read just now waits for its next turn and keeps nobody else's from being counted.
 */
export async function bringUpToDate(databases: PipelineDatabases): Promise<void> {
  for (const delivery of await waitingDeliveries(databases.worker))
    await standardise(databases.worker, delivery).catch((error: unknown) => {
      if (!isPassing(error)) throw error;
    });
  await finish(databases);
}

/**
 * Does something with everything that was taken in finished, and nothing more taken in until it is done: an edition. What arrives
 * meanwhile is acknowledged and waits; the most of the work is done before anybody is kept waiting.
 * @throws HubError `retry` where something is left unfinished all the same
 */
export async function onceFinished<T>(databases: PipelineDatabases, work: () => Promise<T>): Promise<T> {
  await bringUpToDate(databases);
  return databases.worker.transaction(async (tx) => {
    await lockFor(tx, 'taking');
    await finish(databases);
    const left = await unfinishedWork(databases.worker);
    if (left.unlinked + left.uncoded + left.ungrouped > 0)
      throw new HubError(
        'retry',
        'unfinished',
        `Not everything is finished: ${left.unlinked} rows are not linked, ${left.uncoded} not coded, ${left.ungrouped} not grouped. Nothing was published; try again.`,
      );
    return work();
  });
}

const MOST_TRIES = 5;

/** What somebody takes away meanwhile (an erasure, a correction) fails the step that held it: it is done again without. */
async function finish(databases: PipelineDatabases, tries = 1): Promise<void> {
  try {
    await linkPeople(databases);
    await codeSubmissions(databases.worker);
    await adoptPriorities(databases.worker);
  } catch (error) {
    if (!isPassing(error) || tries === MOST_TRIES) throw error;
    await finish(databases, tries + 1);
  }
}
