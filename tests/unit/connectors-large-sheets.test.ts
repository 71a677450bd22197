import { PackedRows } from '../../libs/connectors/src/reading/workbook/packed-rows.js';
import { readWorkbook } from '../../libs/connectors/src/reading/workbook/read.js';
import { TextStore } from '../../libs/connectors/src/reading/workbook/text-store.js';
import { openZip, ZIP_LIMITS } from '../../libs/connectors/src/reading/workbook/zip.js';
import { makeWorkbook, textRow } from '../support/make-workbook.js';

const TEXTS = [
  '',
  'plain',
  'Grüße',
  'dŵr 👍🏽 שלום',
  `lone ${String.fromCharCode(0xd83d)}`,
  'x'.repeat(3_000_000),
  'é'.repeat(900),
];

describe('texts that are held outside the heap', () => {
  it('come back sign for sign, many of them and long ones too', () => {
    const store = new TextStore();
    const many = Array.from({ length: 30_000 }, (_, at) => `${TEXTS[at % 5]}${at}`);
    for (const text of [...TEXTS, ...many]) store.push(text);
    expect([...TEXTS, ...many].every((text, at) => store.at(at) === text)).toBe(true);
    expect([store.at(-1), store.at(store.length), store.at(0.5), store.at(Number.NaN)]).toEqual(
      Array(4).fill(undefined),
    );
  });
});

describe('rows that are held packed', () => {
  const shared = new TextStore();
  for (const text of TEXTS) shared.push(text);
  const rows = new PackedRows(shared);
  const plain = Array.from({ length: 5_000 }, (_, at) => ({
    row: 2 * at + 1,
    cells: [
      `id ${at}`,
      at % 3 ? null : TEXTS[1 + (at % 4)]!,
      at % 2 ? 'Yes' : 'No',
      `long ${'y'.repeat(at % 90)}`,
    ],
  }));
  for (const { row, cells } of plain)
    rows.add(
      row,
      cells.map((cell) => (cell !== null && TEXTS.includes(cell) ? TEXTS.indexOf(cell) : cell)),
    );

  it('are the same at every walk, in whole and in part', () => {
    expect([...rows]).toEqual(plain);
    expect([...rows]).toEqual(plain);
    expect(rows.length).toBe(5_000);
    for (const [from, to] of [
      [3, 7],
      [4_998, undefined],
      [0, -4_990],
      [-2, undefined],
      [7, 3],
    ] as const)
      expect([...rows.slice(from, to)]).toEqual(plain.slice(from, to));
    expect([...rows.slice(10, 100).slice(-5, -2)]).toEqual(plain.slice(10, 100).slice(-5, -2));
  });

  it('take cells that come later for a row, and rows out of order', () => {
    const odd = new PackedRows(new TextStore());
    odd.add(1, ['a']);
    odd.add(5, ['b', null, 'c']);
    odd.add(5, [null, 'late']);
    odd.add(1, [null, 'later']);
    odd.add(3, ['astray']);
    odd.add(3, [null, 'too']);
    expect([...odd]).toEqual([
      { row: 1, cells: ['a', 'later', null] },
      { row: 5, cells: ['b', 'late', 'c'] },
      { row: 3, cells: ['astray', 'too', null] },
    ]);
  });
});

describe('a sheet that is unpacked piece by piece', () => {
  const rows = (many: number): string =>
    Array.from({ length: many }, (_, at) =>
      textRow(at + 1, [`${at}`, `dŵr ${at} ${(at * 7_919) % 9_973}`]),
    ).join('');
  const large = makeWorkbook({ sheets: [{ name: 'S', rows: rows(120_000) }] });

  it('is read to its last row', () => {
    const reading = readWorkbook(large, { sheet: null });
    if (!reading.ok) throw new Error(reading.reason);
    expect(reading.rows.length).toBe(120_000);
    expect([...reading.rows.slice(-1)]).toEqual([
      { row: 120_000, cells: ['119999', expect.stringMatching(/^dŵr 119999 /)] },
    ]);
  });

  /** The same zip whose table of contents says another size of the sheet. */
  const saying = (size: number): Uint8Array => {
    const bytes = Uint8Array.from(large);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 46 < bytes.length; at++) {
      if (view.getUint32(at, true) !== 0x02014b50) continue;
      const name = Buffer.from(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true))).toString();
      if (name.endsWith('sheet1.xml')) view.setUint32(at + 24, size, true);
    }
    return bytes;
  };

  it.each([
    ['it unpacks to more than it says', saying(1_000), 'workbook-damaged'],
    ['it says more than the hub takes', saying(ZIP_LIMITS.part + 1), 'workbook-too-large'],
    ['it is cut off in the middle', large.slice(0, large.length >> 1), 'workbook-damaged'],
  ])('is refused where %s', (_why, bytes, code) => {
    expect(readWorkbook(bytes, { sheet: null })).toMatchObject({ ok: false, code });
  });

  it('stops at what it says, and never holds more than a piece', () => {
    let most = 0;
    const walk = (): void => {
      for (const piece of openZip(large).read('xl/worksheets/sheet1.xml')!)
        most = Math.max(most, piece.length);
    };
    walk();
    expect(most).toBeLessThan((1 << 15) * ZIP_LIMITS.ratio);
  });
});
