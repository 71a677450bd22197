export interface Sentence {
  from: number;
  to: number;
  words: string;
}

/** The sentences of a text with their places. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const { index, 0: found } of text.matchAll(/[^.!?\n]+(?:[.!?]+|\n|$)/g)) {
    const words = found.trim();
    if (!/[\p{L}\p{N}]/u.test(words)) continue;
    const from = index + found.indexOf(words);
    sentences.push({ from, to: from + words.length, words });
  }
  return sentences;
}
