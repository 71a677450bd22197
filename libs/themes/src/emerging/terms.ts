import { STOP_WORDS } from '../discover/names.js';
import { piecesOf } from '../discover/clauses.js';

const SHORTEST = 3;
/** Said everywhere about anything: alone no subject. */
const SAID_OF_ANYTHING = new Set(
  `people person thing things way time times day days week weeks month months year years place area areas lot lots bit good bad great nice better best worse worst
  lovely happy know want feel felt think thought thank thanks please going went come came seen see say said told use used using make made give given look looking
  work working help keep put since again always nothing something anything everything everyone anyone someone right really quite never today yesterday last next
  first two three one four five big small little long round around etc`.split(/\s+/),
);

/** A word or a pair of words as it is counted, and how it was written. */
export interface Term {
  key: string;
  written: string;
}

/**
 * What a comment speaks of, each once: its words but the smallest, and pairs of neighbours of these within a clause. Plural and singular
 * are one. @param text with what is personal taken out
 */
export function termsOf(text: string): Term[] {
  const terms = new Map<string, string>();
  for (const piece of piecesOf(text)) {
    let before: Term | null = null;
    for (const [word] of piece.toLowerCase().matchAll(/\p{L}[\p{L}\p{N}]*(?:['’]\p{L}+)*/gu)) {
      const written: string = word.replace(/['’]s$/u, '');
      const small = written.length < SHORTEST || STOP_WORDS.has(word) || STOP_WORDS.has(written);
      const own: Term | null = small ? null : { key: singular(written), written };
      if (own && !SAID_OF_ANYTHING.has(written)) terms.set(own.key, own.written);
      if (own && before) terms.set(`${before.key} ${own.key}`, `${before.written} ${own.written}`);
      before = own;
    }
  }
  return [...terms].map(([key, written]) => ({ key, written }));
}

const IRREGULAR = new Map([
  ['buses', 'bus'],
  ['children', 'child'],
  ['men', 'man'],
  ['women', 'woman'],
  ['knives', 'knife'],
  ['thieves', 'thief'],
]);

/** The word without what makes it several in English; what it can't tell it leaves. */
function singular(word: string): string {
  const known = IRREGULAR.get(word);
  if (known) return known;
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (/(?:ches|shes|xes|sses)$/.test(word)) return word.slice(0, -2);
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  return word.slice(0, -1);
}
