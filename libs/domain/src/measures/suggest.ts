import { MEASURES } from './measures.js';
import type { Measure, Wording } from './measure.js';

/** A closed question that may ask a measure, as the hub guesses; a person confirms or not. */
export interface Suggestion {
  measure: Measure;
  wording: Wording;
  /** 0 to 1: how alike the words are. 1: the same but for case, blanks and signs. */
  alike: number;
}

/** Words that differ more than this are another question. */
const LEAST_ALIKE = 0.6;

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/\([^)]*\)/g, ' ')
    .split(/[^a-z0-9']+/)
    .filter(Boolean);

/**
 * The measure that a question asks, by its wording and its options: the wording most alike (Dice's coefficient of their words), if
 * every option that counts is among the question's own. Never confirmed by itself.
 */
export function suggestMeasure(text: string, options: readonly string[]): Suggestion | null {
  const own = new Set(options.map((option) => wordsOf(option).join(' ')));
  let best: Suggestion | null = null;
  for (const measure of MEASURES)
    for (const wording of measure.wordings) {
      if (!wording.counts.every((option) => own.has(wordsOf(option).join(' ')))) continue;
      const alike = likeness(wordsOf(text), wordsOf(wording.text));
      if (alike >= LEAST_ALIKE && alike > (best?.alike ?? 0)) best = { measure, wording, alike };
    }
  return best;
}

/** Options of a question that count in a measure's wording, by label. */
export function countedOptions(
  wording: Wording,
  options: readonly { code: string; label: string }[],
): string[] {
  const wanted = new Set(wording.counts.map((option) => wordsOf(option).join(' ')));
  return options.filter(({ label }) => wanted.has(wordsOf(label).join(' '))).map(({ code }) => code);
}

function likeness(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [new Set(one), new Set(other)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
