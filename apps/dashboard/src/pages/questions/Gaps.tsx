import { gapsHeading } from '#statements';
import { CsvButton } from '../../downloads/CsvButton';
import { rangeSigned, signed } from '../../figures/format';
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
  { key: 'range', head: '95% range', numeric: true, className: 'only-wide', cell: ({ gap }) => gap && rangeSigned(gap.low, gap.high) },
]; // prettier-ignore

/** A gap inside one survey stands even where levels may not be compared. */
export function Gaps({ of }: { of: OverTime }) {
  const rows = of.askings.filter(({ gap }) => gap !== null);
  return (
    <Section
      title={gapsHeading(rows.flatMap(({ gap }) => gap ?? []))}
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
