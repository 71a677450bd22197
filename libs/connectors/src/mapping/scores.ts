const NUMBER = String.raw`[+-]?\d+(?:\.\d+)?`;
/** `3/5`, `10 out of 10`, `4 of 5`, whatever words follow. */
const OUT_OF = new RegExp(String.raw`^(${NUMBER})\s*(?:/|out\s+of|of)\s*(${NUMBER})(?:\s*[^\d]*)?$`, 'iu');
/** `5 - Very safe`, `5: safe`, `5 (safe)`, `5 stars`: one number, then words without another. */
const THEN_WORDS = new RegExp(String.raw`^(${NUMBER})\s*[-\u2013\u2014:=.)(]?\s*\p{L}[^\d]*$`, 'u');
/** `Very safe (5)`, `Very safe - 5`. */
const AFTER_WORDS = new RegExp(String.raw`^\p{L}[^\d]*[-\u2013\u2014:=(]\s*(${NUMBER})\)?$`, 'u');
const STARS = /^([\u2605\u2b50]\ufe0f?){1,10}[\u2606]{0,10}$/u;

/**
 * The score that a cell gives in other than bare figures: with its label beside it, out of how many, or in stars.
 * @returns null where the cell gives none, or could mean two ("7 or 8", "6/5")
 */
export function parseScore(cell: string): number | null {
  const text = cell.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (STARS.test(text)) return [...text.matchAll(/[\u2605\u2b50]/gu)].length;
  const outOf = OUT_OF.exec(text);
  if (outOf) return Number(outOf[1]) <= Number(outOf[2]) ? Number(outOf[1]) : null;
  const found = THEN_WORDS.exec(text) ?? AFTER_WORDS.exec(text);
  return found ? Number(found[1]) : null;
}
