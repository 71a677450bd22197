import type { safeguardingReasons } from '#themes';
import type { CommentSegment, CommentToCode } from './coding.type.js';
import { segmentsOf } from './comment-shape.js';

/** A comment with the words marked that may mean danger; the marks name kinds of risk. */
export const withReasons = (
  comment: CommentToCode,
  reasonsOf: typeof safeguardingReasons,
): CommentToCode => ({
  ...comment,
  parts: comment.parts.map((part) => ({
    ...part,
    segments: part.segments.flatMap((segment) => (segment.masked ? [segment] : marked(segment, reasonsOf))),
  })),
});

const marked = ({ text }: CommentSegment, reasonsOf: typeof safeguardingReasons): CommentSegment[] =>
  segmentsOf(
    text,
    [],
    reasonsOf(text).map(({ kind, span }) => ({ theme: kind, span })),
  );
