import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { removeFolder, temporaryFolder } from '#platform';
import { docx } from '../../apps/api/src/public/reports/forms/docx.js';
import { ods } from '../../apps/api/src/public/reports/forms/ods.js';
import { printed } from '../../apps/api/src/public/reports/forms/printed.js';
import { workbookOf } from '../../apps/api/src/public/reports/forms/workbook.js';
import { xlsx } from '../../apps/api/src/public/reports/forms/xlsx.js';
import { describeIf, installedOffice } from '../support/installed.js';
import { madeReport } from '../support/made-report.js';

const content = madeReport(3);
const release = { releasedAt: '2026-02-03T09:30:00.000Z', digest: 'ab'.repeat(32) };
const document = printed(content, { origin: 'https://hub.example.org', release, draw: () => null });

test('a report to edit has the same bytes each time', () => {
  expect(Buffer.from(docx(document)).equals(Buffer.from(docx(document)))).toBe(true);
});

const soffice = installedOffice('libswlo') && installedOffice('libsclo');
describeIf(soffice, 'LibreOffice', () => {
  const folder = temporaryFolder('office');
  afterAll(() => removeFolder(folder));

  /** The file as LibreOffice understands it, in one flat XML. */
  function opened(name: string, bytes: Uint8Array, to: 'fodt' | 'fods'): string {
    writeFileSync(join(folder, name), bytes);
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const args = [
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--norestore',
      '--convert-to',
      to,
      '--outdir',
      folder,
      join(folder, name),
    ];
    const { status, stderr } = spawnSync(soffice!, args, {
      encoding: 'utf8',
      timeout: 120_000,
      env: { ...process.env, HOME: folder },
    });
    if (status !== 0) throw new Error(`soffice: ${stderr}`);
    return readFileSync(join(folder, name.replace(/\.\w+$/, `.${to}`)), 'utf8');
  }

  const plain = (xml: string): string =>
    xml
      .replaceAll(/<office:annotation[\s\S]*?<\/office:annotation>/g, '')
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
      .replaceAll('&apos;', "'")
      .replaceAll('&quot;', '"');
  const pieces = (xml: string, tag: string): string[] =>
    [...xml.matchAll(new RegExp(`<${tag}[ >][\\s\\S]*?</${tag}>`, 'g'))].map(([piece]) => piece);
  /** Cells of a row; those that are alike stand once, with how often. */
  const cellsOf = (row: string): string[] =>
    pieces(row, 'table:table-cell').flatMap((cell) => {
      const times = Number(
        /table:number-columns-repeated="(\d+)"/.exec(cell.slice(0, cell.indexOf('>')))?.[1] ?? 1,
      );
      return Array<string>(times).fill(plain(cell).trim());
    });
  const rowsOf = (table: string): string[][] => pieces(table, 'table:table-row').map(cellsOf);
  const told = (cell: string | number | null): string =>
    cell === null ? '[c]' : typeof cell === 'number' ? cell.toLocaleString('en-GB') : cell;

  test('finds headings, tables with a head, every number, and no merged cell in the report to edit', () => {
    const xml = opened('report.docx', docx(document), 'fodt');
    const headings = [...xml.matchAll(/<text:h [^>]*text:outline-level="1"[^>]*>([\s\S]*?)<\/text:h>/g)].map(
      ([, inner = '']) => plain(inner),
    );
    expect(headings).toEqual([
      'The decision asked',
      ...content.tables.map(({ code, title }) => `${code} ${title}`),
      'Limits',
      'Notes',
    ]);
    expect(xml).not.toMatch(/number-(columns|rows)-spanned="[2-9]/);
    const tables = pieces(xml, 'table:table');
    expect(tables).toHaveLength(3);
    for (const [at, { columns, rows, code }] of content.tables.entries()) {
      expect(tables[at]).toContain('<table:table-header-rows>');
      expect(rowsOf(tables[at]!)).toEqual([
        [...columns.map(({ title }) => title), 'Figure'],
        ...rows.map(({ cells }, n) => [...cells.map(told), `${code}.${n + 1}`]),
      ]);
    }
    expect(xml).toContain('xlink:href="https://hub.example.org/r/safe-streets/Q1.1"');
    expect(xml).toMatch(/<dc:title>Safe streets: what people answered<\/dc:title>/);
    expect(xml).toContain('fo:language="en" fo:country="GB"');
  }, 180_000);

  test.each([
    ['tables.xlsx', xlsx],
    ['tables.ods', ods],
  ])(
    'finds a marked table a sheet, every number as a number, and no merged cell in %s',
    (name, make) => {
      const xml = opened(name, make(workbookOf(content)), 'fods');
      expect(xml).not.toMatch(/number-(columns|rows)-spanned="[2-9]/);
      expect(xml.match(/<table:database-range /g)).toHaveLength(4);
      const sheets = pieces(xml, 'table:table');
      expect(sheets.map((sheet) => /table:name="([^"]*)"/.exec(sheet)?.[1])).toEqual([
        'Cover',
        'Contents',
        'Notes',
        'Q1',
        'Q2',
        'Q3',
      ]);
      for (const [at, { rows }] of content.tables.entries()) {
        const lines = rowsOf(sheets[at + 3]!).slice(3, 3 + rows.length);
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
