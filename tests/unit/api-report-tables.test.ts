import type { Figure } from '#facts';
import { inCell, printed } from '../../apps/api/src/public/reports/forms/printed.js';
import { figurePage } from '../../apps/api/src/public/read/read-pages.js';
import { breaksAndCorrections, quality } from '../../apps/api/src/partner/reports/tables/annex-tables.js';
import { themeTables } from '../../apps/api/src/partner/reports/tables/theme-tables.js';
import { overTime, withPeriods } from '../../apps/api/src/partner/reports/tables/table-parts.js';
import { madeQuestion, madeReport } from '../support/made-report.js';

/** A figure of a quarter as far as a table looks at it; hidden without people. */
const quarter = (code: string, people: number | null): Figure =>
  ({
    id: `themes-by-community/quarter=${code}`,
    keys: [{ dimension: 'quarter', code, name: code }],
    ...(people === null
      ? { hidden: true, withheld: null }
      : { hidden: false, people: { value: people, low: people - 5, high: people + 5 } }),
  }) as unknown as Figure;

const QUARTERS = [
  '2023-Q1',
  '2023-Q2',
  '2023-Q3',
  '2023-Q4',
  '2024-Q1',
  '2024-Q2',
  '2024-Q3',
  '2024-Q4',
  '2025-Q1',
];

test('the last eight quarters stand in the order of time, those that are hidden in their places, and what is of no quarter in none', () => {
  // As the hub answers: what is hidden last.
  const isHidden = (code: string) => ['2023-Q3', '2025-Q1'].includes(code);
  const shown = QUARTERS.filter((code) => !isHidden(code)).map((code, at) => quarter(code, 20 + at));
  const hidden = ['2025-Q1', '2023-Q3'].map((code) => quarter(code, null));
  const table = overTime('W1', 'When', [...shown, ...hidden, quarter('not-known', 30)]);
  expect(table.rows.map(({ cells }) => cells[0])).toEqual(QUARTERS.slice(1));
  expect(table.rows.flatMap(({ cells }) => (cells[1] === null ? [cells[0]] : []))).toEqual([
    '2023-Q3',
    '2025-Q1',
  ]);
});

test('two years stand under the quarters and are not drawn, and a table without them stays as it is', () => {
  const table = overTime('W1', 'When', [quarter('2024-Q4', 20), quarter('2025-Q1', 25)]);
  const year = (name: string, change: string, figure: Figure | undefined) => ({ name, change, figure });
  const told = withPeriods(table, [
    year('Last four', 'too few', quarter('2024-Q2..2025-Q1', 40)),
    year('The four before', '', quarter('2023-Q2..2024-Q1', null)),
  ]);
  expect(told.rows.map(({ cells }) => cells)).toEqual([
    ['2024-Q4', 20, 15, 25, ''],
    ['2025-Q1', 25, 20, 30, ''],
    ['Last four', 40, 35, 45, 'too few'],
    ['The four before', null, null, null, ''],
  ]);
  expect(told.columns.map(({ name }) => name)).toEqual([
    'quarter',
    'people',
    'people_low',
    'people_high',
    'change',
  ]);
  expect(told.chart!.rows).toEqual([0, 1]);
  expect(withPeriods(table, [year('Last four', '', undefined)])).toBe(table);
});

test('the annex is printed behind everything that the author wrote', () => {
  const report = madeReport(1);
  const content = { ...report, tables: [...report.tables, { ...madeQuestion(2, 3), code: 'A1' }] };
  const standing = { origin: 'https://hub.example.org', release: null, correctedBy: null, corrects: null };
  const headings = printed(content, standing, () => null).blocks.map(({ heading }) => heading.split(' ')[0]);
  expect(headings).toEqual(['The', 'Q1', 'Limits', 'A1', 'Notes']);
});

/** A theme that the computer found in fewer submissions than its corrected number of people. */
const LITTER = {
  ...{
    id: 'themes-by-community/theme=litter',
    keys: [{ dimension: 'theme', code: 'litter', name: 'Litter' }],
  },
  ...{ hidden: false, grade: 'indicative', edition: null, definition: '', share: null, list: null },
  ...{ people: { value: 560, low: 500, high: 620 }, asCounted: 405, submissions: 420, arguments: 300 },
  receipt: { steps: [], suppression: '' },
} as unknown as Figure;

test('what the computer counted of a theme is named as that beside people who are corrected, in F1 and on the figure’s own page', async () => {
  const ask = { figuresOf: (_: string, by: string[]) => Promise.resolve(by[0] === 'theme' ? [LITTER] : []) };
  const names = { groupOf: new Map(), themes: new Map([['litter', { name: 'Litter' }]]) };
  const quotes = { ofTheme: () => Promise.resolve([]), shown: () => Promise.resolve([]) };
  const about = { ask, names, quotes, edition: 3, decisions: [], statements: [], today: '2025-03-01' };
  const [first] = await themeTables('litter', { recorded: null, before: null }, about as never);
  expect([first!.code, first!.rows[0]!.cells.slice(0, 5)]).toEqual(['F1', ['Litter', 560, 500, 620, 420]]);
  expect(first!.columns[4]!.title).toBe('Submissions, as the computer counted');
  const page = (figure: Figure) =>
    figurePage(figure, { city: 'Plymouth', synthetic: false }).text.replace(/\s+/g, ' ');
  expect(page(LITTER)).toContain('<h1>about 560 people: Litter</h1>');
  expect(page(LITTER)).toContain('<dt>submissions, as the computer counted</dt> <dd>420</dd>');
  expect(page(LITTER)).toContain('<dt>distinct arguments, as the computer counted</dt> <dd>300</dd>');
  expect(page({ ...LITTER, asCounted: null } as Figure)).toContain('<dt>submissions</dt> <dd>420</dd>');
});

test('a range of a change that a narrow column has no room for is broken in print, and a short one is not', () => {
  expect(inCell('rose (between\u00a0−100%\u00a0and\u00a0+228%)')).toBe('rose (between −100% and +228%)');
  expect(inCell('615\u00a0to\u00a0775')).toBe('615\u00a0to\u00a0775');
});

test('the annex holds the breaks of series with why, and what a correction put right', () => {
  const signed = [
    {
      name: 'Ward meetings (demonstration)',
      breaks: [{ since: '2024-07-01', reason: 'Asked by text message since.' }],
    },
    { name: 'Budget' },
  ] as unknown as NonNullable<Parameters<typeof breaksAndCorrections>[1]>['signed'];
  const edition = { number: 3, publishedAt: '2025-06-10T09:00:00Z', correction: 'A file was read twice.' };
  expect(breaksAndCorrections(edition, { signed }).rows.map(({ cells }) => cells)).toEqual([
    ['Ward meetings', '1 July 2024', 'Asked by text message since.'],
    ['Edition 3 is a correction', '10 June 2025', 'A file was read twice.'],
  ]);
  expect(breaksAndCorrections({ ...edition, correction: null }, null).rows).toEqual([]);
});

test('the annex says how well the coding of the theme and its sub-themes was checked, and of no other', () => {
  const grade = (theme: string, grade: 'ready' | 'learning', recoding = false) => ({
    theme, themeName: `Theme ${theme}`, grade, recoding, coder: 'few-4', codebook: 'safer', codebookVersion: 2,
  }); // prettier-ignore
  const grades = [grade('noise', 'ready'), grade('drinking', 'learning', true), grade('litter', 'ready')];
  const rows = quality({ grades }, (theme) => theme !== 'litter').rows.map(({ cells }) => cells);
  expect(rows).toEqual([
    ['Theme noise', 'Ready', expect.stringContaining('may be quoted'), 'few 4', 'safer 2'],
    ['Theme drinking', 'Still learning', expect.stringMatching(/.{20}/), 'few 4', 'safer 2'],
  ]);
  expect(rows[1]![2]).not.toMatch(/^Not checked enough/);
});
