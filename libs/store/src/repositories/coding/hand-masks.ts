import type { Queryable, Transaction } from '../../database.js';

/** A span of a comment that a person masked; its words are told to nobody. */
export interface HandMask {
  id: string;
  submission: string;
  agency: string;
  /** The question that the comment answers, in words. */
  question: string;
  reason: string;
  maskedBy: string;
  /** ISO time. */
  maskedAt: string;
  /** Null while it stands; so are the two beside it. */
  liftedBy: string | null;
  liftedAt: string | null;
  liftReason: string | null;
  /** False where the session's account masked it and somebody else is there to take it off. */
  mayLift: boolean;
}

/** The log, the newest first, of agencies that the session analyses or leads for. @param most at most so many */
export function handMasks(tx: Queryable, most: number): Promise<HandMask[]> {
  return tx.query<HandMask>(
    `SELECT h.id::text AS id, h.submission, h.agency, coalesce(q.text, h.question) AS question, h.reason, h.masked_by AS "maskedBy",
       to_json(h.masked_at) #>> '{}' AS "maskedAt", h.lifted_by AS "liftedBy", to_json(h.lifted_at) #>> '{}' AS "liftedAt", h.lift_reason AS "liftReason",
       h.lifted_at IS NULL AND coding.may_lift(h.id) AS "mayLift"
     FROM coding.hand_mask h LEFT JOIN engagement.question q ON q.agency = h.agency AND q.key = h.question
       AND q.engagement = (SELECT s.engagement FROM engagement.submission s WHERE s.id = h.submission)
     ORDER BY h.id DESC LIMIT $1`,
    [most],
  );
}

/**
 * Masks a span of an answer (UTF-16 units of its text, end exclusive) everywhere, in the session's name; released words that can't be read any more are taken back.
 * @returns number of the mask; null where the answer is not for this session. @throws HB001 for a reason of under 10 or over 300 letters, HB002 where there are no words
 */
export async function maskWords(
  tx: Transaction,
  answer: number,
  { start, end }: { start: number; end: number },
  reason: string,
): Promise<string | null> {
  const [row] = await tx.query<{ id: string | null }>(
    'SELECT coding.mask_words($1, $2, $3, $4)::text AS id',
    [answer, start, end, reason],
  );
  return row?.id ?? null;
}

/**
 * Takes a mask off, in the session's name. @returns false where there is none for this session, or it is off.
 * @throws HB001 for a reason of under 10 or over 300 letters, HB003 where somebody else has to
 */
export async function liftMask(tx: Transaction, mask: string, reason: string): Promise<boolean> {
  const [row] = await tx.query<{ done: boolean }>('SELECT coding.lift_mask($1, $2) AS done', [mask, reason]);
  return row?.done ?? false;
}
