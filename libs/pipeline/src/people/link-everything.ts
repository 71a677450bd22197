import { defaultModel, link, linkRates, type LinkageResult } from '#linkage';
import {
  allEncoded,
  allRespondents,
  decisions,
  groupsOfSubmissions,
  markApplied,
  waitingDecisions,
  type RespondentRow,
  type Transaction,
} from '#store';

import { joinCodes } from './link-codes.js';
import { asLinkageRecord, isNamed, saveRun } from './link-run.js';

/** Rates of groups smaller than this say nothing of the group, and might of a person. */
const SMALLEST_GROUP = 10;

/**
 * Links everything afresh: the model is learnt anew, ids of people persist. Submissions of sources that take no part are a
 * person each.
 * @returns number of submissions in the run
 */
export async function linkEverything(tx: Transaction, sources: readonly string[]): Promise<number> {
  const taking = new Set(sources);
  const waiting = await waitingDecisions(tx);
  const respondents = await allRespondents(tx);
  const within = respondents.filter((r) => taking.has(r.source));
  const result = link(within.map(asLinkageRecord), defaultModel, await decisions(tx));
  const clusters = await withOthers(tx, respondents, within, result);
  const fewer = result.clusters.length + respondents.length - within.length - clusters.length;
  const shift = respondents.length - within.length - fewer;
  const agencyOf = new Map(respondents.map((r) => [r.id, r.agency]));
  await saveRun(tx, {
    respondents,
    clusters,
    pairs: result.pairs,
    agencyOf,
    run: {
      model: result.model,
      goesOnFrom: null,
      sources,
      records: respondents.length,
      people: {
        value: clusters.length,
        low: Math.min(clusters.length, result.people.low + shift),
        high: result.people.high + shift,
      },
      report: await reportOf(tx, result, clusters),
    },
  });
  await markApplied(tx, waiting);
  return respondents.length;
}

/** The people of a run, with those whom codes alone join, and those who take no part. */
async function withOthers(
  tx: Transaction,
  respondents: readonly RespondentRow[],
  within: readonly RespondentRow[],
  result: LinkageResult,
): Promise<LinkageResult['clusters']> {
  const taking = new Set(within.map((r) => r.id));
  const named = new Set(within.filter(isNamed).map((r) => r.id));
  const encoded = (await allEncoded(tx)).filter(({ id }) => taking.has(id));
  return [
    ...joinCodes(result.clusters, encoded, named),
    ...respondents.filter((r) => !taking.has(r.id)).map((r) => ({ id: r.id, members: [r.id] })),
  ];
}

/** What a run says of itself: quality as it estimates it, whom it serves worse, and how many could not be linked at all. */
async function reportOf(
  tx: Transaction,
  { quality, thin = [], pairs }: LinkageResult,
  clusters: LinkageResult['clusters'],
): Promise<object> {
  const groups = new Map((await groupsOfSubmissions(tx)).map((row) => [row.id, row]));
  const rates = (['age', 'sex', 'ethnicGroup', 'ward'] as const).flatMap((by) =>
    linkRates(clusters, (id) => groups.get(id)?.[by] ?? null, thin)
      .filter(({ records }) => records >= SMALLEST_GROUP)
      .map((rate) => ({ by, ...rate })),
  );
  return { ...quality, thin: thin.length, pairs: pairs.length, rates };
}
