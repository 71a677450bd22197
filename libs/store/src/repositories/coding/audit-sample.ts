import type { Queryable, Transaction } from '../../database.js';
import { holdSubmissions } from '../engagement/corrections.js';

/** Where one comment stands in the audit. */
export interface AuditPlace {
  submission: string;
  /** Its part of the chance in each draw that might have drawn it, by the draw's number; empty where none has seen it. */
  chances: Readonly<Record<string, number>>;
  /** The draw that took it; null where none did. */
  drawnIn: number | null;
  /** By the random part of the draws, which alone stands for all comments alike. */
  atRandom: boolean;
  decided: boolean;
  /** Coded by people for training: it is no part of what the coder alone speaks for. */
  training: boolean;
}

/** Where every comment with text stands in the audit. */
export function auditPlaces(db: Queryable): Promise<AuditPlace[]> {
  return db.query<AuditPlace>(
    `SELECT c.submission, coalesce(p.chances, '{}') AS chances, a.wave AS "drawnIn", coalesce(a.drawn_for = 'random', false) AS "atRandom",
       EXISTS (SELECT FROM coding.current_coding h WHERE h.submission = c.submission AND h.purpose = 'audit') AS decided,
       a.submission IS NULL AND EXISTS (SELECT FROM coding.current_coding h WHERE h.submission = c.submission AND h.purpose = 'training') AS training
     FROM coding.coded c
     LEFT JOIN (SELECT submission, jsonb_object_agg(wave, chance) AS chances FROM coding.audit_chance GROUP BY submission) p ON p.submission = c.submission
     LEFT JOIN coding.audit_sample a ON a.submission = c.submission
     WHERE c.has_text AND NOT c.no_answer ORDER BY c.submission`,
  );
}

/** Has so much come in since the audit was drawn last that it should go on? A twentieth of all, and at first anything. */
export async function auditIsDue(db: Queryable): Promise<boolean> {
  const [row] = await db.query<{ due: boolean }>(
    `SELECT count(*) FILTER (WHERE NOT EXISTS (SELECT FROM coding.audit_chance p WHERE p.submission = c.submission)) * 20 >= greatest(1, count(*)) AS due
     FROM coding.coded c WHERE c.has_text AND NOT c.no_answer`,
  );
  return row?.due ?? false;
}

/** Keeps a draw: what it drew, after what was drawn before, and with which chances; what is no comment any more leaves the sample. */
export async function keepAuditDraw(
  tx: Transaction,
  drawn: readonly { submission: string; drawnFor: string; twice: boolean }[],
  chances: readonly { submission: string; chance: number }[],
): Promise<void> {
  await holdSubmissions(tx, [...new Set([...drawn, ...chances].map(({ submission }) => submission))]);
  await tx.query(
    `DELETE FROM coding.audit_sample a WHERE NOT EXISTS (SELECT FROM coding.coded c WHERE c.submission = a.submission AND c.has_text AND NOT c.no_answer)`,
  );
  const [wave] = await tx.query<{ next: number }>(
    `SELECT 1 + greatest((SELECT max(wave) FROM coding.audit_sample), (SELECT max(wave) FROM coding.audit_chance), 0) AS next`,
  );
  await tx.query(
    `INSERT INTO coding.audit_sample (submission, agency, twice, position, drawn_for, wave)
     SELECT s.id, s.agency, d.twice, (SELECT coalesce(max(position), 0) FROM coding.audit_sample) + d.n, d."drawnFor", $2
     FROM (SELECT d.*, row_number() OVER () AS n FROM jsonb_to_recordset($1) AS d(submission uuid, "drawnFor" text, twice boolean)) d
     JOIN engagement.submission s ON s.id = d.submission ON CONFLICT DO NOTHING`,
    [JSON.stringify(drawn), wave!.next],
  );
  await tx.query(
    `INSERT INTO coding.audit_chance (submission, agency, chance, wave)
     SELECT s.id, s.agency, p.chance, $2 FROM jsonb_to_recordset($1) AS p(submission uuid, chance float8) JOIN engagement.submission s ON s.id = p.submission`,
    [JSON.stringify(chances), wave!.next],
  );
}

export async function auditSampleIds(db: Queryable): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    'SELECT submission AS id FROM coding.audit_sample ORDER BY position',
  );
  return rows.map(({ id }) => id);
}
