/** The bytes 0x80 to 0x9f of windows-1252, in order; those that it leaves open stand for themselves. */
const WINDOWS =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

export const windowsCharacter = (byte: number): string => WINDOWS[byte - 0x80] ?? String.fromCharCode(byte);

const BYTES = new Map<string, number>(
  Array.from({ length: 128 }, (_, at) => {
    const byte = 0x80 + at;
    return [byte < 0xa0 ? windowsCharacter(byte) : String.fromCharCode(byte), byte];
  }),
);

const classOf = (from: number, to: number): string =>
  [...BYTES]
    .filter(([, byte]) => byte >= from && byte <= to)
    .map(([letter]) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
// A no-break space inside is often a plain one by now: 0xA0 is a continuation byte.
const NEXT = `[${classOf(0x80, 0xbf)}]`;

/** Characters that are the bytes of one UTF-8 character, each read by windows-1252. */
export const DOUBLE_ENCODED = new RegExp(
  `[${classOf(0xc2, 0xdf)}]${NEXT}|[${classOf(0xe0, 0xef)}]${NEXT}{2}|[${classOf(0xf0, 0xf4)}]${NEXT}{3}`,
  'g',
);

/** Decoded characters that nobody meant: an accented capital before a quotation mark or an ellipsis looks like one of these. */
const UNLIKELY = /[\u0080-\u009f\u0180-\u0217\u021c-\u02c5\u0700-\u08ff]/;
const decoder = new TextDecoder('utf-8', { fatal: true });

/** The character that was meant; the match itself where its bytes are none, or an unlikely one. */
export function decodedOf([match]: RegExpExecArray): string {
  try {
    const decoded = decoder.decode(Uint8Array.from([...match], (letter) => BYTES.get(letter)!));
    return UNLIKELY.test(decoded) ? match : decoded === '\u00a0' ? ' ' : decoded;
  } catch {
    return match;
  }
}
