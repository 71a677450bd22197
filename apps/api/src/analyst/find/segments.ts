import type { FoundCommentRow } from '#store';
import { stands, stretchesOf, type Span } from '../stretches.js';
import type { FoundSegment } from './find.type.js';

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

/** A comment's stretches: which of them were asked for, and which come nearest in meaning. Neither is told of what is personal. */
export function segmentsOf(
  { text, masks }: Pick<FoundCommentRow, 'text' | 'masks'>,
  asked: readonly Span[],
  near: Span | null,
): FoundSegment[] {
  return stretchesOf(text, masks, [...asked, ...(near ? [near] : [])]).map((stretch) => ({
    text: stretch.text,
    masked: stretch.masked,
    asked: stretch.masked === null && asked.some((span) => stands(span, stretch)),
    near: stretch.masked === null && near !== null && stands(near, stretch),
  }));
}
