import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { fail, ok, type Outcome } from '#domain';
import { held, refused, type FileProblem } from './place.js';

export interface DecodedText {
  text: string;
  encoding: string;
  /** What was taken for granted and must be shown to a person; null where the file or the mapping said it. */
  assumption: string | null;
}

/** Encodings that a mapping may state. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/**
 * Bytes to text, strictly: a byte order mark wins, then the stated encoding, then UTF-8. A file that is none of these is
 * read as Windows-1252 only where every odd byte is one that English writing produces, and says so; else it is held.
 * The replacement character is never produced.
 */
export function decodeText(bytes: Uint8Array, stated: Encoding | null): Outcome<DecodedText, FileProblem> {
  const mark = byteOrderMark(bytes);
  if (mark === 'utf-32')
    return fail(refused('encoding-unknown', 'The file is UTF-32. Save it as UTF-8 and send it again.'));
  if (mark) return strict(bytes, mark, null);
  if (stated) return strict(bytes, stated, null);
  if (looksUtf16(bytes, 1))
    return strict(bytes, 'utf-16le', 'No byte order mark: read as UTF-16 (little endian).');
  if (looksUtf16(bytes, 0))
    return strict(bytes, 'utf-16be', 'No byte order mark: read as UTF-16 (big endian).');
  if (isUtf8(bytes)) return strict(bytes, 'utf-8', null);
  const line = firstBadLine(bytes);
  if (looksWindows1252(bytes))
    return strict(bytes, 'windows-1252', `Not UTF-8 (see line ${line}): read as Windows-1252.`);
  return fail({
    ...held(
      'encoding-unknown',
      `The text is not UTF-8 (see line ${line}) and its encoding can't be told. Say the encoding in the mapping, or save the file as UTF-8.`,
      { encoding: 'windows-1252' },
    ),
    row: line,
  });
}

function strict(
  bytes: Uint8Array,
  encoding: Encoding,
  assumption: string | null,
): Outcome<DecodedText, FileProblem> {
  if (encoding === 'windows-1252' && bytes.some((byte) => UNDEFINED_1252.has(byte)))
    return fail(
      refused(
        'encoding-invalid',
        `The file holds bytes that are not Windows-1252 (see line ${lineOfByte(bytes)}).`,
      ),
    );
  try {
    return ok({ text: decodeAs(bytes, encoding), encoding, assumption });
  } catch {
    const line = encoding === 'utf-8' ? firstBadLine(bytes) : null;
    const where = line === null ? '' : ` (see line ${line})`;
    return fail(refused('encoding-invalid', `The file holds bytes that are not ${encoding}${where}.`, line));
  }
}

/** Some versions of Node read Windows-1252 as Latin-1 (typographic quotes become control characters): iconv-lite reads it right. */
function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === 'windows-1252' || encoding === 'iso-8859-15')
    return iconv.decode(Buffer.from(bytes), encoding);
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

function byteOrderMark(b: Uint8Array): Encoding | 'utf-32' | null {
  if (b[0] === 0xff && b[1] === 0xfe && b[2] === 0 && b[3] === 0 && b.length >= 8) return 'utf-32';
  if (b[0] === 0 && b[1] === 0 && b[2] === 0xfe && b[3] === 0xff) return 'utf-32';
  if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return 'utf-8';
  if (b[0] === 0xff && b[1] === 0xfe) return 'utf-16le';
  if (b[0] === 0xfe && b[1] === 0xff) return 'utf-16be';
  return null;
}

/** Latin text in UTF-16 has a zero in nearly every second byte and hardly any in between. */
function looksUtf16(bytes: Uint8Array, offset: 0 | 1): boolean {
  const sample = bytes.subarray(0, 2000);
  if (sample.length < 4 || bytes.length % 2) return false;
  let zeros = 0;
  let others = 0;
  for (let at = 0; at < sample.length; at++)
    if (sample[at] === 0) {
      if (at % 2 === offset) zeros++;
      else others++;
    }
  return zeros > sample.length * 0.35 && others < sample.length * 0.02;
}

const UNDEFINED_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
/** Euro, ellipsis, typographic quotes, bullet, dashes, no-break space, pound, section, copyright, degree, middle dot, fractions. */
const PUNCTUATION_1252 = new Set([
  0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0xa0, 0xa3, 0xa7, 0xa9, 0xae, 0xb0, 0xb2, 0xb7,
  0xbc, 0xbd, 0xbe,
]);

/** Letters that fit no word, of those that are not ASCII: "Ø 3,4", "à la". Beyond them the text is rather of another encoding. */
const MOST_ODD = 0.1;

function looksWindows1252(bytes: Uint8Array): boolean {
  let fits = 0;
  let odd = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte < 0x80) continue;
    const next = bytes[at + 1] ?? 0;
    // What would be a letter of UTF-8 shows that the file is of two encodings.
    if (byte >= 0xc2 && byte <= 0xf4 && next >= 0x80 && next < 0xc0 && !PUNCTUATION_1252.has(next))
      return false;
    if (PUNCTUATION_1252.has(byte)) fits++;
    else if (byte < 0xc0 || byte === 0xd7 || byte === 0xf7) return false;
    else if (isInWord(bytes, at)) fits++;
    else odd++;
  }
  return odd <= MOST_ODD * (fits + odd);
}

/** An accented letter stands in a word of plain letters; of two side by side, in most languages, one of them does. */
function isInWord(bytes: Uint8Array, at: number): boolean {
  const next = bytes[at + 1] ?? 0;
  if (next >= 0x80 && !PUNCTUATION_1252.has(next)) return false;
  return isPlainLetter(bytes[at - 1]) || isPlainLetter(next);
}

const isPlainLetter = (byte: number | undefined): boolean =>
  byte !== undefined && /[A-Za-z]/.test(String.fromCharCode(byte));

/** Line (from 1) that holds the first bytes that are not UTF-8. A line break is never part of a longer character. */
function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start <= bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    const stop = end < 0 ? bytes.length : end;
    if (!isUtf8(bytes.subarray(start, stop)) || end < 0) return line;
    start = end + 1;
  }
  return line;
}

function lineOfByte(bytes: Uint8Array): number {
  const at = bytes.findIndex((byte) => UNDEFINED_1252.has(byte));
  return bytes.subarray(0, at).reduce((lines, byte) => lines + (byte === 0x0a ? 1 : 0), 1);
}
