import type { ReportChart, ReportTable } from '../../apps/api/src/public/reports/content.js';
import type { ChartLook } from '../../apps/api/src/public/reports/forms/chart-look.js';

/** Colours of a made-up look, each of its own. */
export const MADE_LOOK: ChartLook = {
  ink: '12252B',
  quiet: '44555B',
  grid: 'E4EAEB',
  now: '0F5C6E',
  before: '5598A4',
  light: 'B4D6DB',
  lightEdge: '5598A4',
  neutral: 'C3CED1',
  neutralEdge: '66777C',
  line: '0A3F4C',
};

const words = (name: string, title: string) => ({ name, title, numeric: false });
const column = (name: string, title: string, digits?: number) => ({
  name,
  title,
  numeric: true,
  ...(digits === undefined ? {} : { digits }),
});
const tableOf = (
  code: string,
  title: string,
  columns: ReportTable['columns'],
  rows: ReportTable['rows'],
  chart: ReportChart,
): ReportTable => ({ code, title, measure: `Measure of ${code}.`, columns, rows, chart });

const QUARTERS = Array.from({ length: 8 }, (_, n) => `${2024 + Math.floor(n / 4)}-Q${(n % 4) + 1}`);
/** Eight quarters with their ranges, one of them hidden and one withheld. */
export const MADE_QUARTERS = tableOf(
  'F2',
  'When people raised it, by quarter',
  [words('quarter', 'Quarter'), column('people', 'People'), column('people_low', 'From'), column('people_high', 'To')], // prettier-ignore
  QUARTERS.map((code, n) => ({
    cells: [
      `Quarter ${(n % 4) + 1} of ${code.slice(0, 4)}`,
      ...(n === 2 ? [null, null, null] : n === 3 ? ['[x]', '[x]', '[x]'] : [1_400 + n * 45, 1_380 + n * 45, 1_435 + n * 45]), // prettier-ignore
    ],
    figure: `themes-by-community/quarter=${code};theme=litter`,
  })),
  { kind: 'quarters', column: 'people', alt: 'Bars of people by quarter & their ranges: "2024" <410>.' },
);

/** Gaps from residents, of which three of four are drawn. */
export const MADE_GAPS = tableOf(
  'F4',
  'Who raised it, beside residents',
  [words('group', 'Group'), column('heard', 'Heard, %', 1), column('residents', 'Residents, %', 1), column('gap', 'Gap, points', 1)], // prettier-ignore
  [
    ['Aged 16 to 24', 8.1, 14.9, -6.8],
    ['Aged 25 to 34', 14.2, 14.1, 0.1],
    ['Aged 65 and over', 26.4, 18.9, 7.5],
    ['Women', 55.3, 51.1, 4.2],
  ].map((cells, n) => ({ cells, figure: `unheard/characteristic=c${n};theme=litter` })),
  { kind: 'gaps', column: 'gap', rows: [0, 2, 3], alt: 'The widest gaps as bars, in points.' },
);

/** Sixteen months, the last six of which may not be compared. */
export const MADE_RECORDED = tableOf(
  'R1',
  'Recorded crime by month',
  [words('month', 'Month'), column('count', 'Recorded'), words('compared', 'Compared')],
  Array.from({ length: 16 }, (_, n) => ({
    cells: [
      new Date(Date.UTC(2024, n, 15)).toLocaleDateString('en-GB', { month: 'long', year: 'numeric' }),
      2_400 + ((n * 137) % 400),
      n >= 10 ? 'not to be compared' : '',
    ],
    figure: null,
    code: `${2024 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`,
    page: '/voice-and-record',
  })),
  { kind: 'recorded', column: 'count', alt: 'A line of recorded crime by month, with its break.' },
);

/** Two wards, drawn as a map. */
export const MADE_WARDS = tableOf(
  'F3',
  'Where they live',
  [words('ward', 'Ward'), column('people', 'People'), column('rate', 'Per 1,000', 1)],
  [
    ['Drake', 120, 9.1],
    ['Ham', 95, 6.4],
  ].map((cells, n) => ({ cells, figure: `themes-by-community/theme=litter;ward=E0500208${n + 5}` })),
  { kind: 'wards', column: 'rate', alt: 'Each ward a square near where it is.' },
);
