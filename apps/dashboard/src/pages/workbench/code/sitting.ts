import type { CommentFragment } from '../../../gql/graphql';

export type Comment = CommentFragment;

/** One comment of the sitting, and what was said of it. */
export interface Seat {
  comment: Comment;
  /** Number of the coding once it is signed. */
  signed: string | null;
}

/**
 * The sitting with another comment in the place of one that is no longer on the pile; without that place where no other waits.
 * @param at place of the comment that went
 * @param waiting what lies on the pile now, in its order
 */
export function withAnother(list: readonly Seat[], at: number, waiting: readonly Comment[]): Seat[] {
  const seated = new Set(list.map(({ comment }) => comment.submission));
  const other = waiting.find(({ submission }) => !seated.has(submission));
  return list.flatMap((seat, i) => (i !== at ? [seat] : other ? [{ comment: other, signed: null }] : []));
}
