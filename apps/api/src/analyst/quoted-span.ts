import { shownWords } from '#statements';
import { stretchesOf, type Mask, type Span } from './stretches.js';

/** A comment as it is shown: what is masked stands as `[name removed]`. */
export const shownText = ({ text, masks }: { text: string; masks: readonly Mask[] }): string =>
  shownWords(stretchesOf(text, masks, []));

/**
 * Where a span of a comment as it is shown stands in its text; one that touches a mask takes all of it in. Null where it is empty.
 * Places are those of the repaired text, to which masks and evidence count too.
 */
export function spanInText(
  { text, masks }: { text: string; masks: readonly Mask[] },
  { start, end }: Span,
): Span | null {
  if (end <= start) return null;
  let shown = 0;
  let found = null as Span | null;
  for (const stretch of stretchesOf(text, masks, [])) {
    const [from, to] = [shown, (shown += shownWords([stretch]).length)];
    if (to <= start || end <= from) continue;
    const here = stretch.masked
      ? stretch
      : {
          start: stretch.start + Math.max(start - from, 0),
          end: stretch.end - Math.max(to - end, 0),
        };
    found = { start: found?.start ?? here.start, end: here.end };
  }
  return found && wholeCharacters(text, found);
}

/** A span that begins or ends within a character takes it in. */
const wholeCharacters = (text: string, { start, end }: Span): Span => ({
  start: withinCharacter(text, start) ? start - 1 : start,
  end: withinCharacter(text, end) ? end + 1 : end,
});

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
