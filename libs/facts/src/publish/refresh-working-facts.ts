import { POLICY_P_WITH_GROUPS } from '#disclosure';
import {
  type Database,
  describeWorkingFacts,
  type Funnel,
  hubSecret,
  type KeyPads,
  lockFacts,
  readFunnel,
  readSourceFunnels,
  readVersions,
  rewriteWorkingFacts,
  type RowFunnel,
  type SourceFunnel,
  type Transaction,
  type WaitingSubmission,
  workingRows,
} from '#store';
import type { Versions } from '../ask/figure-shapes.js';
import { closedQuestions } from './closed-questions.js';
import { keyPads, newSecret } from './keys.js';

/** Wards and denominators in `#domain`: wards of 2025, Census 2021. */
const GEOGRAPHY = 'wards 2025, Census 2021';

/** Beside the facts: what they hang on, and the whole hub's funnel. */
export interface FactsBasis {
  versions: Versions;
  funnel: Funnel;
}

export interface RefreshedFacts {
  /** Rows of the fact table: submission x theme. */
  rows: number;
  submissions: number;
  people: number;
}

/**
 * Makes the working facts anew from what the hub holds: submissions, people, themes, communities.
 * All or nothing, and one at a time over all processes; readers see the old facts until the new ones are whole.
 * @param db opened as the worker role
 */
export async function refreshWorkingFacts(db: Database): Promise<RefreshedFacts> {
  return db.transaction(async (tx) => {
    await lockFacts(tx);
    await refreshUnderLock(tx);
    return workingRows(tx);
  });
}

/** The halves of the hub's key, by which keys of facts are made. */
export const hubPads = async (tx: Transaction): Promise<KeyPads> => keyPads(await hubSecret(tx, newSecret()));

/**
 * The same inside the caller's transaction, which holds the lock.
 * @param waiting submissions that are left out: those of so few new people that an edition would tell of them
 */
export async function refreshUnderLock(
  tx: Transaction,
  waiting: readonly WaitingSubmission[] = [],
): Promise<FactsBasis> {
  await rewriteWorkingFacts(tx, await hubPads(tx), await closedQuestions(tx), waiting);
  const sources = await readSourceFunnels(tx, waiting);
  const versions: Versions = {
    ...(await readVersions(tx)),
    disclosurePolicy: `${POLICY_P_WITH_GROUPS.code} ${POLICY_P_WITH_GROUPS.version}`,
    geography: GEOGRAPHY,
  };
  const funnel = await readFunnel(tx, sumOfSources(sources));
  await describeWorkingFacts(tx, { versions: { ...versions }, funnel, sources });
  return { versions, funnel };
}

/** Rows add up over sources; people would not, so they are no part of it. */
export function sumOfSources(sources: readonly SourceFunnel[]): RowFunnel {
  const sum = (pick: (source: SourceFunnel) => number): number =>
    sources.reduce((total, source) => total + pick(source), 0);
  return {
    received: sum((s) => s.received),
    rejected: sum((s) => s.rejected),
    repeated: sum((s) => s.repeated),
    statements: sum((s) => s.statements),
    votes: sum((s) => s.votes),
    replaced: sum((s) => s.replaced),
    withdrawn: sum((s) => s.withdrawn),
    submissions: sum((s) => s.submissions),
  };
}
