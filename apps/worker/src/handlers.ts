import type { SafeFetch } from '#connectors';
import { publishEdition, refreshWorkingFacts } from '#facts';
import {
  bringUpToDate,
  codeSubmissions,
  PeopleLinker,
  pullSource,
  standardise,
  type PipelineDatabases,
} from '#pipeline';
import type { Handlers } from '#queue';
import { putJob } from '#store';

import { Coalesced } from './coalesced.js';
import type { Part } from './parts.js';

/** People and figures of a busy hub are this far behind at most, besides the time of the run itself. */
const REST_MS = 10_000;

/**
 * Each job calls one use case; every one of them may be called twice without harm.
 * @param stopping ends the rests between runs, so that stopping need not wait for them
 */
export function handlersOver(
  databases: PipelineDatabases,
  fetch: SafeFetch,
  stopping: AbortSignal,
): Record<Part, Handlers> {
  const { worker } = databases;
  const people = new PeopleLinker(databases);
  const link = new Coalesced(worker, 'link', { restMs: REST_MS, stopping }, async () => {
    if ((await people.run()) > 0) await putJob(worker, 'refresh');
  });
  const code = new Coalesced(worker, 'code', { restMs: REST_MS, stopping }, async () => {
    await codeSubmissions(worker);
  });
  const refresh = new Coalesced(worker, 'refresh', { restMs: REST_MS, stopping }, async () => {
    await refreshWorkingFacts(worker);
  });
  const rows: Handlers = {
    standardise: async ({ delivery }) => standardise(worker, delivery),
    pull: async ({ source }) => {
      await pullSource(worker, source, fetch);
    },
  };
  const whole: Handlers = {
    link: (_payload, run) => link.run(run),
    code: (_payload, run) => code.run(run),
    refresh: (_payload, run) => refresh.run(run),
    publish: async () => {
      await bringUpToDate(databases);
      await refreshWorkingFacts(worker);
      await publishEdition(worker);
    },
  };
  return { rows, whole };
}
