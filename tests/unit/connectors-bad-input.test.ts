import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { bytesOf, filesUnder, sharedData } from '../support/shared-data.js';
import { worked } from '../support/worked.js';
import { deliver, rejectedRows, type Delivered } from '../support/deliver-file.js';

const FIRST: unknown = JSON.parse(
  readFileSync(join(process.cwd(), 'docs', 'examples', 'mappings', 'first-column-is-the-text.json'), 'utf8'),
);
/** Generous; the slowest takes half a second alone. */
const LIMIT_MS = 5_000;

async function answered(path: string): Promise<Delivered> {
  const ms = worked();
  const delivered = await deliver('spreadsheet', FIRST, [
    { name: basename(path), mediaType: null, bytes: bytesOf(path) },
  ]);
  expect({ path, quick: ms() < LIMIT_MS }).toEqual({ path, quick: true });
  const { outcome } = delivered;
  if (outcome.status === 'read')
    expect({ path, rows: delivered.records.length + rejectedRows(delivered) }).toEqual({
      path,
      rows: delivered.rows,
    });
  else
    expect({ path, reason: outcome.reason }).toEqual({
      path,
      reason: expect.stringMatching(/^.{15,}/) as string,
    });
  return delivered;
}

/** Rows below the first that hold a value, in the sheet that is read: counted with openpyxl 3.1.5. */
// prettier-ignore
const ROWS_OF_WORKBOOKS: Record<string, number> = {
  '1519293514-KRISHNAPATNAM_LINE_UP.xlsx': 30, 'chart-sheet.xlsx': 6, 'fibonacci.xlsx': 18, 'gold.xlsx': 5,
  'google-sheets.xlsx': 2, 'libre-calc-as-excel-2007-365.xlsx': 2,
  'libre-calc-as-office-open-xml-spreadsheet.xlsx': 2, 'test-issue-1575.xlsx': 2, 'test-issue-163.xlsx': 2,
  'test-issue-1669.xlsx': 5, 'test-issue-176.xlsx': 3, 'test-issue-880.xlsx': 4, 'test-issue-988.xlsx': 4,
  'test-pr-1220.xlsx': 340, 'Attendance.xlsx': 24, 'AutoFilter.xlsx': 21, 'DataTypesFormats.xlsx': 5,
  'ErrorTypes.xlsx': 13, 'LONumbers-2010.xlsx': 37, 'LONumbers-2011.xlsx': 37, 'LONumbers.xlsx': 37,
  'RkNumber.xlsx': 4, 'cell_style_simple.xlsx': 9, 'column_width.xlsx': 3, 'comments_stress_test.xlsx': 3,
  'formula_stress_test.xlsx': 40, 'formulae_test_simple.xlsx': 5, 'hyperlink_stress_test_2011.xlsx': 6,
  'internal_link.xlsx': 6, 'interview.xlsx': 18, 'issue.xlsx': 43, 'merge_cells.xlsx': 2,
  'metadata_2019.xlsx': 16, 'minimal_112.xlsx': 2, 'named_ranges_2011.xlsx': 7, 'outline.xlsx': 25,
  'rich_text_stress.xlsx': 13, 'row_height.xlsx': 3, 'sized_boxen.xlsx': 3, 'smart_tags_2007.xlsx': 3,
  'text_and_numbers.xlsx': 2, 'threaded_comments_none.xlsx': 5, 'write.xlsx': 3,
  'חישוב_נקודות_זיכוי.xlsx': 29,
};

/** Rows that a JSON value holds, counted without the reader. */
const rowsOfJson = (value: unknown): number => (Array.isArray(value) ? value.length : 1);

const corpus = sharedData('badinput');
(corpus ? describe : describe.skip)('files that break other readers', () => {
  const folder = corpus ?? '';

  test('all workbooks are answered, most of them read', async () => {
    const paths = filesUnder(folder, /\.xlsx$/);
    const read = new Map<string, number>();
    for (const path of paths) {
      const { outcome, rows } = await answered(path);
      if (outcome.status === 'read') read.set(basename(path), rows);
    }
    expect(paths.length).toBe(99);
    expect(read.size).toBeGreaterThanOrEqual(97);
    for (const [name, rows] of Object.entries(ROWS_OF_WORKBOOKS))
      expect([name, read.get(name)]).toEqual([name, rows]);
  });

  test('all CSV files are answered; csv-spectrum is read whole', async () => {
    const paths = filesUnder(folder, /\.csv$/);
    for (const path of paths) {
      const { outcome, rows } = await answered(path);
      if (!path.includes('csv-spectrum')) continue;
      const expected: unknown = JSON.parse(
        readFileSync(path.replace('/csvs/', '/json/').replace('.csv', '.json'), 'utf8'),
      );
      expect([basename(path), outcome.status, rows]).toEqual([basename(path), 'read', rowsOfJson(expected)]);
    }
    expect(paths.length).toBe(720);
  });

  test('all JSON files are answered; what must be taken is, what must not is not', async () => {
    const paths = filesUnder(folder, /\.json$/);
    for (const path of paths) {
      const { outcome, rows } = await answered(path);
      const name = basename(path);
      if (name.startsWith('y_'))
        expect([name, outcome.status, rows]).toEqual([
          name,
          'read',
          rowsOfJson(JSON.parse(readFileSync(path, 'utf8'))),
        ]);
      if (name.startsWith('n_')) expect([name, outcome.status === 'read']).toEqual([name, false]);
      if (outcome.status === 'refused' && outcome.code === 'json-invalid')
        expect(outcome.reason).toMatch(/line \d+, column \d+/);
    }
    expect(paths.length).toBe(474);
  });
});
