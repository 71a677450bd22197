import type { AnswerPromise, DecisionDraft, HeldDecisionRecord, PlanPriority } from '#domain';
import type { Transaction } from '../../database.js';
import { decisionOfDocument, documentOfDecision, type DecisionDocument } from './documents.js';

/** Everything here runs under a session: row-level security shows its agencies' decisions, drafts included. */

const DOCUMENT = `to_jsonb(d) - 'statement' || jsonb_build_object(
  'evidence', coalesce((SELECT jsonb_agg(jsonb_build_object('figure', e.figure, 'edition', e.edition) ORDER BY e.position)
    FROM decisions.evidence e WHERE e.decision = d.id), '[]'),
  'quotes', coalesce((SELECT jsonb_agg(jsonb_build_object('edition', q.edition, 'quote', q.quote, 'stance', q.stance) ORDER BY q.position)
    FROM decisions.quote q WHERE q.decision = d.id), '[]'),
  'actions', coalesce((SELECT jsonb_agg(to_jsonb(a) ORDER BY a.position) FROM decisions.action a WHERE a.decision = d.id), '[]')) AS document`;

/** The session's own agencies' decisions, the latest saved first. */
export async function readOwnDecisions(
  tx: Transaction,
  asked: { id?: string; agency?: string; reference?: string } = {},
): Promise<HeldDecisionRecord[]> {
  const rows = await tx.query<{ document: DecisionDocument }>(
    `SELECT ${DOCUMENT} FROM decisions.decision d
     WHERE ($1::uuid IS NULL OR d.id = $1) AND ($2::text IS NULL OR d.agency = $2) AND ($3::text IS NULL OR d.reference = $3)
     ORDER BY d.saved_at DESC, d.id`,
    [asked.id ?? null, asked.agency ?? null, asked.reference ?? null],
  );
  return rows.map(({ document }) => decisionOfDocument(document));
}

/** May this session write decisions of that agency? The one rule is the database's. */
export async function mayWriteDecisions(tx: Transaction, agency: string): Promise<boolean> {
  const [row] = await tx.query<{ may: boolean }>('SELECT decisions.may_write($1) AS may', [agency]);
  return row?.may ?? false;
}

export type SavedDecision = { status: 'saved'; id: string } | { status: 'not-allowed' | 'changed-meanwhile' };

/**
 * Saves a decision whole, as its next version.
 * @param seen the version that was read before it was changed; null for a new one. Another is answered `changed-meanwhile`
 */
export async function saveDecision(
  tx: Transaction,
  draft: DecisionDraft,
  seen: number | null,
): Promise<SavedDecision> {
  try {
    const [row] = await tx.query<{ id: string | null }>('SELECT decisions.save($1, $2) AS id', [
      JSON.stringify(documentOfDecision(draft)),
      seen,
    ]);
    return row?.id ? { status: 'saved', id: row.id } : { status: 'not-allowed' };
  } catch (error) {
    if ((error as { code?: string }).code === 'HB001') return { status: 'changed-meanwhile' };
    throw error;
  }
}

/** @returns false where there is no such decision of the session's own, or it is the agency's record from elsewhere */
export async function takeBackDecision(tx: Transaction, id: string): Promise<boolean> {
  const [row] = await tx.query<{ done: boolean }>('SELECT decisions.take_back($1) AS done', [id]);
  return row?.done ?? false;
}

export interface DecisionVersion {
  number: number;
  at: Date;
  by: string;
  /** Null where it was taken back. */
  decision: HeldDecisionRecord | null;
}

/** How a decision read at each saving, the latest first. */
export async function readDecisionVersions(tx: Transaction, id: string): Promise<DecisionVersion[]> {
  const rows = await tx.query<{ number: number; at: Date; by: string; document: DecisionDocument | null }>(
    'SELECT number, at, by, document FROM decisions.version WHERE decision = $1 ORDER BY decisions.version.number DESC',
    [id],
  );
  return rows.map(({ document, ...row }) => ({ ...row, decision: document && decisionOfDocument(document) }));
}

/** @returns false where the agency is not the session's own */
export async function savePlanPriority(
  tx: Transaction,
  { agency, code, plan, title, themes }: PlanPriority,
): Promise<boolean> {
  const [row] = await tx.query<{ done: boolean }>(
    'SELECT decisions.save_priority($1, $2, $3, $4, $5) AS done',
    [agency, code, plan, title, themes],
  );
  return row?.done ?? false;
}

/** @returns false where the agency is not the session's own */
export async function saveAnswerPromise(
  tx: Transaction,
  { agency, months, words, contact }: AnswerPromise,
): Promise<boolean> {
  const [row] = await tx.query<{ done: boolean }>('SELECT decisions.save_promise($1, $2, $3, $4) AS done', [
    agency,
    months,
    words,
    contact,
  ]);
  return row?.done ?? false;
}
