import type { Figure } from '#facts';
import { plain } from '../../../public/read/decisions-in-html.js';
import { besideResidents, isOfPeople } from '../../../public/read/figures-in-html.js';
import type { ReportCell, ReportChart, ReportRow, ReportTable } from '../../../public/reports/content.js';

type Column = ReportTable['columns'][number];

export const column = (name: string, title: string, numeric = true): Column => ({ name, title, numeric });
export const words = (name: string, title: string): Column => column(name, title, false);
export const PEOPLE = [column('people', 'People'), column('people_low', 'From'), column('people_high', 'To')];

export const nameOf = (figure: Figure): string => figure.keys.map(({ name }) => plain(name)).join(', ');
export const people = (figure: Figure): ReportCell[] =>
  figure.hidden ? [null, null, null] : [figure.people.value, figure.people.low, figure.people.high];
export const peopleAndSubmissions = (figure: Figure): ReportCell[] => [
  ...people(figure),
  figure.hidden ? null : figure.submissions,
];
/** To a tenth; null stays [c]. */
export const tenth = (value: number | undefined): ReportCell =>
  value === undefined ? null : Math.round(value * 10) / 10;

/** [x] where its theme's grade withholds a figure; null stays [c]. */
const rowOf = (figure: Figure, cells: readonly ReportCell[], name = nameOf(figure)): ReportRow => ({
  cells: [name, ...(figure.hidden && figure.withheld ? cells.map((cell) => cell ?? '[x]') : cells)],
  figure: figure.id,
});

/**
 * A table with a row a figure, and under its title why figures are withheld where some are.
 * @param cellsOf what stands behind the name of each
 * @param chart of the rows as they are told
 */
export function figureTable(
  { measure, ...head }: Pick<ReportTable, 'code' | 'title' | 'measure' | 'columns'>,
  figures: readonly Figure[],
  cellsOf: (figure: Figure) => readonly ReportCell[] = people,
  chart: (rows: readonly ReportRow[]) => ReportChart | null = () => null,
): ReportTable {
  const rows = figures.map((figure) => rowOf(figure, cellsOf(figure)));
  const reasons = new Set(figures.flatMap((one) => (one.hidden && one.withheld ? [one.reason] : [])));
  return {
    ...head,
    measure: reasons.size === 0 ? measure : `${measure} [x]: ${[...reasons].join(' ')}`,
    rows,
    chart: chart(rows),
  };
}

/** Rows of a drawing in words: "Quarter 1 of 2024 410; Quarter 2 of 2024 [c]." */
export const altOf = (what: string, rows: readonly ReportRow[], at: number, unit = ''): string =>
  `${what}: ${rows.map(({ cells }) => `${String(cells[0])} ${typeof cells[at] === 'number' ? `${cells[at]}${unit}` : (cells[at] ?? '[c]')}`).join('; ')}.`;

/** Quarters as they were asked for, the last eight; drawn by themselves. */
export function overTime(code: string, title: string, quarters: readonly Figure[]): ReportTable {
  const codeOf = ({ keys }: Figure): string => keys[0]?.code ?? '';
  // Where some are hidden these stand behind the others: a table of time is in the order of time.
  const dated = quarters
    .filter((one) => /^\d{4}-Q\d$/.test(codeOf(one)))
    .sort((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1))
    .slice(-8);
  const measure =
    'People heard in each of the last eight quarters; one heard in two quarters is in both. Asking in more places brings more voices, so no rise or fall is told from this table.';
  const columns = [words('quarter', 'Quarter'), ...PEOPLE];
  return figureTable({ code, title, measure, columns }, dated, people, (rows) => ({
    kind: 'quarters',
    column: 'people',
    alt: altOf('Bars of people by quarter', rows, 1),
  }));
}

/** A figure of a run of quarters, by what its row is called; none where too few are told. */
export interface Period {
  name: string;
  /** What is said of its change. */
  change: string;
  figure: Figure | undefined;
}

/** The same with a row a period under the quarters, which is not drawn: its people are counted once, however many quarters they spoke in. */
export function withPeriods(table: ReportTable, periods: readonly Period[]): ReportTable {
  const rows = periods.flatMap(({ name, change, figure }) =>
    figure ? [rowOf(figure, [...people(figure), change], name)] : [],
  );
  if (rows.length === 0) return table;
  const { chart } = table;
  return {
    ...table,
    columns: [...table.columns, words('change', 'Change')],
    rows: [...table.rows.map((row) => ({ ...row, cells: [...row.cells, ''] })), ...rows],
    chart: chart && { ...chart, rows: [...table.rows.keys()] },
  };
}

/** So many bars tell who is missing; the table tells the rest. */
const MOST_GAPS = 8;

/**
 * Shares of groups among those heard less their shares of residents.
 * @param of whose shares these are: of people who raised a theme, less than a group's share of residents is not said to be less heard
 */
export function unheard(
  code: string,
  title: string,
  groups: readonly Figure[],
  of: 'heard' | 'raised it' = 'heard',
): ReportTable {
  const rows = groups.filter(isOfPeople).flatMap((figure) => {
    const shares = besideResidents(figure);
    if (shares === null) return [];
    const { heard, residents } = shares;
    return [rowOf(figure, [tenth(heard), tenth(residents), tenth(heard - residents)])];
  });
  const gap = (at: number): number => Math.abs(Number(rows[at]?.cells[3]));
  const drawn = [...rows.keys()]
    .sort((a, b) => gap(b) - gap(a))
    .slice(0, MOST_GAPS)
    .sort((a, b) => a - b);
  const [their, head] =
    of === 'heard' ? ['is heard', 'Heard, %'] : ['is among those who raised it', 'Of those who raised it, %'];
  const what = `The widest gaps as bars, to the left where a group ${their} less than its share of residents, to the right where more, in points`;
  return {
    code,
    title,
    measure: `Share of people who ${of === 'heard' ? 'were heard' : of} and whose answer is known, less the share of residents (Census 2021; deprivation 2019), in percentage points. Not weighted. Drawn: the widest gaps.${of === 'heard' ? '' : ' Fewer of a group may be fewer who minded: it says of nobody that they were not heard.'}`,
    columns: [
      words('group', 'Group'),
      ...[column('heard', head), column('residents', 'Residents, %'), column('gap', 'Gap, points')].map(
        (one) => ({ ...one, digits: 1 }),
      ),
    ],
    rows,
    chart: {
      kind: 'gaps',
      column: 'gap',
      rows: drawn,
      alt: altOf(
        what,
        drawn.flatMap((at) => rows[at] ?? []),
        3,
      ),
    },
  };
}
