import { docx } from '../../apps/api/src/public/reports/forms/docx.js';
import { printed } from '../../apps/api/src/public/reports/forms/printed.js';
import { columnsOf, ON_ITS_SIDE, UPRIGHT } from '../../apps/api/src/public/reports/forms/table-columns.js';
import type { ReportTable } from '../../apps/api/src/public/reports/content.js';
import { MADE_LOOK } from '../support/made-charts.js';
import { madeQuestion, madeReport } from '../support/made-report.js';
import { allOf, packageFaults, partsOf, readXml, type Element } from '../support/word-package.js';

const words = (name: string, title: string) => ({ name, title, numeric: false });
const numbers = (name: string, title: string) => ({ name, title, numeric: true });
const CHANGE = 'No clear change (between −20% and +44%)';
const RESTS = '5 consultations that asked the same in both years, with at most 52% of the people heard.';

/** As many columns as the first table of a themed report has. */
const WIDE: ReportTable = {
  code: 'F1',
  title: 'Who raised it',
  measure: 'Distinct people.',
  columns: [
    words('theme', 'Theme'),
    ...[numbers('people', 'People'), numbers('low', 'From'), numbers('high', 'To')],
    numbers('submissions', 'Submissions, as the computer counted'),
    ...[numbers('wards', 'Wards'), numbers('agencies', 'Agencies')],
    ...[words('change', 'Change'), words('rests_on', 'Rests on'), words('checked', 'Checked')],
  ],
  rows: [
    {
      cells: [
        'Safety at night and on transport',
        12_510,
        12_230,
        12_790,
        12_870,
        20,
        4,
        CHANGE,
        RESTS,
        'Ready',
      ],
      figure: 'themes-by-community/theme=litter',
    },
  ],
  chart: null,
};

const standing = { origin: 'https://hub.example.org', release: null, correctedBy: null, corrects: null };
const document = (tables: ReportTable[]) =>
  printed({ ...madeReport(0), tables }, standing, ({ chart }) => chart && '<svg/>');
const bodyOf = (tables: ReportTable[]): Element[] => {
  const file = docx(document(tables), MADE_LOOK);
  expect(packageFaults(file)).toEqual([]);
  return allOf(readXml(partsOf(file).get('word/document.xml')!), 'w:body')[0]!.children;
};
const said = (element: Element): string => allOf(element, 'w:t').map(({ text }) => text).join(' '); // prettier-ignore

/** What stands on sheets that lie one way, and which way, from the first. */
function runsOf(body: Element[]): { onItsSide: boolean; text: string; foot: string }[] {
  const runs: { onItsSide: boolean; text: string; foot: string }[] = [];
  let text = '';
  for (const element of body) {
    text += ` ${said(element)}`;
    for (const sheet of allOf(element, 'w:sectPr')) {
      const size = allOf(sheet, 'w:pgSz')[0]!.attributes;
      const foot = allOf(sheet, 'w:footerReference')[0]!.attributes['r:id']!;
      runs.push({ onItsSide: Number(size['w:w']) > Number(size['w:h']), text, foot });
      text = '';
    }
  }
  expect(text).toBe('');
  return runs;
}

test('a table whose words have no room upright lies on its side with its heading, and what is before and behind it does not', () => {
  const runs = runsOf(bodyOf([WIDE, madeQuestion(1, 3)]));
  expect(runs.map(({ onItsSide }) => onItsSide)).toEqual([false, true, false]);
  const [before, lying, behind] = runs.map(({ text }) => text);
  expect(before).toContain('Decide on lamps');
  expect(before).not.toContain('F1');
  expect(lying).toContain('F1 Who raised it');
  expect(lying).not.toContain('Q1');
  expect(behind).toContain('Q1 How safe do you feel');
  expect(runs.map(({ foot }) => foot)).toEqual(['foot', 'foot-on-its-side', 'foot']);
});

test('tables on their side behind each other are of one run, and one at the end stays so', () => {
  const runs = runsOf(bodyOf([WIDE, { ...WIDE, code: 'F2' }]));
  expect(runs.map(({ onItsSide }) => onItsSide)).toEqual([false, true, false]);
  expect(runs[1]!.text).toMatch(/F1 .*F2 /);
});

test.each([
  ['wide', WIDE, ON_ITS_SIDE],
  ['of a question', madeQuestion(1, 6), UPRIGHT],
])(
  'a table %s is no wider than its sheet, and no column narrower than its longest word',
  (_, table, room) => {
    const [block] = document([table]).blocks.filter(({ kind }) => kind === 'table');
    if (block?.kind !== 'table') throw new Error('no table');
    expect(block.onItsSide).toBe(room === ON_ITS_SIDE);
    const sum = block.columns.reduce((total, { width }) => total + width, 0);
    expect(sum).toBeLessThanOrEqual(room);
    expect(sum).toBeGreaterThan(room * 0.98);
    for (const [at, { title, width }] of block.columns.entries()) {
      const texts = [title, ...block.rows.map((cells) => cells[at]!.text)];
      const longest = Math.max(...texts.flatMap((text) => text.split(' ')).map((word) => word.length));
      // Letters of 9.5 points are half as wide as high, most of them more.
      expect([title, width]).toEqual([title, expect.any(Number)]);
      expect(width).toBeGreaterThan(longest * 9.5 * 20 * 0.5);
    }
  },
);

test('a sheet lies on its side too where sentences would have no more room than their longest words', () => {
  const heads = ['One', 'Two', 'Three', 'Four'].map((title) => ({ title, numeric: false }));
  const sentence = 'Incomprehensibilities are rare, and nobody has to read them in columns of single words.';
  const row = heads.map(() => sentence);
  expect(columnsOf(heads.slice(0, 2), [row]).onItsSide).toBe(false);
  expect(columnsOf(heads, [row]).onItsSide).toBe(true);
});

test('a table of few rows stands on one sheet with its chart, and a long one goes on', () => {
  const kept = (answers: number) => {
    const table = bodyOf([madeQuestion(1, answers)]).find(({ name }) => name === 'w:tbl')!;
    return allOf(table, 'w:tr').slice(1).map((row) => allOf(row, 'w:keepNext').length > 0); // prettier-ignore
  };
  expect(kept(3)).toEqual([true, true, false]);
  expect(kept(20)).toEqual(Array.from({ length: 20 }, () => false));
});
