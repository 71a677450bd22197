import type { FoundCommentRow } from '#store';
import type { FoundSegment } from './find.type.js';

interface Span {
  start: number;
  end: number;
}

const [OPEN, CLOSE] = ['\uE000', '\uE001'];

/** Places of asked words in a text, from the copy in which they stand between marks. */
export function askedSpans(marked: string): Span[] {
  const spans: Span[] = [];
  let [at, start] = [0, 0];
  for (const character of marked)
    if (character === OPEN) start = at;
    else if (character === CLOSE) spans.push({ start, end: at });
    else at += character.length;
  return spans;
}

/** A text cut wherever something begins or ends; what is personal is left out, and its kind said in its place. */
export function segmentsOf(
  { text, masks }: Pick<FoundCommentRow, 'text' | 'masks'>,
  asked: readonly Span[],
  near: Span | null,
): FoundSegment[] {
  const spans = [...masks.map(({ span }) => span), ...asked, ...(near ? [near] : [])];
  const inMask = (at: number): boolean => masks.some(({ span }) => span.start < at && at < span.end);
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])]
    .filter((at) => at >= 0 && at <= text.length && !inMask(at))
    .sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1]!;
    const within = (span: Span): boolean => span.start <= start && end <= span.end;
    const mask = masks.find(({ span }) => within(span));
    return {
      text: mask ? '' : text.slice(start, end),
      masked: mask?.type ?? null,
      asked: !mask && asked.some(within),
      near: !mask && near !== null && within(near),
    };
  });
}
