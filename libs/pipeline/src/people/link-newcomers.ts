import { rangeOfPeople } from '#domain';
import { GrowingPeople, joinByOwnId, type LinkageModel } from '#linkage';
import {
  allRespondents,
  decisions,
  markApplied,
  memberships,
  modelOfRun,
  newRespondents,
  pairWeights,
  peopleNow,
  sharersOfOwnId,
  waitingDecisions,
  type LastRun,
  type LinkageState,
  type RespondentRow,
  type Transaction,
} from '#store';

import { asLinkageRecord, isNamed, saveRun } from './link-run.js';

/** Everything known, held in memory from one small delivery to the next, as it was after one run. */
export interface Known {
  run: number;
  people: GrowingPeople;
  model: LinkageModel;
  agencyOf: Map<string, string>;
  /** Submissions with a person, of sources that take no part too. */
  linked: number;
}

/** Whether what is held in memory is what the database holds: another process may have linked, or a record may be gone. */
export const isCurrent = (known: Known | null, { last, linked }: LinkageState): known is Known =>
  known !== null && known.run === last?.id && known.linked === linked;

/** Reads what is known once; null where the last bulk run left no model to go on from. */
export async function readKnown(
  tx: Transaction,
  last: LastRun,
  sources: readonly string[],
): Promise<Known | null> {
  const model = await modelOfRun<LinkageModel>(tx, last.bulk);
  if (!model) return null;
  const taking = new Set(sources);
  const people = await memberships(tx);
  const respondents = (await allRespondents(tx)).filter((r) => people.has(r.id));
  const within = respondents.filter((r) => taking.has(r.source) && isNamed(r));
  const clusters = new Map<string, string[]>();
  for (const { id } of within) {
    const person = people.get(id)!;
    clusters.set(person, [...(clusters.get(person) ?? []), id]);
  }
  return {
    run: last.id,
    model,
    agencyOf: new Map(respondents.map((r) => [r.id, r.agency])),
    linked: respondents.length,
    people: new GrowingPeople({
      records: within.map(asLinkageRecord),
      clusters: [...clusters.values()].map((members) => ({ members })),
      pairs: await pairWeights(tx),
      model,
    }),
  };
}

/**
 * Places newcomers among what is known, and lets reviewers' words take effect, without linking everything. What is known
 * grows with it; should the transaction fail, it must be read anew.
 * @returns number of submissions looked at
 */
export async function linkNewcomers(
  tx: Transaction,
  known: Known,
  last: LastRun,
  sources: readonly string[],
): Promise<number> {
  const taking = new Set(sources);
  const waiting = await waitingDecisions(tx);
  const said = await decisions(tx);
  const newcomers = await newRespondents(tx);
  const compared = (r: RespondentRow): boolean => taking.has(r.source) && isNamed(r);
  for (const { id, agency } of newcomers) known.agencyOf.set(id, agency);
  const added = known.people.add(newcomers.filter(compared).map(asLinkageRecord), said);
  const settled = known.people.settle(
    waiting.flatMap(({ a, b }) => [a, b]),
    said,
  );
  const alone = await byOwnId(
    tx,
    newcomers.filter((r) => !compared(r)),
    taking,
  );
  const clusters = new Map([...added.clusters, ...settled.clusters, ...alone].map((c) => [c.id, c]));
  const pairs = new Map([...added.pairs, ...settled.pairs].map((pair) => [`${pair.a} ${pair.b}`, pair]));
  known.linked += newcomers.length;
  const before = await peopleNow(tx);
  const held = await memberships(
    tx,
    [...clusters.values()].flatMap(({ members }) => members),
  );
  const value = before - new Set(held.values()).size + clusters.size;
  known.run = await saveRun(tx, {
    respondents: newcomers,
    clusters: [...clusters.values()],
    pairs: [...pairs.values()],
    agencyOf: known.agencyOf,
    run: {
      model: known.model,
      goesOnFrom: last.bulk,
      sources,
      records: known.linked,
      people: rangeNow(value, known.linked, last),
      report: {},
    },
  });
  await markApplied(tx, waiting);
  return Math.max(1, newcomers.length);
}

/** Newcomers who are not compared: of a source's own person id they join those whom it held already, otherwise nobody. */
async function byOwnId(
  tx: Transaction,
  alone: readonly RespondentRow[],
  taking: ReadonlySet<string>,
): Promise<{ id: string; members: string[] }[]> {
  const ids = new Set(alone.map(({ id }) => id));
  const held = (await sharersOfOwnId(tx, [...ids])).filter((r) => !ids.has(r.id) && !taking.has(r.source));
  return joinByOwnId([...alone, ...held].map(asLinkageRecord)).filter(({ members }) =>
    members.some((id) => ids.has(id)),
  );
}

/** The range of the bulk run carried over to what is known now. */
function rangeNow(value: number, submissions: number, last: LastRun): LastRun['bulkPeople'] {
  const { value: people, low, high } = last.bulkPeople;
  const whole = { people, low, high, submissions: last.bulkRecords };
  return { value, ...rangeOfPeople({ people: value, submissions }, whole) };
}
