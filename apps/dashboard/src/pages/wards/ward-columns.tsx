import { areaMark } from '#statements';
import { Go } from '../../app/Go';
import { IntervalLine, NoInterval } from '../../charts/IntervalLine';
import { ENDS, roundUp } from '../../charts/scale';
import type { Question } from '../../figures/figure';
import { count, decimal, rangeDecimal } from '../../figures/format';
import { NoNumber } from '../../figures/HiddenTag';
import { ReceiptButton } from '../../receipt/ReceiptButton';
import type { Column } from '../../tables/columns';
import { residentsWords } from './rate-group';
import type { WardRow } from './ward-rows';

function Rate({ row }: { row: WardRow }) {
  if (row.people === null && !row.rate) return <NoNumber figure={row.figure} of="others" />;
  if (!row.rate) return row.people === 0 ? <>0</> : <span className="no-rate">no rate</span>;
  return (
    <>
      <strong>{decimal(row.rate.value)}</strong>
      <span className="sub only-narrow">{rangeDecimal(row.rate.low, row.rate.high)}</span>
    </>
  );
}

/** How an area stands beside the rest of the city, as a mark and a word. */
export function AreaMark({ verdict }: { verdict: string }) {
  const { sign, word } = areaMark(verdict);
  return <span className={sign ? 'change' : 'unclear'}>{sign ? `${sign} ${word}` : word}</span>;
}

const csvName = (row: WardRow): string =>
  row.rate && row.rateOf ? `${row.name} (rate: ${row.rateOf})` : row.name;
const tenth = (value: number): number => Number(value.toFixed(1));

function rateColumns({ rows, city, group }: Asked): Column<WardRow>[] {
  const max = roundUp(Math.max(1, ...rows.map((row) => row.rate?.high ?? 0)), ENDS);
  const reference = city.rate?.value;
  const known = (row: WardRow) => !row.rest;
  return [
    {
      key: 'rate',
      head: 'Per 1,000',
      numeric: true,
      // Without a rate by their number of people, under every rate; [c] last, by name.
      order: (row) => row.rate?.value ?? (row.people === null ? null : row.people / 1e6),
      cell: (row) => known(row) && <Rate row={row} />,
      csv: {
        heads: [`Per 1,000 ${residentsWords(group)}`, 'Low', 'High'],
        values: (row) =>
          row.rate
            ? [tenth(row.rate.value), tenth(row.rate.low), tenth(row.rate.high)]
            : [row.people === null ? '[c]' : known(row) ? 'no rate' : null, null, null],
      },
    },
    {
      key: 'interval',
      head: '95% interval',
      className: 'only-wide nowrap',
      cell: (row) => row.rate && <span className="quiet">{rangeDecimal(row.rate.low, row.rate.high)}</span>,
    },
    {
      key: 'line',
      head: `Interval, 0 to ${count(max)}`,
      headCell: reference === undefined ? '' : `0 to ${count(max)}; dashed: all wards ${decimal(reference)}`,
      className: 'only-wide interval-cell',
      cell: (row) =>
        row.rate ? (
          <IntervalLine {...row.rate} max={max} reference={reference} />
        ) : (
          known(row) && <NoInterval max={max} reference={reference} />
        ),
    },
    {
      key: 'against',
      head: 'Against the rest of the city',
      className: 'only-wide',
      cell: (row) => row.said && <AreaMark verdict={row.said.verdict} />,
      csv: { values: (row) => [row.said?.words ?? null] },
    },
  ];
}

interface Asked {
  rows: readonly WardRow[];
  city: WardRow;
  question: Question;
  subject: string;
  /** The group of the census that rates are of; null for all residents. */
  group: string | null;
}

/** Ranked table of wards: people, rate, interval in numbers and drawn, and whether the ward differs from all together. */
export function wardColumns(asked: Asked): Column<WardRow>[] {
  const { city, question, subject } = asked;
  const isWard = (row: WardRow) => !row.rest && row.code !== city.code;
  return [
    {
      key: 'ward',
      head: 'Ward',
      rowHead: true,
      order: (row) => row.name,
      cell: (row) =>
        isWard(row) ? (
          <Go to={`/wards/${row.code}`} className="link same">
            {row.name}
          </Go>
        ) : (
          <>
            {row.name}
            {row.rate && row.rateOf && <span className="sub">Rate: {row.rateOf}</span>}
          </>
        ),
      csv: { heads: ['Code', 'Ward'], values: (row) => [isWard(row) ? row.code : null, csvName(row)] },
    },
    {
      key: 'people',
      head: 'People',
      numeric: true,
      order: (row) => row.people,
      cell: (row) => (row.people === null ? <NoNumber figure={row.figure} /> : count(row.people)),
      csv: { values: (row) => [row.people ?? '[c]'] },
    },
    ...rateColumns(asked),
    {
      key: 'receipt',
      head: 'How was this counted?',
      hiddenHead: true,
      className: 'sign',
      cell: (row) => {
        const keys =
          row.code === city.code
            ? []
            : (row.figure?.keys ?? [{ dimension: 'WARD' as const, code: row.code, name: row.name }]);
        return <ReceiptButton request={{ question, keys, name: `${subject}, ${row.name}` }} />;
      },
    },
  ];
}
