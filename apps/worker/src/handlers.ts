import type { SafeFetch } from '#connectors';
import { publishEdition, refreshWorkingFacts } from '#facts';
import { bringUpToDate, codeSubmissions, linkPeople, pullSource, standardise, type PipelineDatabases } from '#pipeline';
import type { Handlers } from '#queue';
import { putJob } from '#store';

/** Each job calls one use case; every one of them may be called twice without harm. */
export function handlersOver(databases: PipelineDatabases, fetch: SafeFetch): Handlers {
  const { worker } = databases;
  return {
    standardise: async ({ delivery }) => standardise(worker, delivery),
    link: async () => {
      if ((await linkPeople(databases)) > 0) await putJob(worker, 'refresh');
    },
    code: async () => {
      await codeSubmissions(worker);
    },
    refresh: async () => {
      await refreshWorkingFacts(worker);
    },
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
