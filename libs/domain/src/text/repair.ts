import { decodedOf, DOUBLE_ENCODED, windowsCharacter } from './double-encoded.js';
import { ENTITY, entityOf } from './entities.js';
import { Traced } from './traced.js';

/** What was mended in a text. */
export type Repair = 'entities' | 'markup' | 'encoding' | 'unseen' | 'apostrophes';

export interface RepairedText {
  text: string;
  /** Empty where the text is as it came. */
  repairs: Repair[];
  /** Place in the original of a place in `text`. */
  placeOf(place: number): number;
}

/** Worth a closer look: most texts hold nothing of this and are passed over at once. */
const SUSPECT =
  /[&<\u0384\u055a\u05f3\u1fbd\u1fbf\u1ffd\u2035\u275b\u275c\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u00a0\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u202f\ufeff\ufffd\u00d5]|[A-Za-z]\?[a-z]|[\u00c2-\u00f4][^\w\s]/;
const TAG =
  /<\/?(?:p|br|div|span|b|i|u|em|strong|ul|ol|li|a|h[1-6]|font|blockquote|sub|sup|small|table|tbody|tr|td|th)(?:\s[^<>]*)?\/?>/gi;
const BREAKS = /^<\/?(?:p|br|div|ul|ol|li|h|blockquote|t)/i;
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200d\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const NO_BREAK = /[\u00a0\u202f\u2007]/g;
/** What follows an apostrophe in English: a sign that stands in its place was lost on the way. */
const LOST = /(?<=[A-Za-z])[?\ufffd\u00d5](?=(?:t|s|re|ve|ll|m|d)(?![\p{L}\p{N}]))/gu;
const LOST_FIRST = /(?<=[A-Za-z])[\u00d5\ufffd](?=(?:T|S|RE|VE|LL|M|D)(?![\p{L}\p{N}]))/gu;
/** Signs of other scripts and ornaments that only look like one, between Latin letters. */
const LOOKALIKE = /(?<=[A-Za-z])[\u0384\u055a\u05f3\u1fbd\u1fbf\u1ffd\u2035\u275b\u275c](?=[A-Za-z])/g;

/**
 * A text as it was meant, where that is certain: character references and simple tags (twice, for tools that escape what others
 * escaped), UTF-8 that was read as windows-1252 (twice), apostrophes that MacRoman, a lost character or another script left as another sign,
 * control, zero-width and no-break characters. Spelling, case and punctuation are people's own and stay.
 */
export function repairText(original: string): RepairedText {
  if (!SUSPECT.test(original)) return { text: original, repairs: [], placeOf: (place) => place };
  const traced = Traced.of(original);
  const repairs = new Set<Repair>();
  const mend = (repair: Repair, pattern: RegExp, by: (match: RegExpExecArray) => string): void => {
    if (traced.replace(pattern, by) > 0) repairs.add(repair);
  };
  for (let round = 0; round < 2; round++) {
    mend('entities', ENTITY, (match) => entityOf(match, windowsCharacter));
    mend('encoding', DOUBLE_ENCODED, decodedOf);
  }
  mend('markup', TAG, ([tag]) => (BREAKS.test(tag) ? '\n' : ''));
  mend('apostrophes', LOST, () => "'");
  mend('apostrophes', LOST_FIRST, () => "'");
  mend('apostrophes', LOOKALIKE, () => "'");
  mend('unseen', NO_BREAK, () => ' ');
  mend('unseen', UNSEEN, ([sign]) => (sign === '\u200d' && hasEmoji(original) ? sign : ''));
  if (repairs.has('markup')) trim(traced);
  return { text: traced.text, repairs: [...repairs], placeOf: (place) => traced.placeOf(place) };
}

/** Zero-width joiners make one picture of several. */
const hasEmoji = (text: string): boolean => /\p{Extended_Pictographic}/u.test(text);

function trim(traced: Traced): void {
  traced.replace(/\n{3,}/g, () => '\n\n');
  traced.replace(/^\s+|\s+$/g, () => '');
}

/** Lengths at which spreadsheets and databases cut a text. */
const CUT_AT = [255, 32_767];

/** Whether a text has the very length at which a program on its way would have cut it. */
export const mayBeCut = (original: string): boolean => CUT_AT.includes(original.length);

/** A text with its character references read, as a browser reads them. */
export const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(ENTITY, (...found) => entityOf(found as unknown as RegExpExecArray, windowsCharacter))
    : text;
