import { shownWords } from '#statements';
import { stretchesOf, type Mask, type Span } from './stretches.js';

/** A comment as it is shown: what is masked stands as `[name removed]`. */
export const shownText = ({ text, masks }: { text: string; masks: readonly Mask[] }): string =>
  shownWords(stretchesOf(text, masks, []));

/** A span of a comment as it is shown. One that ends within a mask or a character ends before it; one that begins within it begins behind it. */
export function quotedSpan(comment: { text: string; masks: readonly Mask[] }, { start, end }: Span): string {
  const shown = shownText(comment);
  let [from, to] = [Math.max(0, start), Math.min(shown.length, end)];
  for (const { index, 0: mask } of shown.matchAll(/\[[A-Za-z -]+ removed\]/g)) {
    const behind = index + mask.length;
    if (index < from && from < behind) from = behind;
    if (index < to && to < behind) to = index;
  }
  if (withinCharacter(shown, from)) from += 1;
  if (withinCharacter(shown, to)) to -= 1;
  return shown.slice(from, Math.max(from, to)).trim();
}

/** Characters beyond the first 65,536 take two places. */
const withinCharacter = (text: string, at: number): boolean =>
  /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1));
