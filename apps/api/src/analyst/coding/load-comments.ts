import {
  readAssignmentHistory,
  readCommentsToCode,
  readPersonsCodings,
  recordLook,
  type Transaction,
} from '#store';
import type { CommentToCode } from './coding.type.js';
import { commentToCode, type MarksOf } from './comment-shape.js';

/**
 * Comments with what may be shown of them; that they were is recorded. One of the audit sample stays blind, whoever asks.
 * @param show what the coder says; what people said
 * @param marksOf what else is to be marked in the words of an answer
 */
export async function loadComments(
  tx: Transaction,
  ids: readonly string[],
  show: { coder: boolean; people: boolean },
  marksOf?: MarksOf,
): Promise<CommentToCode[]> {
  if (ids.length === 0) return [];
  const rows = await readCommentsToCode(tx, ids);
  if (rows.length > 0) await recordLook(tx, 'comments-read', 'coding', { comments: rows.length });
  const history = await readAssignmentHistory(tx, ids);
  const codings = await readPersonsCodings(tx, ids);
  return rows.map((row) => {
    const own = { coder: show.coder && !row.audited, people: show.people && !row.audited };
    const of = <T extends { submission: string }>(all: T[]): T[] =>
      all.filter(({ submission }) => submission === row.submission);
    return commentToCode(row, of(history), of(codings), own, marksOf);
  });
}
