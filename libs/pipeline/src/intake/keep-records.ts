import { randomUUID } from 'node:crypto';

import type { Engagement, StatementRecord, SubmissionRecord, VoteRecord } from '#domain';
import {
  correctSubmissions,
  erasedAmong,
  heldRecords,
  saveEngagements,
  saveStatements,
  saveSubmissions,
  saveVotes,
  type Correction,
  type Held,
  type KeptSubmission,
  type Origin,
  type Transaction,
} from '#store';

import { isReadBetter } from './identity.js';
import type { IdentifiedRecord } from './sort-rows.js';
import { mended } from './mend-texts.js';
import { placeOf } from './place.js';

/** Records against what is already held. */
export interface KnownSplit {
  fresh: IdentifiedRecord[];
  /** Held with the same content, brought by this very delivery (it is being read again). */
  ours: IdentifiedRecord[];
  /**
   * Held already, brought by another delivery: with the same content, or corrected by a later one. What was erased on
   * request counts among them, under an id that leads nowhere: it was received once, and is not taken again.
   */
  same: IdentifiedRecord[];
  /** Held with other content. */
  changed: IdentifiedRecord[];
}

export async function splitKnown(
  tx: Transaction,
  delivery: number,
  records: readonly IdentifiedRecord[],
): Promise<KnownSplit> {
  const held = new Map<string, Held>();
  for (const kind of ['submission', 'vote', 'statement'] as const) {
    const ids = records.filter((r) => r.record.kind === kind).map((r) => r.id);
    for (const [id, known] of await heldRecords(tx, kind, ids)) held.set(id, known);
  }
  const split: KnownSplit = { fresh: [], ours: [], same: [], changed: [] };
  // "Add" gives new ids to rows that are held already, not to people who were erased.
  const erased = await erasedAmong(tx, [...new Set(records.flatMap(({ id, plain }) => [id, plain]))]);
  for (const each of records) {
    if (erased.has(each.id) || erased.has(each.plain)) {
      split.same.push({ ...each, id: randomUUID() });
      continue;
    }
    const known = held.get(each.id);
    if (!known) split.fresh.push(each);
    else if (known.hash !== null && known.hash !== each.hash)
      // What a later delivery said stands, also when an older one is read again.
      split[known.delivery > delivery ? 'same' : 'changed'].push(each);
    else split[known.delivery === delivery ? 'ours' : 'same'].push(each);
  }
  return split;
}

/** The same where rows of this delivery are read again: those whose equality answers are read better by now are written anew. */
export const readAnew = (split: KnownSplit): KnownSplit => ({
  ...split,
  ours: split.ours.filter(({ record }) => !isReadBetter(record)),
  changed: [...split.changed, ...split.ours.filter(({ record }) => isReadBetter(record))],
});

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
  described: readonly Engagement[],
  split: KnownSplit,
): Promise<Correction> {
  const kept = [...split.fresh, ...split.changed];
  const engagements = new Map<string, Engagement>();
  for (const { record } of kept) engagements.set(record.engagement.key, record.engagement);
  for (const engagement of described) engagements.set(engagement.key, engagement);
  await saveEngagements(tx, origin.agency, [...engagements.values()]);
  const corrected = await correctSubmissions(
    tx,
    origin,
    ofKind<SubmissionRecord>(split.changed, 'submission').map(asKept),
  );
  await saveSubmissions(tx, origin, ofKind<SubmissionRecord>(split.fresh, 'submission').map(asKept));
  await saveStatements(tx, origin, ofKind<StatementRecord>(kept, 'statement'));
  await saveVotes(tx, origin, ofKind<VoteRecord>(kept, 'vote'));
  return corrected;
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
