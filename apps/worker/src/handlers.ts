import type { SafeFetch } from '#connectors';
import { publishEdition, refreshWorkingFacts } from '#facts';
import {
  bringUpToDate,
  codeSubmissions,
  linkPeople,
  pullSource,
  standardise,
  type PipelineDatabases,
} from '#pipeline';
import type { Handlers } from '#queue';
import { putJob } from '#store';

import { Coalesced } from './coalesced.js';

/** People and figures of a busy hub are this far behind at most, besides the time of the run itself. */
const REST_MS = 10_000;

/** Each job calls one use case; every one of them may be called twice without harm. */
export function handlersOver(databases: PipelineDatabases, fetch: SafeFetch): Handlers {
  const { worker } = databases;
  const link = new Coalesced(worker, 'link', REST_MS, async () => {
    if ((await linkPeople(databases)) > 0) await putJob(worker, 'refresh');
  });
  const code = new Coalesced(worker, 'code', REST_MS, async () => {
    await codeSubmissions(worker);
  });
  const refresh = new Coalesced(worker, 'refresh', REST_MS, async () => {
    await refreshWorkingFacts(worker);
  });
  return {
    standardise: async ({ delivery }) => standardise(worker, delivery),
    link: (_payload, run) => link.run(run),
    code: (_payload, run) => code.run(run),
    refresh: (_payload, run) => refresh.run(run),
    pull: async ({ source }) => {
      await pullSource(worker, source, fetch);
    },
    publish: async () => {
      await bringUpToDate(databases);
      await refreshWorkingFacts(worker);
      await publishEdition(worker);
    },
  };
}
