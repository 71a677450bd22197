import type { DeliveredFile } from '#connectors';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

/** Files as they arrive broken, wrongly named or with ill will; the fixture's own files cut off and spoiled among them. */
export function hostileFiles(fixture: readonly DeliveredFile[]): DeliveredFile[] {
  const made: [string, Uint8Array][] = [
    ['empty.csv', text('')],
    ['blank.csv', text(' \r\n\r\n ')],
    ['mark-only.csv', new Uint8Array([0xef, 0xbb, 0xbf])],
    ['zeros.csv', new Uint8Array(3_000)],
    [
      'noise.csv',
      Uint8Array.from({ length: 3_000 }, (_, index) => (index * 7_919 + (index >> 3) * 104_729) & 0xff),
    ],
    ['unclosed.csv', text('a,b\n1,"never closed\n2,x\n')],
    ['one-line.csv', text(`${'x,'.repeat(20_000)}\n`)],
    ['deep.json', text('['.repeat(100_000))],
    ['deep-object.json', text('{"a":'.repeat(50_000))],
    ['proto.json', text('[{"__proto__": {"polluted": true}, "constructor": 1, "toString": "x"}]')],
    ['scalar.json', text('null')],
    ['cut.json', text('{"activities": [{"id": 1')],
    ['not-a-workbook.xlsx', text('this is no workbook')],
    ['cut.xlsx', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0])],
    ['old.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['utf32.csv', new Uint8Array([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0])],
  ];
  const spoiled = fixture.flatMap(({ name, bytes }): [string, Uint8Array][] => [
    [name, bytes.slice(0, Math.floor(bytes.length / 2))],
    [name, bytes.slice(0, bytes.length - 3)],
    [
      name,
      Uint8Array.from([
        ...bytes.slice(0, bytes.length >> 1),
        0xff,
        0x00,
        0xfe,
        ...bytes.slice(bytes.length >> 1),
      ]),
    ],
    [`${name}.bin`, Uint8Array.from([...bytes].reverse())],
  ]);
  return [...made, ...spoiled].map(([name, bytes]) => ({ name, mediaType: null, bytes }));
}

/** What a cell may hold that its column did not expect. */
export const HOSTILE_CELLS: (string | null)[] = [
  null,
  '',
  '   ',
  '0',
  '-1',
  '99999999999999999999',
  '1e400',
  'NaN',
  'true',
  '31/02/2024',
  '2024-13-45',
  '=HYPERLINK("http://example.org")',
  '<script>alert(1)</script>',
  '\u0000',
  '\ufffd',
  '\ud800',
  '\u202Eright to left',
  'x'.repeat(50_000),
  '["a", {"b": [1]}]',
  '[',
  '__proto__',
  "Robert'); DROP TABLE submission;--",
];
