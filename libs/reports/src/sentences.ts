import { type FigureShow, isOfThemeAlone, type Part, themeOf } from './text.js';

/** A sentence with what it is about: what is said of a figure or a theme is said in its sentence. */
export interface Sentence {
  words: string;
  /**
   * Theme of each figure in it, null where the figure is of none; then themes that it calls by their names. `whole`: in the whole city, cut by
   * nothing beside the theme.
   */
  about: { theme: string | null; name: string; show: FigureShow | null; whole: boolean }[];
}

/** Begins a sentence that goes on about what the one before it was about. */
const GOES_ON = /^\W*(?:it|this|that|these|they|both|such)\b/i;

/**
 * Sentences of a text. One without a figure or a theme's name that begins with "it", "this" or the like is about what the sentence before it
 * was about.
 * @param names of themes, by code
 */
export function sentencesOf(parts: readonly Part[], names: ReadonlyMap<string, string>): Sentence[] {
  const sentences: Sentence[] = [{ words: '', about: [] }];
  for (const part of parts) {
    if (part.kind === 'figure')
      sentences.at(-1)!.about.push({
        theme: themeOf(part.id),
        name: part.id,
        show: part.show,
        whole: isOfThemeAlone(part.id),
      });
    if (part.kind !== 'words') continue;
    part.text.split(/(?<=[.!?;\n])\s+/).forEach((piece, at) => {
      if (at > 0) sentences.push({ words: '', about: [] });
      sentences.at(-1)!.words += ` ${piece}`;
    });
  }
  const called = [...names].map(([theme, name]) => ({ theme, name, says: wordsOf(name) }));
  let before: Sentence['about'] = [];
  return sentences.map(({ words, about }) => {
    const named = called.flatMap(({ theme, name, says }) =>
      says.test(words) ? [{ theme, name, show: null, whole: true }] : [],
    );
    const own = [...about, ...named];
    const of = own.length === 0 && GOES_ON.test(words) ? before : own;
    if (words.trim()) before = of;
    return { words, about: of };
  });
}

const wordsOf = (name: string, flags = 'iu'): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, flags);

/** Whether words call a place by its name, with its capitals: Ham is one, ham is none. */
export const callsPlace = (words: string, place: string): boolean => wordsOf(place, 'u').test(words);
