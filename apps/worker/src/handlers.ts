import type { SafeFetch } from '#connectors';
import { type EditionFiles } from '#editions';
import { type NumberJournal, publicationWords, publishEdition, refreshWorkingFacts } from '#facts';
import {
  adoptPriorities,
  codeSubmissions,
  eraseEnded,
  findEmerging,
  forgetVectors,
  indexComments,
  lookForRisk,
  onceFinished,
  PeopleLinker,
  pullSource,
  runCoder,
  runOwnCodebook,
  standardise,
  type PipelineDatabases,
  kindsOfThemes,
} from '#pipeline';
import type { Handlers } from '#queue';
import {
  endRun,
  forgetOld,
  keepPublicationOutcome,
  putJob,
  wordsOfPublication,
  type Database,
  type EditionWords,
} from '#store';

import { Coalesced } from './coalesced.js';
import type { Part } from './parts.js';

/** People and figures of a busy hub are this far behind at most, besides the time of the run itself. */
const REST_MS = 10_000;
/** After newcomers or a reviewer's word were placed among what is known, which takes no time. */
const SHORT_REST_MS = 500;

/** What handlers need beside the databases. */
interface Surroundings {
  /** Ends the rests between runs and long reading, so that stopping need not wait for them. */
  stopping: AbortSignal;
  /** Whether the sentence model may be used for learning. */
  refine: boolean;
  /** Where editions' files go. */
  files: EditionFiles;
  /** Is told numbers of editions. */
  journal: NumberJournal;
  /** Chains and signs the audit trail, with each edition that comes out. */
  seal: () => Promise<void>;
  /** Hears of a fault over which a delivery was held. */
  faulty: (error: unknown) => void;
  /** Hears of a codebook of an agency whose answers wait because its coder can't code here. */
  left: (codebook: string) => void;
}

/** Each job calls one use case; every one of them may be called twice without harm. */
export function handlersOver(
  databases: PipelineDatabases,
  fetch: SafeFetch,
  { stopping, refine: vectors, files, journal, seal, faulty, left }: Surroundings,
): Record<Part, Handlers> {
  const { worker } = databases;
  const publishedWith = publishing(databases, { files, journal }, seal);
  const coder = async ({ run }: { run: number }): Promise<void> => {
    const { publish, note } = await runCoder(worker, run, { stopping, vectors });
    if (!publish) return;
    const { status, edition } = await publishedWith({ note });
    await endRun(worker, run, { state: 'done', edition: status === 'held' ? null : edition });
  };
  const people = new PeopleLinker(databases);
  const link = new Coalesced(worker, 'link', { restMs: REST_MS, stopping }, async () => {
    if ((await people.run()) > 0) await putJob(worker, 'refresh');
    return people.remembers ? SHORT_REST_MS : undefined;
  });
  const code = new Coalesced(worker, 'code', { restMs: REST_MS, stopping }, async () => {
    await codeSubmissions(worker, { left });
    await adoptPriorities(worker);
  });
  const refresh = new Coalesced(worker, 'refresh', { restMs: REST_MS, stopping }, async () => {
    await refreshWorkingFacts(worker);
    // Editions that lost words, of a quote that was taken back, have files again.
    await files.complete(worker);
  });
  const rows: Handlers = {
    standardise: async ({ delivery }) => standardise(worker, delivery, faulty),
    pull: async ({ source }) => void (await pullSource(worker, source, fetch)),
  };
  const whole: Handlers = {
    link: (_payload, run) => link.run(run),
    code: (_payload, run) => code.run(run),
    refresh: (_payload, run) => refresh.run(run),
    'coder-run': coder,
    refine: coder,
    'codebook-run': async ({ run }) => runOwnCodebook(worker, run, { vectors }),
    ...upkeep(worker, { stopping, vectors }),
    publish: async ({ proposal }) => {
      if (proposal) await publishAgreed(worker, proposal, publishedWith);
      else await publishedWith({});
    },
  };
  return { rows, whole };
}

/** Publishes with the words given, once what arrived is finished, and seals the trail with it. */
const publishing =
  (
    databases: PipelineDatabases,
    kept: { files: EditionFiles; journal: NumberJournal },
    seal: () => Promise<void>,
  ) =>
  async (words: Partial<EditionWords> & { proposal?: number }) => {
    const options = { ...words, ...kept, kindsOfThemes: await kindsOfThemes() };
    const made = await onceFinished(databases, () => publishEdition(databases.worker, options));
    if (made.status === 'published') await seal();
    return made;
  };

/** Publishes what was agreed to, if nothing has become of it yet, and keeps what became of it. */
async function publishAgreed(
  worker: Database,
  proposal: number,
  publishedWith: ReturnType<typeof publishing>,
): Promise<void> {
  const words = await wordsOfPublication(worker, proposal);
  if (!words) return;
  const made = await publishedWith({ ...words, proposal });
  await keepPublicationOutcome(worker, proposal, made.status, publicationWords(made));
}

/** What keeps the hub in order beside what arrives: erasing, forgetting, making findable. */
function upkeep(worker: Database, options: { stopping: AbortSignal; vectors: boolean }): Handlers {
  const rest = { restMs: REST_MS, stopping: options.stopping };
  const emerging = new Coalesced(worker, 'find-emerging', rest, async () => {
    await findEmerging(worker);
  });
  return {
    'erase-ended': async () => {
      await eraseEnded(worker);
      await forgetOld(worker);
      // A week may have ended in which nothing more came.
      await putJob(worker, 'find-emerging');
    },
    'index-comments': async () => {
      if ((await indexComments(worker)) > 0) await putJob(worker, 'find-emerging');
    },
    'find-emerging': (_payload, run) => emerging.run(run),
    'look-for-risk': async () => {
      await lookForRisk(worker, options);
    },
    'forget-vectors': async () => {
      await forgetVectors(worker);
    },
  };
}
