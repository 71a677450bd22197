import { defaultModel, joinByOwnId, link, linkRates, type LinkageResult } from '#linkage';
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
import { asLinkageRecord, saveRun } from './link-run.js';

/** Rates of groups smaller than this say nothing of the group, and might of a person. */
const SMALLEST_GROUP = 10;

/**
 * Links everything afresh: the model is learnt anew, ids of people persist. Submissions of sources that take no part are a
 * person each, but for those that their source's own person id joins: a source knows its own people.
 * @returns number of submissions in the run
 */
export async function linkEverything(tx: Transaction, sources: readonly string[]): Promise<number> {
  const taking = new Set(sources);
  const waiting = await waitingDecisions(tx);
  const respondents = await allRespondents(tx);
  const within = respondents.filter((r) => taking.has(r.source));
  const result = link(within.map(asLinkageRecord), defaultModel, await decisions(tx));
  const joined = await withCodes(tx, within, result);
  const others = joinByOwnId(respondents.filter((r) => !taking.has(r.source)).map(asLinkageRecord));
  const clusters = [...joined, ...others];
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
      people: peopleOf(result, joined.length, others.length, respondents.length),
      report: await reportOf(tx, result, clusters),
    },
  });
  await markApplied(tx, waiting);
  return respondents.length;
}

/** The range of the compared, less those whom codes joined, with those who take no part: between 1 and the submissions. */
function peopleOf(
  { clusters, people }: LinkageResult,
  joined: number,
  others: number,
  submissions: number,
): { value: number; low: number; high: number } {
  const shift = others - (clusters.length - joined);
  const value = joined + others;
  return {
    value,
    low: Math.min(value, Math.max(Math.min(1, value), people.low + shift)),
    high: Math.min(submissions, Math.max(value, people.high + shift)),
  };
}

/** The people of a run, with those whom codes alone join. */
async function withCodes(
  tx: Transaction,
  within: readonly RespondentRow[],
  { clusters, bare = [] }: LinkageResult,
): Promise<LinkageResult['clusters']> {
  const taking = new Set(within.map((r) => r.id));
  const nothing = new Set(bare);
  const named = new Set([...taking].filter((id) => !nothing.has(id)));
  const encoded = (await allEncoded(tx)).filter(({ id }) => taking.has(id));
  return joinCodes(clusters, encoded, named);
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
