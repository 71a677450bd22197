/** A word of a text, lower case, with its place (character offsets, end exclusive). */
export interface Word {
  text: string;
  start: number;
  end: number;
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;

/**
 * Splits text into lower-case words; hyphens part words, straight and curly apostrophes are made equal.
 * @param most the first so many words only
 */
export function wordsOf(text: string, most = Infinity): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    if (words.length === most) break;
    const start = match.index;
    const raw = match[0];
    words.push({ text: raw.toLowerCase().replaceAll('’', "'"), start, end: start + raw.length });
  }
  return words;
}
