/** What was asked once, as it is looked through: words as they are indexed, each once. */
export interface Wording {
  words: readonly string[];
  /** Words of what it was asked in: a general question is about what its survey was about. */
  about: readonly string[];
}

/** What a word counts that stands in the title of a survey and not in the question. */
const OF_TITLE = 0.5;
/** So much of what is asked, by how much its words tell, must stand in a wording for it to be about the same. */
const LEAST = 0.34;

/**
 * Wordings that hold words of what is asked, the best first: the sum of how rare each word is among all (Robertson and Zaragoza 2009, without
 * the length: questions are short). A wording that holds but the common words of what is asked is left out.
 * @param asked words as they are indexed, each once
 * @returns places in the list
 */
export function wordingsByWords(asked: readonly string[], wordings: readonly Wording[]): number[] {
  const held = wordings.map(({ words, about }) => ({ words: new Set(words), about: new Set(about) }));
  const tells = asked.map((word) => {
    const many = held.filter(({ words, about }) => words.has(word) || about.has(word)).length;
    return Math.log(1 + (wordings.length - many + 0.5) / (many + 0.5));
  });
  const whole = tells.reduce((sum, one) => sum + one, 0);
  const scored = held.map(({ words, about }, at) => {
    let [score, share] = [0, 0];
    asked.forEach((word, n) => {
      if (!words.has(word) && !about.has(word)) return;
      share += tells[n]!;
      score += words.has(word) ? tells[n]! : OF_TITLE * tells[n]!;
    });
    return { at, score, share };
  });
  return scored
    .filter(({ share }) => share > 0 && share >= LEAST * whole)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .map(({ at }) => at);
}
