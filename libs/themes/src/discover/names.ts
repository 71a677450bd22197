import type { EmbeddingLookup } from '../embed/contract.js';
import { piecesOf } from './clauses.js';
import { nearnessOf } from './nearness.js';

/** Words that stand at no end of a phrase. */
export const STOP_WORDS = new Set(
  `a an and are as at be been being but by can could did do does for from had has have having he her him his how i if in into is it its it's just
  like me more most my no not of on one only or other our out over own she should so some such than that the their them then there these they this those
  to too up us very was we were what when where which while who whom why will with would you your about after all also am any because before between both
  don't each even ever few get got here i'm i've it'd it'll let lot make many may might much must need needs new now off often once really said same see
  still take that's think through under until want way well within without yes yet you're`.split(/\s+/),
);
const LONGEST = 3;
const PHRASES = 4;

/**
 * Names for groups of texts: phrases of up to three words, no stop word at their ends, that mark a group off from all others (class
 * TF-IDF; Grootendorst, 2022) and are near to what it says (docs/decisions/0056), four each, none within another.
 * @param words vectors of texts by their words; null where there are none: then by counts alone
 */
export function groupNames(
  texts: readonly string[],
  groups: readonly number[],
  of: number,
  words: EmbeddingLookup | null,
): string[][] {
  const counts = Array.from({ length: of }, () => new Map<string, number>());
  const everywhere = new Map<string, number>();
  texts.forEach((text, i) => {
    const own = counts[groups[i]!];
    for (const phrase of phrasesOf(text)) {
      own?.set(phrase, (own.get(phrase) ?? 0) + 1);
      everywhere.set(phrase, (everywhere.get(phrase) ?? 0) + 1);
    }
  });
  const mean = texts.length / of;
  const nearness = words && of > 1 ? nearnessOf(texts, groups, of, words) : null;
  return counts.map((own, group) => {
    const phrases = [...own].flatMap(([phrase, n]) => (n > 1 || !phrase.includes(' ') ? [phrase] : []));
    const near = nearness?.[group]!(phrases);
    const ranked = phrases
      .map((phrase, at) => ({
        phrase,
        weight:
          own.get(phrase)! *
          Math.log(1 + mean / everywhere.get(phrase)!) *
          (phrase.includes(' ') ? 1.3 : 1) *
          Math.sqrt(near?.[at] ?? 1),
      }))
      .sort((a, b) => b.weight - a.weight || (a.phrase < b.phrase ? -1 : 1));
    return chosenOf(ranked.map(({ phrase }) => phrase));
  });
}

/** The first so many, none within another. */
function chosenOf(ranked: readonly string[]): string[] {
  const chosen: string[] = [];
  for (const phrase of ranked) {
    if (chosen.length === PHRASES) break;
    if (!chosen.some((known) => known.includes(phrase) || phrase.includes(known))) chosen.push(phrase);
  }
  return chosen;
}

/** Each phrase of a text once. */
function phrasesOf(text: string): Set<string> {
  const phrases = new Set<string>();
  for (const piece of piecesOf(text)) {
    const words = piece.toLowerCase().match(/[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu) ?? [];
    for (let from = 0; from < words.length; from++)
      for (let to = from + 1; to <= Math.min(from + LONGEST, words.length); to++) {
        if (STOP_WORDS.has(words[from]!) || STOP_WORDS.has(words[to - 1]!) || words[to - 1]!.length < 3)
          continue;
        phrases.add(words.slice(from, to).join(' '));
      }
  }
  return phrases;
}
