import type { AnswerPromise, DecisionDraft, HeldDecisionRecord, PlanPriority, PriorityRecord } from '#domain';
import type { Queryable, Transaction } from '../../database.js';
import { decisionOfDocument, documentOfDecision, type DecisionDocument } from './documents.js';

/** By the worker role. */

/** With the decision that was made of it, if there is one. */
export interface PublishedPriority extends PriorityRecord {
  held: HeldDecisionRecord | null;
}

export async function readPublishedPriorities(db: Queryable): Promise<PublishedPriority[]> {
  const rows = await db.query<Omit<PublishedPriority, 'held'> & { held: DecisionDocument | null }>(
    `SELECT s.id, s.agency, s.agency || '/' || s.engagement AS engagement, s.issued_on::text AS "issuedOn", s.text, s.action,
       s.action_on::text AS "actionOn", s.place,
       CASE WHEN d.id IS NOT NULL THEN to_jsonb(d) || jsonb_build_object(
         'evidence', coalesce((SELECT jsonb_agg(to_jsonb(e) ORDER BY e.position) FROM decisions.evidence e WHERE e.decision = d.id), '[]'),
         'quotes', coalesce((SELECT jsonb_agg(to_jsonb(q) ORDER BY q.position) FROM decisions.quote q WHERE q.decision = d.id), '[]'),
         'actions', coalesce((SELECT jsonb_agg(to_jsonb(a) ORDER BY a.position) FROM decisions.action a WHERE a.decision = d.id), '[]')) END AS held
     FROM engagement.statement s LEFT JOIN decisions.decision d ON d.statement = s.id
     WHERE s.kind = 'priority' ORDER BY s.agency, s.id`,
  );
  return rows.map(({ held, ...row }) => ({ ...row, held: held && decisionOfDocument(held) }));
}

/** @param statement the statement that it is the record of; null for a decision of the hub's own */
export async function adoptDecision(
  tx: Transaction,
  draft: DecisionDraft,
  statement: string | null,
): Promise<string> {
  const [row] = await tx.query<{ id: string }>('SELECT decisions.adopt($1, $2) AS id', [
    JSON.stringify(documentOfDecision(draft)),
    statement,
  ]);
  return row!.id;
}

export async function adoptPlan(
  tx: Queryable,
  priorities: readonly PlanPriority[],
  promises: readonly AnswerPromise[],
): Promise<void> {
  await tx.query('SELECT decisions.adopt_plan($1, $2)', [
    JSON.stringify(priorities),
    JSON.stringify(promises),
  ]);
}

/** Public decisions, priorities and promises, for good, with an edition that is being published. @returns their digest */
export async function freezeDecisions(tx: Transaction, edition: number): Promise<string> {
  const [row] = await tx.query<{ digest: string }>('SELECT decisions.freeze($1) AS digest', [edition]);
  return row!.digest;
}
