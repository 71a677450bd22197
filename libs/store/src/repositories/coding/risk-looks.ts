import type { Queryable, Transaction } from '../../database.js';
import { recordEvent } from '../audit/audit.js';
import { holdCoded } from './coding.js';

/** Stands in `risk_look` where no model of sentences was there to look. */
export const PHRASES_ALONE = 'phrases';

/** A sentence that the model flagged, in one answer; character offsets (UTF-16, end exclusive). */
export interface LearntSign {
  answer: number;
  span: { start: number; end: number };
  kind: string;
  /** 0 to 1. */
  chance: number;
}

/** A comment in which somebody may be at risk, by phrases, by the model, or by both. */
export interface RiskFound {
  submission: string;
  agency: string;
  kinds: string[];
  score: number;
  band: 'now' | 'today' | 'week';
  chance: number | null;
  learnt: LearntSign[];
}

/** Coded comments that a model has not looked at yet: the latest first, because whoever wrote them may need somebody now. */
export async function notLookedAt(db: Queryable, model: string, limit: number): Promise<string[]> {
  const rows = await db.query<{ submission: string }>(
    `SELECT submission FROM coding.coded WHERE has_text AND NOT no_answer AND risk_look <> $1 AND (risk_look = '' OR $1 <> '${PHRASES_ALONE}')
     ORDER BY coded_at DESC, submission LIMIT $2`,
    [model, limit],
  );
  return rows.map(({ submission }) => submission);
}

/**
 * Keeps what a look at comments found and marks them as looked at. A case that people closed stays closed, unless the comment's words are
 * others since.
 * @param looked all that was looked at, found or not
 */
export async function saveRiskLook(
  tx: Transaction,
  model: string,
  looked: readonly string[],
  found: readonly RiskFound[],
): Promise<void> {
  await holdCoded(tx, looked);
  if (found.length > 0) {
    const opened = await tx.query<{ submission: string; agency: string }>(
      `UPDATE coding.safeguarding g SET flagged_at = now(), outcome = NULL, actor = NULL, handled_at = NULL, owner = NULL, taken_at = NULL,
         handed_to = NULL, note = ''
       FROM coding.coded c WHERE c.submission = g.submission AND c.risk_look = '' AND g.handled_at < c.coded_at AND g.submission = ANY ($1)
       RETURNING g.submission, g.agency`,
      [found.map(({ submission }) => submission)],
    );
    for (const { submission, agency } of opened)
      await recordEvent(tx, { agency, action: 'safeguarding-reopened', subject: submission });
    await tx.query(
      `INSERT INTO coding.safeguarding AS old (submission, agency, kinds, score, band, chance, learnt)
       SELECT * FROM jsonb_to_recordset($1) AS f(submission uuid, agency text, kinds text[], score real, band text, chance real, learnt jsonb)
       ON CONFLICT (submission) DO UPDATE SET kinds = EXCLUDED.kinds, score = EXCLUDED.score, band = EXCLUDED.band, chance = EXCLUDED.chance,
         learnt = EXCLUDED.learnt`,
      [JSON.stringify(found)],
    );
  }
  await tx.query(
    'UPDATE coding.coded SET risk_look = $1, safeguarding = safeguarding OR submission = ANY ($3) WHERE submission = ANY ($2)',
    [model, looked, found.map(({ submission }) => submission)],
  );
}

/** How many comments of the session's agencies were looked at by a model, how many by phrases alone, and how many wait for a look. */
export interface RiskLooks {
  learnt: number;
  phrases: number;
  waiting: number;
}

export async function readRiskLooks(tx: Queryable): Promise<RiskLooks> {
  const [row] = await tx.query<RiskLooks>('SELECT * FROM coding.risk_looks()');
  return row!;
}
