import type { Span } from '../contract.js';

/** A stretch of a text that is judged by itself. */
export interface Piece {
  text: string;
  span: Span;
}

/** A text up to so long (characters) is judged as a whole too: what one sentence leaves open the next may say. */
const SHORT = 240;

/** A sentence of fewer words says nothing by itself ("Please help."): it belongs to the one before. */
const FEWEST_WORDS = 5;

/**
 * What of a text is judged for risk: each of its sentences, because one among many says it, and a short text as a whole. Sentences end with
 * a full stop, a question or exclamation mark before a space, or with the line.
 */
export function riskPieces(text: string): Piece[] {
  const spans: Span[] = [];
  for (const { 0: found, index } of text.matchAll(/[^\n]+?(?:[.!?…](?=\s)|(?=\n)|$)/g)) {
    const start = index + (found.length - found.trimStart().length);
    const said = found.trim();
    if (!/\p{L}/u.test(said)) continue;
    const before = spans.at(-1);
    const end = start + said.length;
    if (before && said.split(/\s+/).length < FEWEST_WORDS) before.end = end;
    else spans.push({ start, end });
  }
  const [first, last] = [spans[0], spans.at(-1)];
  if (first && last && first !== last && last.end - first.start <= SHORT)
    spans.push({ start: first.start, end: last.end });
  return spans.map((span) => ({ text: text.slice(span.start, span.end), span }));
}
