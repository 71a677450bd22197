import { useAnswer } from '../../app/answer';
import { useView } from '../../app/view';
import { CrimePanel } from '../../charts/CrimePanel';
import { CsvButton } from '../../downloads/CsvButton';
import { count, month } from '../../figures/format';
import type { RecordedCrimeQuery } from '../../gql/graphql';
import { useTableSwitch } from '../../layout/ChartTable';
import { Shown } from '../../states/Shown';
import type { Column } from '../../tables/columns';
import { DataTable } from '../../tables/DataTable';
import { RECORDED_CRIME } from './queries';

type Crime = RecordedCrimeQuery['recordedCrime'];
type Point = Crime['nodes'][number];

/** Recorded crime is context, never a count of ours: its own panel, its break drawn. */
export function CrimeBeside() {
  const { edition } = useView();
  const answer = useAnswer({ query: RECORDED_CRIME, variables: { edition } });
  return (
    <Shown answer={answer} rows={8}>
      {({ recordedCrime }) => (recordedCrime.nodes.length ? <Panel crime={recordedCrime} /> : null)}
    </Shown>
  );
}

const columns: Column<Point>[] = [
  {
    key: 'month',
    head: 'Month',
    rowHead: true,
    order: (point) => point.month,
    cell: (point) => month(point.month),
    csv: { values: (point) => [point.month] },
  },
  {
    key: 'value',
    head: 'Recorded',
    numeric: true,
    order: (point) => point.value,
    cell: (point) => count(point.value),
    csv: { values: (point) => [point.value] },
  },
  {
    key: 'break',
    head: 'Comparable',
    cell: (point) => (point.afterBreak ? 'not with months before the break' : ''),
    csv: { heads: ['After the break'], values: (point) => [point.afterBreak ? 'yes' : 'no'] },
  },
];

function Panel({ crime }: { crime: Crime }) {
  const table = useTableSwitch(crime.title);
  return (
    <>
      <div className="section-head" style={{ marginTop: 24 }}>
        <h3 className="chart-title">{crime.title}</h3>
        <div className="tools">
          {table.button}
          <CsvButton title={crime.title} columns={columns} rows={crime.nodes} unfiltered />
        </div>
      </div>
      <CrimePanel points={crime.nodes} label={`${crime.title}. ${crime.breakNote ?? ''}`} />
      <p className="note">
        Its own scale; not a count of what people say. Source: {crime.source}. {crime.breakNote}
      </p>
      {table.open && (
        <DataTable
          caption={crime.title}
          columns={columns}
          rows={crime.nodes}
          rowKey={(point) => point.month}
          sort={{ key: 'month', down: false }}
        />
      )}
    </>
  );
}
