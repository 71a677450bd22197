/** Crockford's base 32: no I, L, O or U, so that a code read aloud or from paper is not mistaken. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;
const MISREAD: Record<string, string> = { O: '0', I: '1', L: '1' };

/**
 * A code by which somebody finds what became of their answer: 60 bits of chance as `7KQ2-M4TX-9B0C`. Of a million codes a guess meets one
 * in a million millions.
 * @param random at least 12 bytes of chance that nobody can foretell
 */
export function writeAnswerCode(random: Uint8Array): string {
  const signs = [...random.slice(0, LENGTH)].map((byte) => SIGNS[byte & 31]).join('');
  return signs.replace(/(.{4})(?=.)/g, '$1-');
}

/** A code as somebody typed it, in its one form; null for what can be none. */
export function readAnswerCode(typed: string): string | null {
  const signs = typed
    .slice(0, 60)
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll(/[OIL]/g, (sign) => MISREAD[sign] ?? sign);
  if (signs.length !== LENGTH || [...signs].some((sign) => !SIGNS.includes(sign))) return null;
  return signs.replace(/(.{4})(?=.)/g, '$1-');
}
