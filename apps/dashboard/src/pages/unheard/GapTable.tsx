import { GapBar } from '../../charts/GapBar';
import type { Question } from '../../figures/figure';
import { count, decimal, percent } from '../../figures/format';
import { NoNumber } from '../../figures/HiddenTag';
import { isPublished } from '../../figures/figure';
import { ReceiptButton } from '../../receipt/ReceiptButton';
import type { Column } from '../../tables/columns';
import { DataTable } from '../../tables/DataTable';
import { gapMax, type GapRow } from './gap-rows';

const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(1)));

function Heard({ row }: { row: GapRow }) {
  if (row.heard) return percent(row.heard.value, row.base);
  if (!isPublished(row.figure)) return <NoNumber figure={row.figure} />;
  return <span className="quiet">{row.figure.shareReason ? 'not yet matched' : 'too few'}</span>;
}

const groupColumn: Column<GapRow> = {
  key: 'group',
  head: 'Group',
  rowHead: true,
  order: (row) => row.name,
  cell: (row) => (
    <>
      <span className={row.under ? 'strong' : ''}>{row.name}</span>
      <span className="sub only-narrow">
        heard <Heard row={row} />, city {row.residents === null ? '' : `${decimal(row.residents)}%`}
      </span>
    </>
  ),
  csv: { values: (row) => [row.name] },
};

const gapColumn = (max: number): Column<GapRow> => ({
  key: 'gap',
  head: '◀ less than residents · more ▶',
  className: 'gap-cell',
  order: (row) => row.gap,
  cell: (row) =>
    row.gap === null ? (
      <span className="quiet">no comparison</span>
    ) : (
      <>
        <GapBar gap={row.gap} max={max} digits={(row.base ?? 0) < 1000 ? 0 : 1} />
        <span className="govuk-visually-hidden">{decimal(row.gap)} percentage points</span>
      </>
    ),
  csv: { heads: ['Gap, percentage points'], values: (row) => [rounded(row.gap)] },
});

const numberColumns: Column<GapRow>[] = [
  {
    key: 'heard',
    head: 'Heard',
    numeric: true,
    className: 'only-wide',
    order: (row) => row.heard?.value ?? null,
    cell: (row) => <Heard row={row} />,
    csv: { heads: ['Heard %'], values: (row) => [rounded(row.heard?.value ?? null) ?? '[c]'] },
  },
  {
    key: 'residents',
    head: 'Residents',
    numeric: true,
    className: 'only-wide',
    order: (row) => row.residents,
    cell: (row) => (row.residents === null ? '' : `${decimal(row.residents)}%`),
    csv: { heads: ['Residents %'], values: (row) => [rounded(row.residents)] },
  },
];

const baseColumn: Column<GapRow> = {
  key: 'base',
  head: 'Answered',
  numeric: true,
  className: 'only-wide',
  order: (row) => row.base,
  cell: (row) => (row.base === null ? '' : count(row.base)),
  csv: { heads: ['People who answered'], values: (row) => [row.base] },
};

/** Gap bars beside their numbers: heard, residents, and (in full) the base that answered. */
export const gapColumns = (rows: readonly GapRow[], question: Question, full: boolean): Column<GapRow>[] => [
  groupColumn,
  gapColumn(gapMax(rows)),
  ...numberColumns,
  ...(full ? [baseColumn] : []),
  {
    key: 'receipt',
    head: 'How was this counted?',
    hiddenHead: true,
    className: 'sign',
    cell: (row) => <ReceiptButton request={{ question, keys: row.figure.keys, name: row.name }} />,
  },
];

export function GapTable({ rows, columns }: { rows: GapRow[]; columns: Column<GapRow>[] }) {
  return (
    <DataTable
      caption="Share of people heard against share of residents"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.code}
      sort={{ key: 'gap', down: false }}
      className="gaps"
    />
  );
}
