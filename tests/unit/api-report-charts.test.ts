import { zipSync } from 'fflate';
import type { ReportTable } from '../../apps/api/src/public/reports/content.js';
import { docx } from '../../apps/api/src/public/reports/forms/docx.js';
import { printed } from '../../apps/api/src/public/reports/forms/printed.js';
import { pageAt } from '../../apps/api/src/public/reports/row-places.js';
import { chartFaults } from '../support/chart-order.js';
import { chartsIn, type ReadChart } from '../support/charts-in.js';
import { MADE_GAPS, MADE_LOOK, MADE_QUARTERS, MADE_RECORDED, MADE_WARDS } from '../support/made-charts.js';
import { madeQuestion, madeReport } from '../support/made-report.js';
import { allOf, oneOf, packageFaults, partsOf, readXml } from '../support/word-package.js';

const QUESTION = madeQuestion(1, 6);
const tables = [MADE_QUARTERS, MADE_WARDS, MADE_GAPS, MADE_RECORDED, QUESTION];
const content = { ...madeReport(0), tables };
const standing = {
  origin: 'https://hub.example.org',
  release: { releasedAt: '2026-02-03T09:30:00.000Z', digest: 'ab'.repeat(32) },
  correctedBy: null,
  corrects: null,
};
const made = (): Uint8Array =>
  docx(
    printed(content, standing, ({ chart }) => chart && '<svg/>'),
    MADE_LOOK,
  );
const file = made();
const parts = partsOf(file);
const charts = chartsIn(file);
const chartOf = ({ code }: ReportTable): ReadChart => charts.find((one) => one.code === code)!;
const column = ({ columns, rows }: ReportTable, name: string) =>
  rows.map(({ cells }) => cells[columns.findIndex((one) => one.name === name)] ?? null);
const numbers = (cells: readonly (string | number | null)[]) =>
  cells.map((cell) => (typeof cell === 'number' ? cell : null));

test('the file and each workbook in it are sound packages', () => {
  expect(packageFaults(file)).toEqual([]);
  const workbooks = [...parts.keys()].filter((name) => name.endsWith('.xlsx'));
  expect(workbooks).toHaveLength(4);
  for (const name of workbooks) expect([name, packageFaults(parts.get(name)!)]).toEqual([name, []]);
});

test.each([
  [
    'a chart without its type',
    '[Content_Types].xml',
    /<Override PartName="\/word\/charts\/chart2.xml"[^>]*>/,
    '',
  ],
  ['workbooks without their type', '[Content_Types].xml', /<Default Extension="xlsx"[^>]*>/, ''],
  ['a chart that nothing leads to', 'word/_rels/document.xml.rels', /<Relationship Id="chart1"[^>]*>/, ''],
  ['a relationship of no chart', 'word/_rels/document.xml.rels', /charts\/chart1.xml/, 'charts/chart9.xml'],
  ['two relationships of one name', 'word/_rels/document.xml.rels', /Id="chart2"/, 'Id="chart1"'],
  ['a chart without its workbook', 'word/charts/_rels/chart1.xml.rels', /chart1.xlsx/, 'chart9.xlsx'],
])('%s is found', (_, name, from, to) => {
  const text = Buffer.from(parts.get(name)!).toString();
  expect(text).toMatch(from);
  const broken = new Map(parts).set(name, Buffer.from(text.replace(from, to)));
  expect(packageFaults(zipSync(Object.fromEntries(broken)))).not.toEqual([]);
});

test('charts are built as their schema wants, and what is not is found', () => {
  for (const { xml } of charts) expect(chartFaults(xml)).toEqual([]);
  const text = Buffer.from(parts.get('word/charts/chart1.xml')!).toString();
  const turned = (from: RegExp, to: string) => chartFaults(readXml(Buffer.from(text.replace(from, to))));
  expect(turned(/(<c:errBars>.*<\/c:errBars>)(<c:cat>.*<\/c:cat>)/, '$2$1')).toEqual([
    'errBars out of order in ser',
  ]);
  expect(turned(/<c:crossAx val="1"\/>/, '')).toEqual(['no crossAx in valAx']);
});

test('each drawing but a map is a chart in the text, in words for whoever does not see it, with its caption', () => {
  const document = readXml(parts.get('word/document.xml')!);
  const placed = allOf(document, 'wp:docPr').map(({ attributes }) => attributes);
  const drawn = tables.filter((table) => table !== MADE_WARDS);
  expect(placed.map(({ descr }) => descr)).toEqual(drawn.map(({ chart }) => chart!.alt));
  expect(new Set(placed.map(({ id }) => id)).size).toBe(drawn.length);
  for (const inline of allOf(document, 'wp:inline'))
    expect(inline.children.map(({ name }) => name)).toEqual(['wp:extent', 'wp:effectExtent', 'wp:docPr', 'wp:cNvGraphicFramePr', 'a:graphic']); // prettier-ignore
  const captions = allOf(document, 'w:p').filter((one) => allOf(one, 'w:pStyle').some(({ attributes }) => attributes['w:val'] === 'Caption')); // prettier-ignore
  expect(captions.map((one) => allOf(one, 'w:t').map(({ text }) => text).join(''))).toEqual([
    'Chart of F2: “People” by “Quarter”. Whiskers: from “From” to “To” of the table. No column: Quarter 3 of 2024 [c], Quarter 4 of 2024 [x]. Edition 3, hub.example.org/r/safe-streets/F2.',
    'The map of F3 is on the page of this report and in its PDF; the table tells all that it tells. Edition 3, hub.example.org/r/safe-streets/F3.',
    'Chart of F4: “Gap, points” by “Group”. Edition 3, hub.example.org/r/safe-streets/F4.',
    'Chart of R1: “Recorded” by “Month”. Dashed: not to be compared. Edition 3, hub.example.org/r/safe-streets/R1.',
    'Chart of Q1: “%” by “Answer”. Whiskers: from “From, %” to “To, %” of the table. No bar: Answer 1 [c]. Edition 3, hub.example.org/r/safe-streets/Q1.',
  ]); // prettier-ignore
});

test('a chart tells the numbers of its table, none where the table has none, and ranges as whiskers', () => {
  for (const [table, name] of [[MADE_QUARTERS, 'people'], [QUESTION, 'share']] as const) {
    const chart = chartOf(table);
    const told = numbers(column(table, name));
    expect(chart.series.map(({ values }) => values)).toEqual([told]);
    expect(told.filter((value) => value === null).length).toBeGreaterThan(0);
    const [low, high] = [numbers(column(table, `${name}_low`)), numbers(column(table, `${name}_high`))];
    expect(chart.whiskers).toEqual({
      down: told.map((value, n) => (value === null ? null : value - low[n]!)),
      up: told.map((value, n) => (value === null ? null : high[n]! - value)),
    });
  } // prettier-ignore
  expect(chartOf(MADE_QUARTERS).names[2]).toBe('Quarter 3 of 2024 [c]');
  expect(chartOf(MADE_QUARTERS).names[3]).toBe('Quarter 4 of 2024 [x]');
});

test('gaps are those that are drawn, and what may not be compared is a line of its own', () => {
  expect(chartOf(MADE_GAPS)).toMatchObject({
    names: ['Aged 16 to 24', 'Aged 65 and over', 'Women'],
    series: [{ name: 'Gap, points', values: [-6.8, 7.5, 4.2] }],
    whiskers: null,
  });
  const counts = numbers(column(MADE_RECORDED, 'count'));
  expect(chartOf(MADE_RECORDED).series).toEqual([
    { name: 'Recorded', values: counts.map((count, n) => (n < 10 ? count : null)) },
    { name: 'Recorded, not to be compared', values: counts.map((count, n) => (n < 10 ? null : count)) },
  ]);
});

test('the workbook behind a chart holds its numbers where the chart says, with figures and short addresses', () => {
  for (const { code, held, read } of charts) expect([code, held]).toEqual([code, read]);
  expect(chartOf(QUESTION).rows[2]).toEqual([
    'Answer 2',
    22,
    2,
    2,
    'answers/a-council/safety/q1/o2',
    'https://hub.example.org/r/safe-streets/Q1.3',
  ]);
  expect(chartOf(QUESTION).rows[1]).toEqual(['Answer 1 [c]', null, null, null, 'answers/a-council/safety/q1/o1', 'https://hub.example.org/r/safe-streets/Q1.2']); // prettier-ignore
});

test('the address of a chart is that of its table on the page', () => {
  expect([pageAt(content, 'f2'), pageAt(content, 'F9')]).toEqual(['/read/reports/safe-streets#F2', null]);
});

test('without the dashboard’s charts there is none', () => {
  const plain = docx(
    printed(content, standing, () => null),
    null,
  );
  expect([...partsOf(plain).keys()].filter((name) => /chart/.test(name))).toEqual([]);
  expect(packageFaults(plain)).toEqual([]);
  expect(oneOf(readXml(partsOf(plain).get('word/document.xml')!), 'w:body').children.length).toBeGreaterThan(
    5,
  );
});

test('a report with charts has the same bytes each time', () => {
  expect(Buffer.from(made()).equals(Buffer.from(file))).toBe(true);
});
