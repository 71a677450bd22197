import type { Agency } from '#domain';

import type { Transaction } from '../../database.js';
import { isUuid } from '../engagement/workbench-submissions.js';

/** One record of a possible match, without anything that identifies: whose it is and when it came. */
export interface MatchRecord {
  submission: string;
  agency: Agency;
  engagement: string;
  /** ISO date. */
  submittedOn: string | null;
  /** Records of the person it is taken for now, itself included; only those of the session's agencies. */
  personRecords: number;
  /** Agencies that heard that person. */
  personAgencies: string[];
}

export type Verdict = 'same' | 'different' | 'unsure';

export interface MatchDecision {
  id: string;
  verdict: Verdict;
  actor: string;
  at: string;
  /** Whether people have been matched again with it. */
  applied: boolean;
}

/** Two records, what speaks for and against their being one person, and what was said of them. */
export interface MatchPair {
  a: MatchRecord;
  b: MatchRecord;
  weight: number;
  probability: number;
  rule: string;
  evidence: { field: string; level: string; weight: number }[];
  /** What an answer is expected to settle; null where nobody need be asked. */
  gain: number | null;
  /** Whether they are one person now. */
  together: boolean;
  decision: MatchDecision | null;
}

const record = (side: 'a' | 'b'): string => `
  jsonb_build_object('submission', s${side}.id, 'submittedOn', s${side}.submitted_on::text, 'engagement', e${side}.title,
    'agency', jsonb_build_object('code', g${side}.code, 'name', g${side}.name, 'kind', g${side}.kind),
    'personRecords', (SELECT count(*)::int FROM linkage.membership o WHERE o.person = m${side}.person),
    'personAgencies', (SELECT coalesce(jsonb_agg(DISTINCT o.agency), '[]') FROM linkage.membership o WHERE o.person = m${side}.person)) AS ${side}`;
const joins = (side: 'a' | 'b'): string => `
  JOIN engagement.submission s${side} ON s${side}.id = p.${side} AND s${side}.withdrawn_at IS NULL
  JOIN engagement.agency g${side} ON g${side}.code = s${side}.agency
  JOIN engagement.engagement e${side} ON e${side}.agency = s${side}.agency AND e${side}.key = s${side}.engagement
  JOIN linkage.membership m${side} ON m${side}.submission = p.${side}`;

/** The word in force on a pair `p`. */
export const SAID = `LEFT JOIN LATERAL (
    SELECT x.id, x.verdict, x.actor, x.at, x.applied_at FROM linkage.decision x
    WHERE x.a = p.a AND x.b = p.b AND x.undone_at IS NULL ORDER BY x.id DESC LIMIT 1) d ON true`;

/** Pairs with their two records. The pairs are picked first, so that a long queue costs no more than what is shown of it. */
export const opened = (picked: string): string => `
  WITH p AS MATERIALIZED (
    SELECT p.a, p.b, p.weight, p.probability, p.rule, p.evidence, p.gain, d.id IS NOT NULL AS said,
      jsonb_build_object('id', d.id::text, 'verdict', d.verdict, 'actor', d.actor, 'at', d.at, 'applied', d.applied_at IS NOT NULL) AS decision
    FROM linkage.pair p ${SAID} ${picked})
  SELECT ${record('a')}, ${record('b')}, p.weight, p.probability, p.rule, p.evidence, p.gain, ma.person = mb.person AS together,
    CASE WHEN p.said THEN p.decision END AS decision
  FROM p ${joins('a')} ${joins('b')}`;

/** Nobody has answered; or somebody was not sure, and it was somebody else. */
export const OPEN = `p.gain IS NOT NULL AND (d.verdict IS NULL OR d.verdict = 'unsure' AND NOT EXISTS (
    SELECT FROM linkage.decision own WHERE own.a = p.a AND own.b = p.b AND own.undone_at IS NULL AND own.actor = $1))`;

/** Place in the queue: the pair with the larger gain comes first. */
export interface QueuePlace {
  gain: string;
  a: string;
  b: string;
}

/**
 * Pairs on which a person's word is wanted, the most telling first.
 * @param reviewer account that asks: what it was itself unsure of goes to others
 */
export function readMatchQueue(
  tx: Transaction,
  reviewer: string,
  page: { after: QueuePlace | null; limit: number },
): Promise<MatchPair[]> {
  const { after } = page;
  return tx.query<MatchPair>(
    `${opened(`WHERE ${OPEN} AND ($2::real IS NULL OR (-p.gain, p.a, p.b) > (-$2::real, $3::uuid, $4::uuid))
       ORDER BY p.gain DESC, p.a, p.b LIMIT $5`)} ORDER BY p.gain DESC, p.a, p.b`,
    [reviewer, after?.gain ?? null, after?.a ?? null, after?.b ?? null, page.limit],
  );
}

/** One stored pair; null where there is none for this session. */
export async function readMatchPair(tx: Transaction, one: string, other: string): Promise<MatchPair | null> {
  if (!isUuid(one) || !isUuid(other)) return null;
  const [pair] = await tx.query<MatchPair>(
    opened('WHERE p.a = least($1::uuid, $2::uuid) AND p.b = greatest($1::uuid, $2::uuid)'),
    [one, other],
  );
  return pair ?? null;
}

/** What holds a record to the person it is taken for: the stored pairs with that person's other records. */
export async function readMatchesOf(
  tx: Transaction,
  submission: string,
  limit: number,
): Promise<MatchPair[]> {
  if (!isUuid(submission)) return [];
  return tx.query<MatchPair>(
    `${opened('WHERE p.a = $1 OR p.b = $1')} WHERE ma.person = mb.person ORDER BY p.weight DESC, p.a, p.b LIMIT $2`,
    [submission, limit],
  );
}

/** How the reviewing goes: of everybody, and of the account that asks. */
export interface ReviewProgress {
  waiting: number;
  decidedToday: number;
  /** Pairs on which two accounts have given a sure answer, and on how many of these it was the same. */
  twice: number;
  agreed: number;
  /** Sure answers on pairs that the model thought at least 90% (or at most 10%) likely, and how many went its way. */
  sureOfModel: number;
  modelRight: number;
  unsure: number;
  decided: number;
}

export async function readReviewProgress(tx: Transaction, reviewer: string): Promise<ReviewProgress> {
  const [row] = await tx.query<ReviewProgress>(
    `WITH live AS (
       SELECT DISTINCT ON (a, b, actor) a, b, actor, verdict, at, probability FROM linkage.decision WHERE undone_at IS NULL ORDER BY a, b, actor, id DESC),
     sure AS (SELECT * FROM live WHERE verdict <> 'unsure'),
     pairs AS (SELECT a, b, count(*) AS answers, count(DISTINCT verdict) AS kinds FROM sure GROUP BY a, b)
     SELECT (SELECT count(*)::int FROM linkage.pair p ${SAID} WHERE ${OPEN}) AS waiting,
       (SELECT count(*)::int FROM live WHERE actor = $1 AND at >= current_date) AS "decidedToday",
       (SELECT count(*)::int FROM pairs WHERE answers > 1) AS twice, (SELECT count(*)::int FROM pairs WHERE answers > 1 AND kinds = 1) AS agreed,
       (SELECT count(*)::int FROM sure WHERE probability >= 0.9 OR probability <= 0.1) AS "sureOfModel",
       (SELECT count(*)::int FROM sure WHERE probability >= 0.9 AND verdict = 'same' OR probability <= 0.1 AND verdict = 'different') AS "modelRight",
       (SELECT count(*)::int FROM live WHERE verdict = 'unsure') AS unsure, (SELECT count(*)::int FROM live) AS decided`,
    [reviewer],
  );
  return row!;
}

/** @returns the decision's number; null where there is no such pair for this session's reviewer */
export async function decideMatch(
  tx: Transaction,
  one: string,
  other: string,
  verdict: Verdict,
): Promise<string | null> {
  if (!isUuid(one) || !isUuid(other)) return null;
  const [row] = await tx.query<{ id: string | null }>('SELECT linkage.decide($1, $2, $3)::text AS id', [
    one,
    other,
    verdict,
  ]);
  return row?.id ?? null;
}

/** Takes back a decision of the session's own account. @returns the pair; null where there was none */
export async function undoMatchDecision(
  tx: Transaction,
  decision: string,
): Promise<{ a: string; b: string } | null> {
  const [row] = await tx.query<{ id: string | null }>('SELECT linkage.undo($1)::text AS id', [decision]);
  if (!row?.id) return null;
  const [pair] = await tx.query<{ a: string; b: string }>('SELECT a, b FROM linkage.decision WHERE id = $1', [
    row.id,
  ]);
  return pair ?? null;
}
