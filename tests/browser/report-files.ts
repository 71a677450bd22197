import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readCsvRows } from '#connectors';
import { removeFolder, temporaryFolder } from '#platform';
import { chartFaults } from '../support/chart-order.js';
import { chartsIn } from '../support/charts-in.js';
import { askGraphql } from '../support/graphql.js';
import { describeIf, installedProgram } from '../support/installed.js';
import { chartTables, elementsOf, numbersIn, office, openedByOffice, rowsOfTable, withoutCharts } from '../support/office.js'; // prettier-ignore
import { readPdf, tagsIn } from '../support/read-pdf.js';
import { allOf, packageFaults } from '../support/word-package.js';
import type { Stage } from './stage.js';
import { walkReport, walkSentences } from './walk-report.js';

const MINUTES = 60_000;
export const REPORTS = ['safe-at-night', 'safer-plymouth-2024', 'waterfront'];
/** The one home of colours. */
const TOKENS = new URL('../../apps/dashboard/src/styles/_tokens.scss', import.meta.url);
const qpdf = installedProgram('qpdf');

interface Table {
  code: string;
  title: string;
  columns: { title: string; numeric: boolean }[];
  rows: string[][];
}

/** The files of the demonstration's three reports: what they tell is what the API answers, read by other people's programs. */
export function reportFileTests(on: () => Stage): void {
  describe('files of the three reports', () => {
    const folder = temporaryFolder('report-files');
    afterAll(() => removeFolder(folder));
    const bytes = async (slug: string, name: string): Promise<Uint8Array> =>
      new Uint8Array(await (await ask(`${on().address}/read/reports/${slug}/${name}`)).arrayBuffer());
    /** By report; numbers as the CSV tells them, which are walked against the API first. */
    const tables = new Map<string, Table[]>();
    beforeAll(async () => {
      for (const slug of REPORTS) tables.set(slug, await tablesOf(slug, bytes));
    }, MINUTES);

    it(
      'tell no number but what the API answers for its id, in tables and in sentences',
      async () => {
        const { publishedReports } = await askGraphql<{
          publishedReports: { slug: string; edition: number; subject: string }[];
        }>(on().address, '{ publishedReports { slug edition subject } }');
        expect(publishedReports.map(({ slug }) => slug).sort()).toEqual([...REPORTS].sort());
        let sentences = 0;
        for (const report of publishedReports) {
          const walked = await walkReport(on().address, report);
          // The brief of a ward has fewer than a dozen in so small a city.
          expect([report.slug, walked > 5]).toEqual([report.slug, true]);
          sentences += await walkSentences(on().address, report);
        }
        expect(sentences).toBeGreaterThan(3);
      },
      5 * MINUTES,
    );

    it.each(REPORTS)(
      '%s is a tagged PDF: title, language, outline, heads of rows and columns, words for each drawing, read in order',
      async (slug) => {
        const pdf = await bytes(slug, 'report.pdf');
        const read = await readPdf(pdf);
        const headings = tables.get(slug)!.map(({ code, title }) => `${code} ${title}`);
        expect([read.language, read.marked, read.title.length > 5]).toEqual(['en-GB', true, true]);
        expect(read.outline.filter((one) => /^[A-Z]\d+ /.test(one))).toEqual(headings);
        const tags = tagsIn(read.trees);
        const rows = tags.filter(({ role }) => role === 'TR');
        expect(rows.length).toBeGreaterThan(headings.length);
        expect(rows.filter(({ children }) => children[0] !== 'TH')).toEqual([]);
        const text = Buffer.from(pdf).toString('latin1');
        expect(text.match(/\/S \/TH\b/g)!.length).toBe(text.match(/\/Scope \/(Column|Row)\b/g)!.length);
        const figures = tags.filter(({ role }) => role === 'Figure');
        expect(figures.filter(({ alt }) => !alt || alt.length < 20)).toEqual([]);
        const drawn = [...(await page(on(), slug)).matchAll(/<img class="drawing"/g)];
        expect(figures).toHaveLength(drawn.length);
        // Each heading, then the first cell of its table, one behind the other.
        let at = 0;
        for (const { code, title, rows: lines } of tables.get(slug)!)
          for (const words of [`${code} ${title}`, lines[0]![0]!.split(' ')[0]!]) {
            const found = read.text.indexOf(words, at);
            expect([words, found >= at]).toEqual([words, true]);
            at = found;
          }
        // A screen reader follows the tags: each heading, and every row of its table before the next heading.
        let said = 0;
        for (const { code, title, rows: lines } of tables.get(slug)!)
          for (const words of [`${code} ${title}`, ...lines.map(([head = '']) => head.split(' ')[0]!)]) {
            const plain = words.replaceAll(/\s+/g, '');
            const found = read.readOut.indexOf(plain, said);
            expect([words, found >= said]).toEqual([words, true]);
            said = found + plain.length;
          }
        if (qpdf) {
          writeFileSync(join(folder, `${slug}.pdf`), pdf);
          const { status, stdout } = spawnSync(qpdf, ['--check', join(folder, `${slug}.pdf`)], { encoding: 'utf8' }); // prettier-ignore
          expect([status, stdout]).toEqual([
            0,
            expect.stringContaining('No syntax or stream encoding errors'),
          ]);
        }
      },
      2 * MINUTES,
    );

    it.each(REPORTS)(
      '%s to go on editing has a chart wherever the page has a drawing and no map, of the table’s numbers, in the dashboard’s colours',
      async (slug) => {
        const file = await bytes(slug, 'report.docx');
        expect(packageFaults(file)).toEqual([]);
        const drawn = [...(await page(on(), slug)).matchAll(/<img class="drawing" src="[^"]*\/([a-z]\d+)\.svg"/g)].map(([, code = '']) => code.toUpperCase()); // prettier-ignore
        const charts = chartsIn(file);
        expect(charts.map(({ code }) => code)).toEqual(drawn.filter((code) => code !== 'F3'));
        expect(charts.length).toBeGreaterThan(0);
        const tokens = readFileSync(TOKENS, 'utf8').toUpperCase();
        for (const { code, xml, names, series, whiskers, held, read } of charts) {
          expect([code, chartFaults(xml)]).toEqual([code, []]);
          expect(held).toEqual(read);
          for (const { attributes } of allOf(xml, 'a:srgbClr'))
            expect(tokens).toContain(`#${attributes['val']};`);
          // Each point is a number of the row of its name, and its whiskers end at two others.
          const { rows } = tables.get(slug)!.find((table) => table.code === code)!;
          const rowOf = (name: string) => rows.find(([head]) => head === name.replace(/ \[[cx]\]$/, ''))!;
          for (const [n, name] of names.entries()) {
            const told = series.flatMap(({ values }) => values[n] ?? []);
            expect([code, name, told.length]).toEqual([code, name, / \[[cx]\]$/.test(name) ? 0 : 1]);
            const [down, up] = [whiskers?.down[n], whiskers?.up[n]];
            const ends = told.flatMap((value) =>
              down == null || up == null ? [] : [value - down, value + up],
            );
            for (const value of [...told, ...ends]) expect([code, rowOf(name)]).toEqual([code, expect.arrayContaining([String(value)])]); // prettier-ignore
          }
        }
      },
      MINUTES,
    );

    describeIf(office, 'LibreOffice', () => {
      it(
        'reads headings, tables and every number of the documents to edit, and no merged cell',
        async () => {
          const files = Object.fromEntries(await Promise.all(REPORTS.map(async (slug) => [`${slug}.docx`, await bytes(slug, 'report.docx')] as const))); // prettier-ignore
          for (const [name, whole] of openedByOffice(folder, files, 'fodt')) {
            const xml = withoutCharts(whole);
            expect(chartTables(whole)).toHaveLength(chartsIn(files[name]!).length);
            expect(xml).not.toMatch(/number-(columns|rows)-spanned="[2-9]/);
            const seen = elementsOf(xml, 'table:table');
            const told = tables.get(name.replace('.docx', ''))!;
            expect([name, seen.length]).toEqual([name, told.length]);
            for (const [at, { code, columns, rows }] of told.entries()) {
              expect(seen[at]).toContain('<table:table-header-rows>');
              const [head = [], ...lines] = rowsOfTable(seen[at]!);
              expect([code, head]).toEqual([code, [...columns.map(({ title }) => title), 'Figure']]);
              expect(lines.map((line) => line.slice(0, columns.length).map((cell, n) => (columns[n]!.numeric ? plainNumber(cell) : cell)))).toEqual(rows); // prettier-ignore
            }
          }
        },
        5 * MINUTES,
      );

      it.each(['xlsx', 'ods'])(
        'reads a marked table a sheet and every number as a number, and no merged cell in %s',
        async (form) => {
          const files = Object.fromEntries(await Promise.all(REPORTS.map(async (slug) => [`${slug}-${form}.${form}`, await bytes(slug, `tables.${form}`)] as const))); // prettier-ignore
          for (const [name, xml] of openedByOffice(folder, files, 'fods')) {
            expect(xml).not.toMatch(/number-(columns|rows)-spanned="[2-9]/);
            const told = tables.get(name.replace(`-${form}.${form}`, ''))!;
            expect(xml.match(/<table:database-range /g)).toHaveLength(told.length + 1);
            const sheets = new Map(elementsOf(xml, 'table:table').map((sheet) => [/table:name="([^"]*)"/.exec(sheet)![1], sheet])); // prettier-ignore
            expect([...sheets.keys()]).toEqual(['Cover', 'Contents', 'Notes', ...told.map(({ code }) => code)]); // prettier-ignore
            for (const { code, columns, rows } of told) {
              const sheet = sheets.get(code)!;
              const lines = rowsOfTable(sheet).slice(3, 3 + rows.length);
              expect([code, lines.map((line) => line.slice(0, columns.length))]).toEqual([code, rows]);
              const numbers = rows.flatMap((line) => line.filter((cell, n) => columns[n]!.numeric && /^-?[\d.]+$/.test(cell))); // prettier-ignore
              expect([code, numbersIn(sheet)]).toEqual([code, numbers.length]);
            }
          }
        },
        5 * MINUTES,
      );
    });
  });
}

const page = async (stage: Stage, slug: string): Promise<string> =>
  (await ask(`${stage.address}/read/reports/${slug}`)).text();

/** By a connection of its own: while LibreOffice is waited for nothing here sees that the hub has closed one that stands idle. */
const ask = (address: string): Promise<Response> => fetch(address, { headers: { connection: 'close' } });

/** 1,020 and 17.90 as a CSV writes them. */
const plainNumber = (cell: string): string =>
  /^[−-]?[\d.,]+$/.test(cell) ? String(Number(cell.replaceAll(',', '').replace('−', '-'))) : cell;

/** Tables of a report as its data package describes them and its CSV files tell them. */
async function tablesOf(
  slug: string,
  bytes: (slug: string, name: string) => Promise<Uint8Array>,
): Promise<Table[]> {
  const { resources } = JSON.parse(
    Buffer.from(await bytes(slug, 'datapackage.json')).toString(),
  ) as {
    resources: { name: string; title: string; path: string; schema: { fields: { name: string; title: string; type: string }[] } }[];
  }; // prettier-ignore
  return Promise.all(
    resources.map(async ({ name, title, path, schema }) => {
      const read = readCsvRows(await bytes(slug, path));
      if (!read.ok) throw new Error(read.error.reason);
      const fields = schema.fields.filter(
        ({ name: field }) => !['figure', 'edition', 'address'].includes(field),
      );
      return {
        code: name.toUpperCase(),
        title,
        columns: fields.map((field) => ({ title: field.title, numeric: field.type === 'number' })),
        rows: read.value.rows.map(({ cells }) => fields.map((field) => cells[field.name] ?? '')),
      };
    }),
  );
}
