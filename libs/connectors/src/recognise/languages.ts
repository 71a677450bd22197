import { finding } from './meaning.js';
import type { Recognition } from './recognition.js';

const CODES =
  'en|cy|gd|ga|gv|kw|fr|es|ca|pt|pl|ro|it|de|nl|ar|ur|pa|bn|gu|hi|so|sw|tr|uk|ru|zh|fa|ku|eu|gl|sv|fi|no|da|hu|cs|sk|lt|lv|bg|el';
const LOCAL = new RegExp(`^(.+?)\\s*(?:[/_.:]|\\(|\\[|\\s-\\s)\\s*(${CODES})(?:-[a-z]{2})?[)\\]]?$`, 'i');

/** Name of a column without its language, and the language; null where the label names none. */
export function languageOf(label: string): { base: string; language: string } | null {
  const match = LOCAL.exec(label);
  return match ? { base: match[1]!.trim(), language: match[2]!.toLowerCase() } : null;
}

/**
 * The same question in a column for each language ("title/en", "title/cy"): the first that holds answers reads them all, and
 * hardly any row may fill two of them.
 * @returns places of the other columns, by the place of the first
 */
export function findLanguages({ labels, findings, profiles }: Recognition): Map<number, number[]> {
  const found = new Map<number, number[]>();
  const bases = new Map<string, number[]>();
  labels.forEach(({ label }, at) => {
    const own = languageOf(label);
    if (!own || findings[at]!.meaning.as !== 'question') return;
    bases.set(own.base, [...(bases.get(own.base) ?? []), at]);
  });
  for (const [, places] of bases) {
    if (places.length < 2) continue;
    const rows = profiles[places[0]!]!.rows;
    const filled = places.reduce((sum, at) => sum + profiles[at]!.filled, 0);
    // Translations of the same text fill all of them: then the first is read and nothing is lost.
    const [first, ...others] = [...places].sort((a, b) => profiles[b]!.filled - profiles[a]!.filled || a - b);
    found.set(first!, others);
    for (const at of others)
      findings[at] = finding(
        { as: 'ignore', what: 'another language' },
        0.85,
        filled > rows * 1.5
          ? 'The same in another language.'
          : 'Answers in another language, read with the first.',
      );
  }
  return found;
}
