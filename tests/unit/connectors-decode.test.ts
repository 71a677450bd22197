import { decodeText } from '../../libs/connectors/src/reading/decode.js';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
  );

const utf16 = (text: string, bigEndian = false): number[] =>
  [...text].flatMap((c) => {
    const code = c.charCodeAt(0);
    return bigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8];
  });

describe('text encodings', () => {
  test.each([
    ['UTF-8', bytes('Ä £'), 'Ä £', 'utf-8'],
    ['UTF-8 with a mark', bytes([0xef, 0xbb, 0xbf], 'Ä'), 'Ä', 'utf-8'],
    ['UTF-16 with a mark', bytes([0xff, 0xfe], utf16('a,£\n')), 'a,£\n', 'utf-16le'],
    ['UTF-16 the other way', bytes([0xfe, 0xff], utf16('a,£\n', true)), 'a,£\n', 'utf-16be'],
  ])('%s is read without an assumption', (_, given, text, encoding) => {
    expect(decodeText(given, null)).toEqual({ ok: true, value: { text, encoding, assumption: null } });
  });

  test('Windows-1252 is taken only for what English writing produces, and says so', () => {
    const decoded = decodeText(bytes('It', [0x92], 's ', [0xa3], '5 at the caf', [0xe9], '\n'), null);
    expect(decoded).toMatchObject({
      ok: true,
      value: { text: 'It’s £5 at the café\n', assumption: expect.stringContaining('Windows-1252') as string },
    });
  });

  test.each([
    ['Greek in ISO 8859-7', bytes('name\n', [0xc1, 0xe2, 0xe3, 0xe4])],
    ['Japanese in Shift JIS', bytes('a\nb\n', [0x93, 0xfa, 0x96, 0x7b])],
    ['noise', bytes('a\n', [0x81, 0xfe, 0x00, 0xff])],
  ])('%s is held with the line named, not guessed', (_, given) => {
    const decoded = decodeText(given, null);
    expect(decoded).toMatchObject({
      ok: false,
      error: {
        status: 'held',
        code: 'encoding-unknown',
        reason: expect.stringMatching(/line [23]/) as string,
      },
    });
  });

  test('no answer ever holds the replacement character that the bytes did not hold', () => {
    for (let seed = 1; seed < 200; seed++) {
      const noise = Uint8Array.from({ length: 40 }, (_, at) => (seed * 31 + at * at * 17) & 255);
      for (const stated of [null, 'utf-8', 'windows-1252', 'utf-16le'] as const) {
        const decoded = decodeText(noise, stated);
        if (decoded.ok) expect(decoded.value.text).not.toContain('\ufffd');
      }
    }
  });

  test('a stated encoding that the bytes contradict is refused', () => {
    expect(decodeText(bytes('a\nb', [0xe9], '\n'), 'utf-8')).toMatchObject({
      ok: false,
      error: { code: 'encoding-invalid', row: 2 },
    });
    expect(decodeText(bytes('a', [0xe9]), 'windows-1252')).toMatchObject({ ok: true, value: { text: 'aé' } });
  });
});
