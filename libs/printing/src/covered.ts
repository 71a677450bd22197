/** What stands for a sign that no font of ours has. */
const NOT_IN_FONT = '□';

/**
 * Writes a text with signs of a font alone: a PDF whose signs can't be read out is none of PDF/UA-1, and the typesetter refuses it. Marks
 * that are never drawn (joiners, variants) go; of a sign made of several none remains but one empty square.
 * @param has whether the font has a code point
 */
export function covered(text: string, has: (codePoint: number) => boolean): string {
  let written = '';
  let missing = false;
  for (const sign of text.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')) {
    const there = sign === '\n' || sign === '\t' || has(sign.codePointAt(0)!);
    if (there) written += sign;
    else if (!missing) written += NOT_IN_FONT;
    missing = !there;
  }
  return written;
}

/**
 * Code points that a TrueType or OpenType font has a sign for, by its `cmap` table, subtables of format 12 and 4 (OpenType 1.9,
 * "cmap - Character to Glyph Index Mapping Table").
 * @throws Error where the font has neither
 */
export function codePointsOf(font: Buffer): (codePoint: number) => boolean {
  const cmap = tableOf(font, 'cmap');
  const starts = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, at) => cmap + font.readUInt32BE(cmap + 8 + at * 8),
  );
  const full = starts.find((at) => font.readUInt16BE(at) === 12);
  const basic = starts.find((at) => font.readUInt16BE(at) === 4);
  if (full !== undefined) return within(groups(font, full));
  if (basic !== undefined) return within(segments(font, basic));
  throw new Error('the font maps no code points in a way that is known here');
}

type Span = [from: number, to: number];

const within =
  (spans: readonly Span[]) =>
  (codePoint: number): boolean =>
    spans.some(([from, to]) => from <= codePoint && codePoint <= to);

function tableOf(font: Buffer, name: string): number {
  for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16)
    if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8);
  throw new Error(`the font has no table ${name}`);
}

const groups = (font: Buffer, at: number): Span[] =>
  Array.from({ length: font.readUInt32BE(at + 12) }, (_, n) => [
    font.readUInt32BE(at + 16 + n * 12),
    font.readUInt32BE(at + 20 + n * 12),
  ]);

function segments(font: Buffer, at: number): Span[] {
  const doubled = font.readUInt16BE(at + 6);
  return Array.from({ length: doubled / 2 }, (_, n): Span => [
    font.readUInt16BE(at + 16 + doubled + n * 2),
    font.readUInt16BE(at + 14 + n * 2),
  ]).filter(([from]) => from !== 0xffff);
}
