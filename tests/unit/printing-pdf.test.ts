import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { removeFolder, temporaryFolder } from '#platform';
import { Printer, type PrintedDocument, type PrintedTable } from '#printing';
import { describeIf, installedProgram } from '../support/installed.js';
import { readPdf, tagsIn } from '../support/read-pdf.js';

const LINK = 'https://hub.example.org/r/lamps/F1.1';
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="60" viewBox="0 0 600 60"><rect x="10" y="20" width="300" height="30"/></svg>';
const chartOf = (svg: string, alt: string) => ({ svg, alt, values: null, caption: [] });
const table = (name: string, over: Partial<PrintedTable> = {}): PrintedTable => ({
  kind: 'table',
  heading: name,
  measure: 'Distinct people after matching.',
  chart: chartOf(SVG, 'Bars: Lamps 1,020.'),
  columns: [
    { title: 'Theme', numeric: false, width: 8_000 },
    { title: 'People', numeric: true, width: 1_866 },
  ],
  onItsSide: false,
  rows: [
    [
      { text: 'Lamps', address: null },
      { text: '1,020', address: null },
    ],
    [
      { text: 'Paths', address: null },
      { text: '[c]', address: LINK },
    ],
  ],
  ...over,
});
const document = (over: Partial<PrintedDocument> = {}): PrintedDocument => ({
  title: 'Feeling safe at night',
  author: 'A council',
  description: 'For a board.',
  madeAt: 1_764_288_000,
  head: { left: 'A board', right: 'Edition 1' },
  foot: 'Counts of people who took part.',
  draft: null,
  lines: [],
  blocks: [
    {
      kind: 'text',
      heading: 'The decision asked',
      boxed: true,
      paragraphs: [[{ text: 'Decide on lamps.', address: null }]],
    },
    table('F1 Who raised it'),
    table('F2 When'),
  ],
  ...over,
});
const printer = new Printer();
const pdfOf = async (over: Partial<PrintedDocument> = {}): Promise<Uint8Array> =>
  (await printer.pdf(document(over))).bytes;

test('a report is a tagged PDF: title, language, outline, scopes, words for each drawing, read in order', async () => {
  const pdf = await readPdf(await pdfOf());
  expect(pdf.title).toBe('Feeling safe at night');
  expect(pdf.language).toBe('en-GB');
  expect(pdf.marked).toBe(true);
  expect(pdf.outline).toEqual(['Feeling safe at night', 'The decision asked', 'F1 Who raised it', 'F2 When']);
  const tags = tagsIn(pdf.trees);
  expect(tags.filter(({ role }) => role === 'H1' || role === 'H2').map(({ role }) => role)).toEqual([
    'H1',
    'H2',
    'H2',
    'H2',
  ]);
  expect(tags.filter(({ role }) => role === 'Figure').map(({ alt }) => alt)).toEqual([
    'Bars: Lamps 1,020.',
    'Bars: Lamps 1,020.',
  ]);
  const rows = tags.filter(({ role }) => role === 'TR').map(({ children }) => children);
  expect(rows).toEqual([
    ['TH', 'TH'],
    ['TH', 'TD'],
    ['TH', 'TD'],
    ['TH', 'TH'],
    ['TH', 'TD'],
    ['TH', 'TD'],
  ]);
  const order = ['Feeling safe at night', 'Decide on lamps.', 'F1', 'Lamps', '1,020', 'Paths', '[c]', 'F2'];
  // As it is drawn, and as a screen reader says it, which follows the tags.
  for (const [text, said] of [[pdf.text, order], [pdf.readOut, order.map((words) => words.replaceAll(' ', ''))]] as const) {
    const places = said.map((words) => text.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  } // prettier-ignore
});

test('every header of a table has its scope in the file, of columns and of rows', async () => {
  const text = Buffer.from(await pdfOf()).toString('latin1');
  expect(text.match(/\/S \/TH\b/g)).toHaveLength(8);
  expect(text.match(/\/Scope \/Column\b/g)).toHaveLength(4);
  expect(text.match(/\/Scope \/Row\b/g)).toHaveLength(4);
  expect(text).toMatch(/pdfuaid:part[>="]+1/);
});

test('the same report has the same bytes, and another another', async () => {
  const [once, twice, other] = [await pdfOf(), await pdfOf(), await pdfOf({ title: 'Other' })];
  expect(Buffer.from(once).equals(Buffer.from(twice))).toBe(true);
  expect(Buffer.from(once).equals(Buffer.from(other))).toBe(false);
});

test('what people wrote is words, whatever it looks like, and a sign without a letter is an empty square', async () => {
  const odd = '#panic("x") $x^2$ \\ <b> *bold* @ref "q" 👩🏽‍🦽 مرحبا zażółć Привіт';
  const { text } = await readPdf(
    await pdfOf({
      blocks: [
        {
          kind: 'text',
          heading: '= #import "x"',
          boxed: false,
          paragraphs: [[{ text: odd, address: null }]],
        },
      ],
    }),
  );
  expect(text).toContain('#panic("x") $x^2$ \\ <b> *bold* @ref "q" □ □ zażółć Привіт');
  expect(text).toContain('= #import "x"');
});

test('a drawing without words is refused, and the next report is set all the same', async () => {
  const without = document({ blocks: [table('F1', { chart: chartOf(SVG, '') })] });
  const broken = document({ blocks: [table('F1', { chart: chartOf('<svg', 'Broken') })] });
  await expect(printer.pdf(broken)).rejects.toThrow('could not be set');
  await expect(printer.pdf(without)).rejects.toThrow('alt text');
  await expect(pdfOf()).resolves.toBeInstanceOf(Uint8Array);
});

const qpdf = installedProgram('qpdf');
describeIf(qpdf, 'qpdf', () => {
  test('finds the file sound', async () => {
    const folder = temporaryFolder('pdf');
    const path = join(folder, 'report.pdf');
    writeFileSync(path, await pdfOf());
    const { status, stdout } = spawnSync(qpdf!, ['--check', path], { encoding: 'utf8' });
    removeFolder(folder);
    expect([status, stdout]).toEqual([0, expect.stringContaining('No syntax or stream encoding errors')]);
  });
});
