import type { Theme } from '#domain';

import type { Transaction } from '../../database.js';

/** What was said in answer to one question, as it was meant, and what in it is personal. */
export interface CommentRow {
  submission: string;
  answer: number;
  question: string;
  text: string;
  /** Null where it was not yet looked at for what is personal. */
  masks: { span: { start: number; end: number }; type: string }[] | null;
}

/** For analysts: row-level security gives anybody else no answers. */
export function readComments(tx: Transaction, submissions: readonly string[]): Promise<CommentRow[]> {
  return tx.query<CommentRow>(
    `SELECT a.submission, a.id::int AS answer, coalesce(q.text, a.question) AS question, a.text,
       CASE WHEN EXISTS (SELECT FROM coding.coded c WHERE c.submission = a.submission) THEN coding.masks_of(a.id) END AS masks
     FROM engagement.answer a LEFT JOIN engagement.question q
       ON q.agency = a.agency AND q.engagement = a.engagement AND q.key = a.question
     WHERE a.submission = ANY ($1) AND a.text IS NOT NULL ORDER BY a.id`,
    [submissions],
  );
}

/** An answer of a flagged submission with names and all. */
export interface WrittenComment {
  question: string;
  text: string;
  /** Byte for byte, where it was mended. */
  original: string | null;
}

/**
 * A flagged submission's answers as they were written, for who is on duty for its agency; the reading is recorded with the reason, also
 * where there is nothing to read. @throws HB001 for a reason of under 10 or over 300 letters
 */
export function commentAsWritten(
  tx: Transaction,
  submission: string,
  reason: string,
): Promise<WrittenComment[]> {
  return tx.query<WrittenComment>('SELECT question, text, original FROM coding.comment_as_written($1, $2)', [
    submission,
    reason,
  ]);
}

export interface AssignedThemeRow {
  submission: string;
  theme: Theme;
  source: string;
  probability: number;
  /** Character offsets (UTF-16, end exclusive) into the text of an answer. */
  evidence: { answer?: number; span: { start: number; end: number } }[];
}

/**
 * Themes in force, the surest first. A theme that the codebook of the time no longer has is left out; of the audit sample there are none, as
 * nobody who codes it shall see what was said.
 */
export function readAssignedThemes(
  tx: Transaction,
  submissions: readonly string[],
): Promise<AssignedThemeRow[]> {
  return tx.query<AssignedThemeRow>(
    `SELECT c.submission, t AS theme, c.source, c.probability, c.evidence
     FROM coding.current_assignment c JOIN coding.codebook b ON b.code = c.codebook AND b.version = c.codebook_version
     JOIN LATERAL jsonb_array_elements(b.document -> 'themes') t ON t ->> 'code' = c.theme
     WHERE c.submission = ANY ($1) AND c.decision = 'assign' AND NOT EXISTS (SELECT FROM coding.audit_sample x WHERE x.submission = c.submission)
     ORDER BY c.probability DESC, c.theme`,
    [submissions],
  );
}

export function readReleasedQuotes(
  tx: Transaction,
  submissions: readonly string[],
): Promise<{ submission: string; text: string }[]> {
  return tx.query('SELECT submission, text FROM coding.released_quote WHERE submission = ANY ($1)', [
    submissions,
  ]);
}

/**
 * Lets words of an answer be quoted under one of its themes, in the session's name.
 * @returns false where the answer is not for this session. @throws HB001 for words that are not its own as it is shown, HB002 where it does not have the theme,
 * HB003 where other words of the submission are released
 */
export async function releaseSpan(
  tx: Transaction,
  answer: number,
  words: string,
  theme: string,
): Promise<boolean> {
  const [row] = await tx.query<{ done: boolean }>('SELECT coding.release_span($1, $2, $3) AS done', [
    answer,
    words,
    theme,
  ]);
  return row?.done ?? false;
}

/**
 * Takes every wording that was ever released of a submission back, from editions too, in the session's name.
 * @returns false where there is none for this session. @throws HB001 for a reason of under 10 or over 300 letters
 */
export async function takeQuoteBack(tx: Transaction, submission: string, reason: string): Promise<boolean> {
  const [row] = await tx.query<{ done: boolean }>('SELECT coding.take_quote_back($1, $2) AS done', [
    submission,
    reason,
  ]);
  return row?.done ?? false;
}

/**
 * Keeps the words that an analyst lets be quoted, in the session's name.
 * @returns false where the submission is not for this session. @throws HB001 for words that are not the comment's as it is shown, HB003 where others of it are released
 */
export async function releaseQuote(tx: Transaction, submission: string, text: string): Promise<boolean> {
  const [row] = await tx.query<{ done: boolean }>('SELECT coding.release_quote($1, $2) AS done', [
    submission,
    text,
  ]);
  return row?.done ?? false;
}
