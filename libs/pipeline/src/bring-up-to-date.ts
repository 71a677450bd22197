import { waitingDeliveries } from '#store';

import { codeSubmissions } from './coding/code.js';
import type { PipelineDatabases } from './hub-databases.js';
import { linkPeople } from './people/link.js';
import { standardise } from './intake/standardise.js';

/** Everything received is standardised, linked and coded when this returns, whether or not a worker runs elsewhere. */
export async function bringUpToDate(databases: PipelineDatabases): Promise<void> {
  for (const delivery of await waitingDeliveries(databases.worker))
    await standardise(databases.worker, delivery);
  await linkPeople(databases);
  await codeSubmissions(databases.worker);
}
