import type { Word } from './words.js';

const ENGLISH = new Set(
  `the a an and or but of to in on at for with is are was were be been it its it's i we you they he she my our your their
  this that these those there not no don't have has had do does did can could would should will more very so too all as from
  by about what when where who which if because get people need good bad`.split(/\s+/),
);

const OTHERS: Record<string, string[]> = {
  pl: 'jest nie się że na do to jak ale są dla tego bardzo'.split(' '),
  ro: 'este nu și să în pe sunt foarte pentru cu mai care'.split(' '),
  fr: 'le les des est une je nous pas dans pour que qui avec sur'.split(' '),
  es: 'el los las es una que no por para con muy pero está'.split(' '),
  pt: 'os não uma que para com muito mas está são é na'.split(' '),
  de: 'der die das ist nicht und ein eine ich wir für mit sehr'.split(' '),
  it: 'il gli è una che non per con molto sono della ci'.split(' '),
};

/**
 * The language of a text as a two-letter code, for the few cases where that can be told by simple means: `en` unless
 * most letters are outside the Latin script (`und`) or the small words of another language outnumber the English ones.
 * Texts of fewer than four words count as English.
 */
export function languageOf(text: string, words: Word[]): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters >= 4 && latin < letters / 2) return 'und';
  if (words.length < 4) return 'en';
  const english = words.filter((word) => ENGLISH.has(word.text)).length;
  let best = 'en';
  let most = english;
  for (const [language, small] of Object.entries(OTHERS)) {
    const count = words.filter((word) => small.includes(word.text)).length;
    if (count > most && count >= 2) [best, most] = [language, count];
  }
  return best;
}
