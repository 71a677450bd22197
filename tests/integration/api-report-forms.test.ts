import { removeFolder, temporaryFolder } from '#platform';
import { docx } from '../../apps/api/src/public/reports/forms/docx.js';
import { ods } from '../../apps/api/src/public/reports/forms/ods.js';
import { printed } from '../../apps/api/src/public/reports/forms/printed.js';
import { workbookOf } from '../../apps/api/src/public/reports/forms/workbook.js';
import { xlsx } from '../../apps/api/src/public/reports/forms/xlsx.js';
import { describeIf } from '../support/installed.js';
import { MADE_LOOK } from '../support/made-charts.js';
import { madeReport } from '../support/made-report.js';
import { chartTables, elementsOf, office, openedByOffice, plainOf, rowsOfTable, withoutCharts } from '../support/office.js'; // prettier-ignore

const content = madeReport(3);
const standing = {
  origin: 'https://hub.example.org',
  release: { releasedAt: '2026-02-03T09:30:00.000Z', digest: 'ab'.repeat(32) },
  correctedBy: null,
  corrects: 'streets',
};
const document = printed(content, standing, () => '<svg/>');

describeIf(office, 'LibreOffice', () => {
  const folder = temporaryFolder('office');
  afterAll(() => removeFolder(folder));

  const opened = (name: string, bytes: Uint8Array, to: 'fodt' | 'fods'): string =>
    openedByOffice(folder, { [name]: bytes }, to).get(name)!;
  const told = (cell: string | number | null): string =>
    cell === null ? '[c]' : typeof cell === 'number' ? cell.toLocaleString('en-GB') : cell;

  test('finds headings, tables with a head, every number, and no merged cell in the report to edit', () => {
    const whole = opened('report.docx', docx(document, MADE_LOOK), 'fodt');
    const xml = withoutCharts(whole);
    const headings = [...xml.matchAll(/<text:h [^>]*text:outline-level="1"[^>]*>([\s\S]*?)<\/text:h>/g)].map(
      ([, inner = '']) => plainOf(inner),
    );
    expect(headings).toEqual([
      'The decision asked',
      ...content.tables.map(({ code, title }) => `${code} ${title}`),
      'Limits',
      'Notes',
    ]);
    expect(xml).not.toMatch(/number-(columns|rows)-spanned="[2-9]/);
    const tables = elementsOf(xml, 'table:table');
    expect(tables).toHaveLength(3);
    for (const [at, { columns, rows, code }] of content.tables.entries()) {
      expect(tables[at]).toContain('<table:table-header-rows>');
      expect(rowsOfTable(tables[at]!)).toEqual([
        [...columns.map(({ title }) => title), 'Figure'],
        ...rows.map(({ cells }, n) => [...cells.map(told), `${code}.${n + 1}`]),
      ]);
    }
    // Names, shares and both whiskers, as they stand in the tables.
    expect(chartTables(whole)).toEqual(
      content.tables.map(({ rows }) =>
        rows.map(({ cells: [name, , share, low, high] }) =>
          typeof share === 'number'
            ? [name, share, Number(high) - share, share - Number(low)].map(String)
            : [`${name} [c]`, 'NaN', 'NaN', 'NaN'],
        ),
      ),
    );
    expect(xml).toContain('xlink:href="https://hub.example.org/r/safe-streets/Q1.1"');
    expect(xml).toMatch(/<dc:title>Safe streets: what people answered<\/dc:title>/);
    expect(xml).toContain('fo:language="en" fo:country="GB"');
    expect(plainOf(xml)).toMatch(
      /Safe streets: what people answered\s*Corrects hub\.example\.org\/r\/streets\./,
    );
  }, 180_000);

  test.each([
    ['tables.xlsx', xlsx],
    ['tables.ods', ods],
  ])(
    'finds a marked table a sheet, every number as a number, and no merged cell in %s',
    (name, make) => {
      const xml = opened(name, make(workbookOf(content, standing)), 'fods');
      expect(xml).not.toMatch(/number-(columns|rows)-spanned="[2-9]/);
      expect(xml.match(/<table:database-range /g)).toHaveLength(4);
      const sheets = elementsOf(xml, 'table:table');
      expect(sheets.map((sheet) => /table:name="([^"]*)"/.exec(sheet)?.[1])).toEqual([
        'Cover',
        'Contents',
        'Notes',
        'Q1',
        'Q2',
        'Q3',
      ]);
      const cover = plainOf(sheets[0]!);
      for (const told of ['Released 3 February 2026, at hub.example.org/r/safe-streets.', 'Figures of edition 3', 'Corrects hub.example.org/r/streets.'])
        expect(cover).toContain(told); // prettier-ignore
      expect(plainOf(sheets[2]!)).toMatch(/\[c\]: .*\[x\]: /s);
      for (const [at, { rows, code }] of content.tables.entries()) {
        const [head, ...all] = rowsOfTable(sheets[at + 3]!).slice(2);
        expect(head!.slice(5, 7)).toEqual(['Figure', 'Address']);
        const lines = all.slice(0, rows.length);
        expect(lines.map((line) => line.slice(5, 7))).toEqual(
          rows.map(({ figure }, n) => [figure, `https://hub.example.org/r/safe-streets/${code}.${n + 1}`]),
        );
        expect(lines.map((line) => line.slice(0, 5))).toEqual(
          rows.map(({ cells }) => cells.map((cell) => (cell === null ? '[c]' : String(cell)))),
        );
        const numbers = rows.flatMap(({ cells }) => cells.filter((cell) => typeof cell === 'number'));
        expect(sheets[at + 3]!.match(/office:value-type="float"/g)).toHaveLength(numbers.length);
      }
    },
    180_000,
  );
});
