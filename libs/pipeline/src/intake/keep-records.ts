import { randomUUID } from 'node:crypto';

import type {
  Engagement,
  QuestionShape,
  QuestionWording,
  StatementRecord,
  SubmissionRecord,
  VoteRecord,
} from '#domain';
import {
  correctSubmissions,
  lockSubmissions,
  describeQuestions,
  describeWordings,
  erasedAmong,
  heldByKey,
  heldRecords,
  markErasedRows,
  nameRows,
  saveEngagements,
  saveStatements,
  saveSubmissions,
  saveSupport,
  saveVotes,
  slicesOf,
  type Correction,
  type CountedSupport,
  type HeldRow,
  type KeptSubmission,
  type NamedRow,
  type Origin,
  type PendingDelivery,
  type Transaction,
} from '#store';

import { isReadBetter } from './identity.js';
import { knownRows } from './known-rows.js';
import type { IdentifiedRecord } from './sort-rows.js';
import { mended } from './mend-texts.js';
import { placeOf } from './place.js';

/** Records against what is already held. */
export interface KnownSplit {
  fresh: IdentifiedRecord[];
  /** Held already, brought by this very delivery (it is being read again), with the same content or read otherwise. */
  ours: IdentifiedRecord[];
  /**
   * Held already, brought by another delivery: the same row or the same content, or corrected by a later one. What was erased on
   * request counts among them, under an id that leads nowhere: it was received once, and is not taken again.
   */
  same: IdentifiedRecord[];
  /** Held with other content. */
  changed: IdentifiedRecord[];
  /** Of `ours` and `same`, those whose row is the one that is held and is read otherwise now, with where it is held. */
  reread: { record: IdentifiedRecord; held: HeldRow }[];
  /** Names under which rows that are held are to be known from now on. */
  names: NamedRow[];
}

export async function splitKnown(
  tx: Transaction,
  delivery: Pick<PendingDelivery, 'id' | 'source' | 'decision'>,
  records: readonly IdentifiedRecord[],
): Promise<KnownSplit> {
  const split: KnownSplit = { fresh: [], ours: [], same: [], changed: [], reread: [], names: [] };
  // "Add" gives new ids to rows that are held already, not to people who were erased.
  const marks = new Set<string>();
  for await (const some of slicesOf(records))
    for (const name of await erasedAmong(tx, [...new Set(some.flatMap(namesOfRow))])) marks.add(name);
  const erased = (row: IdentifiedRecord): boolean =>
    marks.size > 0 && namesOfRow(row).some((name) => marks.has(name));
  // Known by a former name alone: from now on by what arrived too, or another mapping would bring them back.
  const gone = records
    .filter((row) => row.key !== null && erased(row))
    .map(({ key, nth }) => `${key}/${nth}`);
  await markErasedRows(
    tx,
    gone.filter((name) => !marks.has(name)),
  );
  const submissions = records.filter((row) => row.record.kind === 'submission' && !erased(row));
  const known = await knownRows(tx, delivery, submissions);
  const named = new Set([...known.values()].flatMap(({ held, sameRow }) => (sameRow ? [held.id] : [])));
  const others = await heldVotesAndStatements(tx, records);
  for (const each of records) {
    const row = known.get(each);
    const one = row ? { ...each, id: row.held.id } : each;
    const delivered = row?.held.delivery ?? others.get(each.id);
    if (erased(each)) split.same.push({ ...each, id: randomUUID() });
    else if (delivered === undefined) split.fresh.push(one);
    else if (row && row.held.hash !== each.hash) {
      // What a later delivery said stands, also when an older one is read again.
      if (delivered > delivery.id) split.same.push(one);
      else if (row.sameRow) {
        split[delivered === delivery.id ? 'ours' : 'same'].push(one);
        split.reread.push({ record: one, held: row.held });
      } else split.changed.push(one);
    } else split[delivered === delivery.id ? 'ours' : 'same'].push(one);
  }
  const unnamed = [...split.fresh, ...split.changed, ...split.same, ...split.ours].filter(
    (one) => !erased(one) && !(delivery.decision === 'add' && named.has(one.id)),
  );
  split.names = await rowNames(tx, delivery.decision === 'add', unnamed);
  return split;
}

/**
 * Names for rows by what they became. What was added beside equal rows has the next free numbers, so that those of the others stay theirs.
 */
export async function rowNames(
  tx: Transaction,
  added: boolean,
  records: readonly IdentifiedRecord[],
): Promise<NamedRow[]> {
  const keyed = records.filter(({ key }) => key !== null);
  const next = new Map<string, number>();
  for await (const some of slicesOf(added ? [...new Set(keyed.map(({ key }) => key!))] : []))
    for (const { key, nth } of await heldByKey(tx, some))
      next.set(key, Math.max(next.get(key) ?? 0, nth + 1));
  return keyed.map(({ key, nth, id }) => ({
    ...{ key: key!, nth: (next.get(key!) ?? 0) + nth, submission: id },
  }));
}

const namesOfRow = ({ id, plain, former, key, nth }: IdentifiedRecord): string[] => [
  ...new Set([id, plain, ...(former ? [former] : []), ...(key ? [`${key}/${nth}`] : [])]),
];

async function heldVotesAndStatements(
  tx: Transaction,
  records: readonly IdentifiedRecord[],
): Promise<Map<string, number>> {
  const held = new Map<string, number>();
  for (const kind of ['vote', 'statement'] as const) {
    const ids = records.filter((r) => r.record.kind === kind).map((r) => r.id);
    for await (const some of slicesOf(ids))
      for (const [id, known] of await heldRecords(tx, kind, some)) held.set(id, known.delivery);
  }
  return held;
}

/** The same where rows of this delivery are read again: those whose equality answers are read better by now are written anew. */
export const readAnew = (split: KnownSplit): KnownSplit => {
  const otherwise = new Set(split.reread.map(({ record }) => record));
  const better = new Set(split.ours.filter((one) => !otherwise.has(one) && isReadBetter(one.record)));
  return {
    ...split,
    ours: split.ours.filter((one) => !better.has(one)),
    changed: [...split.changed, ...better],
  };
};

const ofKind = <T extends { kind: string }>(
  records: readonly IdentifiedRecord[],
  kind: T['kind'],
): { id: string; hash: string; record: T }[] =>
  records.filter((r) => r.record.kind === kind) as unknown as { id: string; hash: string; record: T }[];

/**
 * Keep what is new and replace what has changed, in the caller's transaction.
 * @returns what the replacing came to
 */
export async function keepRecords(
  tx: Transaction,
  origin: Origin,
  described: {
    engagements: readonly Engagement[];
    questions: readonly QuestionShape[];
    wordings: readonly QuestionWording[];
  },
  split: KnownSplit,
): Promise<Correction> {
  const kept = [...split.fresh, ...split.changed];
  const engagements = new Map<string, Engagement>();
  for (const { record } of kept) engagements.set(record.engagement.key, record.engagement);
  for (const engagement of described.engagements) engagements.set(engagement.key, engagement);
  await saveEngagements(tx, origin.agency, [...engagements.values()]);
  const supported = supportIn(split);
  await lockSubmissions(tx, [
    ...[...split.changed, ...split.reread.map(({ record }) => record)].map(({ id }) => id),
    ...supported.map(({ submission }) => submission),
  ]);
  const corrected = await correctSubmissions(
    tx,
    origin,
    ofKind<SubmissionRecord>(split.changed, 'submission').map(asKept),
  );
  for await (const some of slicesOf(split.fresh))
    await saveSubmissions(tx, origin, ofKind<SubmissionRecord>(some, 'submission').map(asKept));
  await describeQuestions(tx, origin.agency, [...engagements.keys()], described.questions);
  await describeWordings(tx, origin.agency, [...engagements.keys()], described.wordings);
  await saveStatements(tx, origin, ofKind<StatementRecord>(kept, 'statement'));
  await saveVotes(tx, origin, ofKind<VoteRecord>(kept, 'vote'));
  await readInPlace(tx, origin, split.reread);
  await saveSupport(tx, origin, supported);
  const corrections = split.changed.map(({ id }) => id);
  await nameRows(tx, { id: origin.delivery, agency: origin.agency }, split.names, corrections);
  return corrected;
}

/** What the delivery says that others did, also of rows that say themselves what is held: more people may like them by now. */
const supportIn = (split: KnownSplit): CountedSupport[] =>
  [...split.fresh, ...split.changed, ...split.ours, ...split.same].flatMap(({ id, record }) =>
    record.kind === 'submission' && record.support ? [{ submission: id, support: record.support }] : [],
  );

/** Rows that are held and are read otherwise by now: under their ids, as rows of the files that brought them. */
async function readInPlace(tx: Transaction, origin: Origin, rows: KnownSplit['reread']): Promise<void> {
  const byDelivery = new Map<number, IdentifiedRecord[]>();
  for (const { record: one, held } of rows) {
    const record = { ...one.record, file: held.file, row: held.row };
    const beside = byDelivery.get(held.delivery);
    if (beside) beside.push({ ...one, record });
    else byDelivery.set(held.delivery, [{ ...one, record }]);
  }
  for (const [delivery, records] of byDelivery)
    await correctSubmissions(
      tx,
      { ...origin, delivery },
      ofKind<SubmissionRecord>(records, 'submission').map(asKept),
    );
}

function asKept({
  id,
  hash,
  record,
}: {
  id: string;
  hash: string;
  record: SubmissionRecord;
}): KeptSubmission {
  return {
    id,
    record: mended(record),
    contentHash: hash,
    ...placeOf(record.respondent.postcode, record.place),
  };
}
