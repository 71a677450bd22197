import { fold, given } from './text.js';

/** A person's name in parts, folded; empty strings where nothing was given. */
export interface NameParts {
  /** First given name. */
  first: string;
  /** Further given names, spaced. */
  middle: string;
  /** Family name; hyphens are spaces, particles are joined on (`van der berg` is `vanderberg`). */
  family: string;
}

const TITLES = new Set(
  'mr mrs ms miss mx dr prof professor rev revd reverend sir dame lady lord cllr councillor master'.split(
    ' ',
  ),
);
const SUFFIXES = new Set('jr jnr junior sr snr senior esq obe mbe cbe phd bsc'.split(' '));
const PARTICLES = new Set(
  'de la le du di da del van von der den ten ter al el bin ibn st mac mc o d saint'.split(' '),
);

/** Words of a name: apostrophes and full stops closed up, everything but letters a space, titles dropped. */
export function nameWords(value: string | null | undefined): string[] {
  const text = given(value);
  if (text === '') return [];
  const words = fold(text)
    .replace(/['’`.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const kept = words.filter((word) => !TITLES.has(word) && !SUFFIXES.has(word));
  return kept.length > 0 ? kept : words;
}

function joinParticles(words: string[]): string[] {
  const joined: string[] = [];
  let prefix = '';
  words.forEach((word, at) => {
    if (PARTICLES.has(word) && at < words.length - 1) prefix += word;
    else {
      joined.push(prefix + word);
      prefix = '';
    }
  });
  return joined;
}

/** Splits a whole name: `Smith, John Paul` and `John Paul Smith` alike. */
function splitFullName(fullName: string): { givenWords: string[]; familyWords: string[] } {
  const comma = fullName.indexOf(',');
  if (comma > 0) {
    const familyWords = joinParticles(nameWords(fullName.slice(0, comma)));
    const givenWords = nameWords(fullName.slice(comma + 1));
    if (givenWords.length > 0) return { givenWords, familyWords };
  }
  const hyphened = fold(fullName).match(/(\p{L}{2,}-\p{L}{2,})\s*$/u);
  if (hyphened !== null) {
    return { givenWords: nameWords(fullName.slice(0, hyphened.index)), familyWords: nameWords(hyphened[1]) };
  }
  const [first, ...rest] = nameWords(fullName);
  const words = first === undefined ? [] : [first, ...joinParticles(rest)];
  if (words.length < 2) return { givenWords: [], familyWords: words };
  return { givenWords: words.slice(0, -1), familyWords: words.slice(-1) };
}

/** Name parts from separate fields, or from the whole name where those are absent. */
export function standardiseName(
  givenName: string | null | undefined,
  familyName: string | null | undefined,
  fullName: string | null | undefined,
): NameParts {
  let givenWords = nameWords(givenName);
  let familyWords = joinParticles(nameWords(familyName));
  if (givenWords.length === 0 || familyWords.length === 0) {
    const whole = splitFullName(given(fullName));
    if (givenWords.length === 0) givenWords = whole.givenWords;
    if (familyWords.length === 0) familyWords = whole.familyWords;
  }
  return { first: givenWords[0] ?? '', middle: givenWords.slice(1).join(' '), family: familyWords.join(' ') };
}
