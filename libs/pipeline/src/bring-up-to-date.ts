import { waitingDeliveries } from '#store';

import { codeSubmissions } from './code.js';
import type { PipelineDatabases } from './hub-databases.js';
import { linkPeople } from './link.js';
import { standardise } from './standardise.js';

/** Everything received is standardised, linked and coded when this returns, whether or not a worker runs elsewhere. */
export async function bringUpToDate(databases: PipelineDatabases): Promise<void> {
  for (const delivery of await waitingDeliveries(databases.worker))
    await standardise(databases.worker, delivery);
  await linkPeople(databases);
  await codeSubmissions(databases.worker);
}
