import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { CsvGridRows } from '../../libs/connectors/src/reading/csv-grid-rows.js';
import { parseCsv } from '../../libs/connectors/src/reading/csv.js';
import { detectDelimiter } from '../../libs/connectors/src/reading/delimiter.js';

const cells = (text: string, delimiter = ','): string[][] =>
  parseCsv(text, delimiter).map((record) => record.cells);

describe('CSV', () => {
  test('what was written comes back byte for byte, whatever the cells hold', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', '\r', ' ', '\t', '=', "'"),
    });
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        (rows, end) => {
          const text = rows.map((row) => row.map(quoted).join(',')).join(end);
          expect(cells(text)).toEqual(rows);
        },
      ),
    );
  });

  test('reads as an independent parser does where quotation marks are in order', () => {
    const piece = fc.constantFrom('a', 'b c', '""', '"x,y"', '"l\nm"', '"he said ""no"""', '1.5');
    fc.assert(
      fc.property(
        fc.array(fc.array(piece, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
        (rows) => {
          const text = rows.map((row) => row.join(',')).join('\n');
          expect(cells(text)).toEqual(parse(text, { relax_column_count: true, skip_empty_lines: true }));
        },
      ),
    );
  });

  test('line ends of all kinds in one file lose no row', () => {
    expect(cells('a,b\r1,2\n3,4\r\n5,6')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
  });

  test('rows are numbered as a spreadsheet program shows them', () => {
    const records = parseCsv('a,b\n\n1,"two\nlines"\n\n3,4\n', ',');
    expect(records.map(({ row, line }) => [row, line])).toEqual([
      [1, 1],
      [3, 3],
      [5, 6],
    ]);
  });

  test('a quotation mark that is never closed costs its own line only', () => {
    const last = parseCsv('a,b\n1,2\n3,"open\n4,5\n6,7\n', ',');
    expect(last.map(({ row, problem }) => [row, problem])).toEqual([
      [1, null],
      [2, null],
      [3, 'quote-unclosed'],
      [4, null],
      [5, null],
    ]);
    expect(last.at(-1)?.cells).toEqual(['6', '7']);
  });

  test('a quotation mark within quotes is named, blanks after a closing one are not', () => {
    expect(parseCsv('"a"b,c\n', ',')[0]).toMatchObject({ problem: 'quote-stray' });
    expect(parseCsv('"a"  ,c\n', ',')[0]).toMatchObject({ problem: null, cells: ['a', 'c'] });
    expect(cells('5" pipe,c')).toEqual([['5" pipe', 'c']]);
  });

  test.each([
    [';', 'a;b;c\n1,5;2;3\n2,5;3;4\n'],
    ['\t', 'a\tb\n1\t2\n'],
    ['|', 'a|b\n1|2\n'],
    [',', 'a,b\n1,"x;y;z"\n2,"p;q;r"\n'],
    [',', 'just words\nand more words\n'],
  ])('the delimiter %j is found', (delimiter, text) =>
    expect(detectDelimiter(text).delimiter).toBe(delimiter),
  );
});

describe('the rows of a file of separated values', () => {
  const text = 'a,b\n1,"x\ny"\n\n2,\n3,"unclosed\n4,z\n';
  const shown: unknown[] = [];
  const rows = CsvGridRows.of({ text, delimiter: ',', offset: 1 }, (row) => shown.push(row));

  test('are the same however often they are walked', () => {
    expect([...rows]).toEqual(shown);
    expect([...rows]).toEqual([...rows]);
    expect([...rows].map(({ row, cells }) => [row, ...cells])).toEqual([
      [2, 'a', 'b'],
      [3, '1', 'x\ny'],
      [5, '2', null],
      [6, '3,"unclosed'],
      [7, '4', 'z'],
    ]);
    expect([...rows][3]!.problem?.code).toBe('quote-unclosed');
  });

  test('are cut as a list is', () => {
    const whole = [...rows];
    const ends = [undefined, 0, 1, 2, 4, 5, 9, -1, -2, -5, -9];
    for (const from of ends)
      for (const to of ends) {
        const cut = rows.slice(from, to);
        expect([...cut]).toEqual(whole.slice(from, to));
        expect(cut.length).toBe(whole.slice(from, to).length);
        expect([...cut.slice(1, -1)]).toEqual(whole.slice(from, to).slice(1, -1));
      }
  });
});
