import { randomUUID } from 'node:crypto';

import { assignPeople, reviewQueue, type LinkageModel, type LinkageRecord, type LinkedPair } from '#linkage';
import {
  holdSubmissions,
  holdUnchanged,
  markLinked,
  memberships,
  savePairs,
  savePeople,
  startRun,
  type LinkageRun,
  type PairRow,
  type RespondentRow,
  type Transaction,
} from '#store';

import { linkCommunities } from './link-communities.js';

/** What one run found out, in bulk or about newcomers. */
export interface Outcome {
  respondents: readonly RespondentRow[];
  /** Who is one person: of everybody, or of those whom the run touched. */
  clusters: readonly { id: string; members: string[] }[];
  pairs: readonly LinkedPair[];
  agencyOf: ReadonlyMap<string, string>;
  run: Omit<LinkageRun, 'model'> & { model: LinkageModel };
}

/** Writes a run: people keep their ids, what moved is logged, pairs are kept with what they rest on. */
export async function saveRun(tx: Transaction, outcome: Outcome): Promise<number> {
  const { pairs, agencyOf } = outcome;
  const bulk = outcome.run.goesOnFrom === null;
  const run = await startRun(tx, outcome.run);
  const members = outcome.clusters.flatMap((cluster) => cluster.members);
  await holdSubmissions(tx, [...new Set([...members, ...outcome.respondents.map(({ id }) => id)])]);
  const held = await memberships(tx, bulk ? null : members);
  const { respondents, clusters } = await asTheyStand(tx, outcome, held);
  await savePeople(
    tx,
    run,
    assignPeople(clusters, held, agencyOf, () => randomUUID()),
  );
  await savePairs(tx, run, pairRows(pairs, clusters, agencyOf), bulk);
  await markLinked(
    tx,
    respondents.map((r) => r.id),
  );
  await linkCommunities(tx);
  return run;
}

/** The run without what was corrected or taken out while it was at work: that is for the next one, by what it says now. */
async function asTheyStand(
  tx: Transaction,
  { respondents, clusters }: Outcome,
  held: ReadonlyMap<string, string>,
): Promise<Pick<Outcome, 'respondents' | 'clusters'>> {
  const current = await holdUnchanged(tx, respondents);
  const looked = new Set(respondents.map(({ id }) => id));
  const stands = (id: string): boolean => (looked.has(id) ? current.has(id) : held.has(id));
  if (current.size === respondents.length && clusters.every(({ members }) => members.every(stands)))
    return { respondents, clusters };
  return {
    respondents: respondents.filter(({ id }) => current.has(id)),
    clusters: clusters
      .map((cluster) => ({ ...cluster, members: cluster.members.filter(stands) }))
      .filter(({ members }) => members.length > 0),
  };
}

/** Pairs with the gain of asking about each; what was decided already is asked no more, but keeps its gain should it be undone. */
function pairRows(
  pairs: readonly LinkedPair[],
  clusters: Outcome['clusters'],
  agencyOf: ReadonlyMap<string, string>,
): PairRow[] {
  const home = new Set(clusters.flatMap(({ members }) => members));
  const asked = pairs.filter(({ a, b }) => home.has(a) && home.has(b));
  const gains = new Map(reviewQueue(asked, clusters).map(({ a, b, gain }) => [`${a} ${b}`, gain]));
  const rows = new Map<string, PairRow>();
  for (const pair of asked) {
    const name = `${pair.a} ${pair.b}`;
    rows.set(name, {
      ...pair,
      agency: agencyOf.get(pair.a) ?? '',
      agencyB: agencyOf.get(pair.b) ?? '',
      gain: gains.get(name) ?? null,
    });
  }
  return [...rows.values()];
}

export const asLinkageRecord = (row: RespondentRow): LinkageRecord => ({
  ...row,
  source: `${row.agency}/${row.source}`,
});

/** Whether anything in clear text tells who this is; a postcode alone does not. */
export const isNamed = (r: RespondentRow): boolean =>
  [r.givenName, r.familyName, r.fullName, r.dateOfBirth, r.email, r.phone, r.nationalId, r.systemId].some(
    (field) => field !== null && field !== '',
  );
