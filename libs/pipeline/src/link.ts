import { randomUUID } from 'node:crypto';

import { defaultModel, link, type LinkageRecord, type LinkageResult } from '#linkage';
import {
  allRespondents,
  decisions,
  linkableSources,
  lockFor,
  markLinked,
  memberships,
  savePairs,
  savePeople,
  startRun,
  unlinkedCount,
  type PairRow,
  type RespondentRow,
  type Transaction,
} from '#store';

import { assignPeople } from './assign-people.js';
import type { PipelineDatabases } from './hub-databases.js';
import { linkCommunities } from './link-communities.js';

/**
 * Recognise the same person and the same community across agencies. Everything is linked afresh; ids of people
 * persist, and nothing happens where nothing new has come. Sources whose agreement does not name record linkage
 * take no part: each of their submissions is a person of its own.
 * @param options.force link although nothing is new (after a reviewer's decision or with a new model)
 * @returns number of submissions in the run; 0 where there was nothing to do
 */
export async function linkPeople(
  { worker, linker }: PipelineDatabases,
  options: { force?: boolean } = {},
): Promise<number> {
  const linkable = new Set(await linkableSources(worker));
  return linker.transaction(async (tx) => {
    await lockFor(tx, 'link');
    if (!options.force && (await unlinkedCount(tx)) === 0) return 0;
    const respondents = await allRespondents(tx);
    const within = respondents.filter((r) => linkable.has(r.source));
    const result = link(within.map(asLinkageRecord), defaultModel, await decisions(tx));
    await save(tx, respondents, within, result);
    await linkCommunities(tx);
    return respondents.length;
  });
}

async function save(
  tx: Transaction,
  respondents: RespondentRow[],
  within: RespondentRow[],
  result: LinkageResult,
): Promise<void> {
  const alone = respondents.length - within.length;
  const run = await startRun(tx, {
    model: result.model,
    records: respondents.length,
    people: {
      value: result.people.value + alone,
      low: result.people.low + alone,
      high: result.people.high + alone,
    },
  });
  const taking = new Set(within.map((r) => r.id));
  const clusters = [
    ...result.clusters,
    ...respondents.filter((r) => !taking.has(r.id)).map((r) => ({ id: r.id, members: [r.id] })),
  ];
  const agencyOf = new Map(respondents.map((r) => [r.id, r.agency]));
  await savePeople(tx, run, assignPeople(clusters, await memberships(tx), agencyOf, randomUUID));
  await savePairs(tx, run, pairRows(result, agencyOf));
  await markLinked(
    tx,
    respondents.map((r) => r.id),
  );
}

function pairRows(result: LinkageResult, agencyOf: ReadonlyMap<string, string>): PairRow[] {
  const rows = new Map<string, PairRow>();
  const add = (state: PairRow['state']) => (pair: LinkageResult['pairs'][number]) => {
    const [a, b] = pair.a < pair.b ? [pair.a, pair.b] : [pair.b, pair.a];
    rows.set(`${a} ${b}`, {
      ...pair,
      a,
      b,
      agency: agencyOf.get(a) ?? '',
      agencyB: agencyOf.get(b) ?? '',
      state,
    });
  };
  result.pairs.forEach(add('joined'));
  result.review.forEach(add('review'));
  return [...rows.values()];
}

const asLinkageRecord = (row: RespondentRow): LinkageRecord => ({
  ...row,
  source: `${row.agency}/${row.source}`,
});
