import type { safeguardingReasons } from '#themes';
import type { CommentSegment, CommentToCode } from './coding.type.js';

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

function marked({ text }: CommentSegment, reasonsOf: typeof safeguardingReasons): CommentSegment[] {
  const reasons = reasonsOf(text);
  const cuts = new Set([0, text.length, ...reasons.flatMap(({ span }) => [span.start, span.end])]);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, i) => {
    const end = places[i + 1]!;
    const here = reasons.filter(({ span }) => span.start < end && start < span.end);
    return { text: text.slice(start, end), masked: null, themes: [...new Set(here.map(({ kind }) => kind))] };
  });
}
