import { randomBytes } from 'node:crypto';

import { createSafeFetch } from '#connectors';
import { demoDeliveries, demoSources, generateCity, startPortal, type City, type Portal } from '#demo';
import { proposeSeriesOf } from '#domain';
import { EditionFiles } from '#editions';
import { publishEdition } from '#facts';
import { AuditTrail, ErasureJournal } from '#operations';
import {
  adoptPriorities,
  checkedFieldKinds,
  askToRefine,
  kindsOfThemes,
  codeSubmissions,
  linkPeople,
  prepareWorkbench,
  pullSource,
  standardise,
  type PipelineDatabases,
} from '#pipeline';
import {
  addAgency,
  addAgreement,
  addSource,
  askedEngagements,
  beginDemonstration,
  demonstrationState,
  endDemonstration,
  hasDeliveries,
  proposeSeries,
  receiveTrusted,
  setSourceKey,
  settleSeries,
  waitingDeliveries,
  type DemonstrationSize,
  type ReceivedFile,
} from '#store';

import { bringAnswerCodes } from './answer-codes.js';
import { codeAsPeople } from './codings.js';
import { bringDecisions } from './decisions.js';
import { joinQuestions } from './joinings.js';
import type { Progress } from './progress.js';
import { quotedIn, releaseQuotes } from './quotes.js';

const ON_THE_COMMAND_LINE = { way: 'command-line', mapping: null, fieldKinds: null } as const;

/** The city that a first start brings. */
export const DEMONSTRATION = { seed: 2014, size: 20_000 };

export interface LoadOptions extends DemonstrationSize {
  progress: Progress;
  /** The hub's data folder, for the edition's files. */
  dataDir: string;
  /** Learn from the prepared codings in the background, once the hub runs. */
  refine: boolean;
  /**
   * How a partner's system hands over a delivery: over HTTP where the hub listens. Resolves once it is acknowledged. Without
   * it, the files are received as from the command line.
   */
  push?(source: string, key: string, files: readonly ReceivedFile[]): Promise<void>;
}

export type LoadOutcome = {
  status: 'loaded' | 'already-loaded' | 'holds-other-data';
  edition: number | null;
  city: City | null;
};

/**
 * Bring in the synthetic city the way real agencies would: council and police pulled from a portal over HTTP, health
 * and voluntary sector pushed. Safe to call again after a crash: what arrived is told apart from what did not,
 * nothing is counted twice, and the city that was begun is the one that is finished.
 */
export async function loadDemonstration(
  databases: PipelineDatabases,
  options: LoadOptions,
): Promise<LoadOutcome> {
  const { worker } = databases;
  const state = await demonstrationState(worker, DEMONSTRATION);
  if (state.is === 'loaded') return { status: 'already-loaded', edition: null, city: null };
  if (state.is === 'absent' && (await hasDeliveries(worker)))
    return { status: 'holds-other-data', edition: null, city: null };
  const { seed, size } = state.is === 'loading' ? state : options;
  await beginDemonstration(worker, { seed, size });
  options.progress.step('Making a synthetic city', 0.02);
  const city = generateCity({ seed, size });
  const portal = await startPortal({ port: 0, city });
  try {
    await bringIn(databases, city, portal, options);
  } finally {
    await portal.close();
  }
  const edition = await work(databases, city, options);
  if (options.refine) await askToRefine(worker);
  await endDemonstration(worker);
  return { status: 'loaded', edition, city };
}

/** Everything is received, and acknowledged, before anything is worked on. */
async function bringIn(
  { worker }: PipelineDatabases,
  city: City,
  portal: Portal,
  options: LoadOptions,
): Promise<void> {
  const registry = demoSources(portal.address);
  for (const agency of registry.agencies) await addAgency(worker, agency);
  for (const agreement of registry.agreements) await addAgreement(worker, agreement);
  const keys = new Map<string, string>();
  for (const source of registry.sources) {
    const kinds = await checkedFieldKinds(source.connector, source.mapping);
    if (!kinds.ok) throw new Error(`demonstration source ${source.code}: ${kinds.error.code}`);
    // Pulled once: the portal closes after the load, so a schedule would only find it gone.
    await addSource(worker, { ...source, fieldKinds: kinds.value, schedule: null });
    const key = randomBytes(32).toString('base64url');
    await setSourceKey(worker, source.code, key);
    keys.set(source.code, key);
  }
  const fetch = createSafeFetch({ allowPrivate: true }); // the portal is on this machine
  const pulls = registry.sources.filter((source) => source.pullAddress !== null);
  const pushes = demoDeliveries(city);
  const total = pulls.length + pushes.length;
  let done = 0;
  for (const source of pulls) {
    options.progress.step(`Pulling ${source.name}`, 0.05 + (0.2 * done++) / total);
    await pullSource(worker, source.code, fetch);
  }
  for (const { source, file, beside = [] } of pushes) {
    const files = [file, ...beside];
    options.progress.step(`Receiving ${file.name}`, 0.05 + (0.2 * done++) / total);
    if (options.push) await options.push(source, keys.get(source) ?? '', files);
    else await receiveTrusted(worker, { source, ...ON_THE_COMMAND_LINE, files });
  }
}

/** The demonstration's agencies say of their standing feeds and repeated surveys that they asked the same. */
async function signSeries(worker: PipelineDatabases['worker']): Promise<void> {
  const proposals = proposeSeriesOf(await askedEngagements(worker));
  await proposeSeries(worker, proposals);
  for (const series of proposals) await settleSeries(worker, series, 'signed');
}

async function work(
  databases: PipelineDatabases,
  city: City,
  { progress, dataDir }: LoadOptions,
): Promise<number | null> {
  const { worker } = databases;
  const waiting = await waitingDeliveries(worker);
  for (const [at, delivery] of waiting.entries()) {
    progress.step(`Reading delivery ${at + 1} of ${waiting.length}`, 0.25 + (0.35 * at) / waiting.length);
    await standardise(worker, delivery);
  }
  progress.step('Recognising the same people', 0.6);
  await linkPeople(databases);
  progress.step('Coding comments to themes', 0.75);
  await codeSubmissions(worker);
  await codeAsPeople(worker, city);
  await prepareWorkbench(worker);
  await adoptPriorities(worker);
  await signSeries(worker);
  await joinQuestions(worker);
  const quotes = await releaseQuotes(worker, city);
  progress.step('Counting and publishing edition 1', 0.88);
  const { edition } = await publishEdition(worker, {
    note: 'First edition of the demonstration city. Every person in it is made up.',
    files: new EditionFiles(dataDir),
    journal: new ErasureJournal(dataDir),
    kindsOfThemes: await kindsOfThemes(),
  });
  await new AuditTrail(dataDir).seal(worker);
  progress.step('Bringing what was decided', 0.98);
  if (edition !== null) {
    const today = new Date().toISOString().slice(0, 10);
    await bringDecisions(worker, edition, today, await quotedIn(worker, edition, quotes));
  }
  await bringAnswerCodes(worker, dataDir);
  progress.finish('The demonstration city is loaded');
  return edition;
}
