import { strToU8, zipSync } from 'fflate';
import { isDateFormat, serialToIso } from '../../libs/connectors/src/reading/workbook/number-format.js';
import { readWorkbook, type WorkbookReading } from '../../libs/connectors/src/reading/workbook/read.js';
import { makeWorkbook, textRow } from '../support/make-workbook.js';

const cellsOf = (reading: WorkbookReading): (string | null)[][] => {
  if (!reading.ok) throw new Error(reading.reason);
  return [...reading.rows].map(({ cells }) => cells);
};

describe('workbooks', () => {
  test('texts of every kind: shared, rich, with reading aids, inline, escaped, error, boolean, number', () => {
    const bytes = makeWorkbook({
      sharedStrings: [
        '<t>plain</t>',
        '<r><t>ri</t></r><r><t xml:space="preserve">ch </t></r>',
        '<t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh>',
        '<t>a_x000A_b</t>',
      ],
      sheets: [
        {
          name: 'S',
          rows: '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c><c r="D2" t="s"><v>3</v></c><c r="F2" t="e"><v>#N/A</v></c><c r="G2" t="b"><v>1</v></c><c r="H2"><v>0.30000000000000004</v></c><c r="I2"><v>1E3</v></c><c r="J2" t="str"><f>A1</f><v>cached</v></c><c r="K2"><f>A1</f></c></row>',
        },
      ],
    });
    const reading = readWorkbook(bytes, { sheet: null });
    expect(cellsOf(reading)).toEqual([
      ['plain', 'rich ', '東京', 'a\nb', null, '#N/A', 'TRUE', '0.3', '1000', 'cached'],
    ]);
    expect(reading).toMatchObject({
      rows: [{ row: 2 }],
      assumptions: [expect.stringContaining('1 cells hold a formula')],
    });
  });

  test.each([
    [false, ['2013-09-04', '1900-02-29', '2013-09-04T12:00:00', '41521']],
    [true, ['2017-09-05', '1904-03-01', '2017-09-05T12:00:00', '41521']],
  ])('dates by their format, from 1904: %s; the day that never was stays one', (date1904, expected) => {
    const rows =
      '<row><c s="1"><v>41521</v></c><c s="1"><v>60</v></c><c s="2"><v>41521.5</v></c><c s="0"><v>41521</v></c></row>';
    const bytes = makeWorkbook({
      sheets: [{ name: 'S', rows }],
      formats: [0, 14, 164],
      ownFormats: { 164: 'dd\\/mm\\/yyyy hh:mm' },
      date1904,
    });
    expect(cellsOf(readWorkbook(bytes, { sheet: null }))).toEqual([expected]);
  });

  test('serial numbers around the false leap day, and times alone', () => {
    expect([1, 59, 60, 61, 0.5, 45000.99999999].map((serial) => serialToIso(serial, false))).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-02-29',
      '1900-03-01',
      '12:00:00',
      '2023-03-16',
    ]);
    expect(serialToIso(-1, false)).toBeNull();
    expect(['dd/mm/yyyy', 'h:mm AM/PM', '[$-809]d mmmm yyyy', '[h]:mm', 'mm:ss.0'].every(isDateFormat)).toBe(
      true,
    );
    expect(['General', '0.00', '#,##0', '0"d"', '[Red]0.00', '@', '0%'].some(isDateFormat)).toBe(false);
  });

  test('strict workbooks, hidden sheets, empty first sheets and the choice of a sheet', () => {
    const sheets = [
      { name: 'Hidden', rows: textRow(1, ['secret']), state: 'hidden' as const },
      { name: 'Empty', rows: '' },
      {
        name: 'Answers',
        rows: textRow(1, ['a', 'b']) + textRow(4, ['1', '2']),
        after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
      },
    ];
    const bytes = makeWorkbook({ sheets, strict: true });
    const reading = readWorkbook(bytes, { sheet: null });
    expect(reading).toMatchObject({ sheet: 'Answers', rows: [{ row: 1 }, { row: 4 }] });
    expect(reading.ok && reading.assumptions.join(' ')).toMatch(/3 sheets.*merged/);
    expect(cellsOf(readWorkbook(bytes, { sheet: 'hidden' }))).toEqual([['secret']]);
    expect(cellsOf(readWorkbook(bytes, { sheet: 2 }))).toEqual([]);
    expect(readWorkbook(bytes, { sheet: 'Nowhere' })).toMatchObject({ ok: false, code: 'sheet-absent' });
  });

  test.each([
    ['a part that leads out', { '../../evil.xml': strToU8('x') }, 'workbook-unsafe'],
    [
      'a part that unpacks a thousandfold',
      { 'xl/bomb.xml': new Uint8Array(8_000_000) },
      'workbook-too-large',
    ],
  ])('%s is refused before anything is unpacked', (_, extra, code) => {
    const bytes = makeWorkbook({ sheets: [{ name: 'S', rows: textRow(1, ['a']) }], extra });
    expect(readWorkbook(bytes, { sheet: null })).toMatchObject({ ok: false, code });
  });

  test('a size that the table of contents understates is caught in unpacking', () => {
    const bytes = makeWorkbook({ sheets: [{ name: 'S', rows: textRow(1, ['a'.repeat(50_000)]) }] });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at < bytes.length - 4; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    expect(readWorkbook(bytes, { sheet: null })).toMatchObject({ ok: false, code: 'workbook-damaged' });
  });

  test('faults name the part and the place, entities are never expanded', () => {
    const broken = makeWorkbook({ sheets: [{ name: 'S', rows: '<row><c><v>1</row>' }] });
    expect(readWorkbook(broken, { sheet: null })).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/sheet1\.xml.*line 1, column \d+/) as string,
    });
    const lost = makeWorkbook({ sheets: [{ name: 'S', rows: '<row r="7"><c t="s"><v>99</v></c></row>' }] });
    expect(readWorkbook(lost, { sheet: null })).toMatchObject({
      ok: false,
      reason: expect.stringContaining('row 7') as string,
    });
    const entity = makeWorkbook({ sheets: [{ name: 'S', rows: textRow(1, ['&lol;']) }] });
    expect(readWorkbook(entity, { sheet: null })).toMatchObject({ ok: false });
    expect(readWorkbook(zipSync({ 'readme.txt': strToU8('x') }), { sheet: null })).toMatchObject({
      ok: false,
      code: 'format-unknown',
    });
  });
});
