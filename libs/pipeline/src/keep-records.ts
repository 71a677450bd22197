import type { Engagement, StatementRecord, SubmissionRecord, VoteRecord } from '#domain';
import {
  knownIds, knownSubmissions, removeSubmissions, saveEngagements, saveStatements, saveSubmissions, saveVotes,
  type KeptSubmission, type Origin, type Transaction,
} from '#store';

import type { IdentifiedRecord } from './sort-rows.js';
import { placeOf } from './place.js';

/** Records against what is already held: new, held with the same content, held with other content. */
export interface KnownSplit {
  fresh: IdentifiedRecord[];
  same: IdentifiedRecord[];
  changed: IdentifiedRecord[];
}

export async function splitKnown(tx: Transaction, records: readonly IdentifiedRecord[]): Promise<KnownSplit> {
  const ids = (kind: string): string[] => records.filter((r) => r.record.kind === kind).map((r) => r.id);
  const submissions = await knownSubmissions(tx, ids('submission'));
  const votes = await knownIds(tx, 'vote', ids('vote'));
  const statements = await knownIds(tx, 'statement', ids('statement'));
  const split: KnownSplit = { fresh: [], same: [], changed: [] };
  for (const each of records) {
    if (each.record.kind !== 'submission') {
      split[votes.has(each.id) || statements.has(each.id) ? 'same' : 'fresh'].push(each);
      continue;
    }
    const held = submissions.get(each.id);
    split[held === undefined ? 'fresh' : held === each.hash ? 'same' : 'changed'].push(each);
  }
  return split;
}

const ofKind = <T extends { kind: string }>(records: readonly IdentifiedRecord[], kind: T['kind']): { id: string; hash: string; record: T }[] =>
  records.filter((r) => r.record.kind === kind) as unknown as { id: string; hash: string; record: T }[];

/** Keep what is new and replace what has changed, in the caller's transaction. */
export async function keepRecords(tx: Transaction, origin: Origin, described: readonly Engagement[], split: KnownSplit): Promise<void> {
  const kept = [...split.fresh, ...split.changed];
  const engagements = new Map<string, Engagement>();
  for (const { record } of kept) engagements.set(record.engagement.key, record.engagement);
  for (const engagement of described) engagements.set(engagement.key, engagement);
  await saveEngagements(tx, origin.agency, [...engagements.values()]);
  await removeSubmissions(tx, split.changed.filter((r) => r.record.kind === 'submission').map((r) => r.id));
  await saveSubmissions(tx, origin, ofKind<SubmissionRecord>(kept, 'submission').map(asKept));
  await saveStatements(tx, origin, ofKind<StatementRecord>(kept, 'statement'));
  await saveVotes(tx, origin, ofKind<VoteRecord>(kept, 'vote'));
}

function asKept({ id, hash, record }: { id: string; hash: string; record: SubmissionRecord }): KeptSubmission {
  return { id, record, contentHash: hash, ...placeOf(record.respondent.postcode, record.place) };
}
