import { CsvButton } from '../../downloads/CsvButton';
import { signed } from '../../figures/format';
import { Section } from '../../layout/Section';
import type { Column } from '../../tables/columns';
import { DataTable } from '../../tables/DataTable';
import type { Asking, OverTime } from './over-time';
import { askingName } from './words';

const points = ({ gap }: Asking): string => (gap ? signed(gap.points, 0) : '');

const COLUMNS: Column<Asking>[] = [
  { key: 'name', head: 'Asked', rowHead: true, cell: askingName, csv: { values: (row) => [askingName(row)] } },
  { key: 'women', head: 'Women', numeric: true, cell: ({ women }) => `${women}%`, csv: { values: ({ women }) => [women] } },
  { key: 'men', head: 'Men', numeric: true, cell: ({ men }) => `${men}%`, csv: { values: ({ men }) => [men] } },
  { key: 'gap', head: 'Gap, points', numeric: true, cell: (row) => <strong>{points(row)}</strong>, csv: { values: ({ gap }) => [gap ? Math.round(gap.points) : null] } },
  { key: 'range', head: '95% range', numeric: true, className: 'only-wide', cell: ({ gap }) => gap && `${signed(gap.low, 0)} to ${signed(gap.high, 0)}` },
]; // prettier-ignore

/** A gap inside one survey stands even where levels may not be compared. */
export function Gaps({ of }: { of: OverTime }) {
  const rows = of.askings.filter(({ gap }) => gap !== null);
  const lower = rows.filter(({ gap }) => (gap?.high ?? 0) < 0).length;
  const higher = rows.filter(({ gap }) => (gap?.low ?? 0) > 0).length;
  const title =
    rows.length === 0
      ? 'Women and men can’t be told apart here'
      : lower === 0 && higher === 0
        ? 'No clear gap between women and men'
        : `Women are ${lower >= higher ? 'lower' : 'higher'} than men ${Math.max(lower, higher)} of ${rows.length} times`;
  return (
    <Section
      title={title}
      measure="Share of women less share of men, in points. A gap inside one survey stands even where levels may not be compared."
      tools={rows.length > 0 && <CsvButton title="Women and men" columns={COLUMNS} rows={rows} />}
    >
      {rows.length > 0 && (
        <DataTable
          caption="Women and men, each time"
          columns={COLUMNS}
          rows={rows}
          rowKey={({ engagement, question }) => `${engagement} ${question}`}
          sort={{ key: '', down: false }}
        />
      )}
    </Section>
  );
}
