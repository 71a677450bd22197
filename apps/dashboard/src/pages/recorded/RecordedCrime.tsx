import { useMemo } from 'react';
import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useView } from '../../app/view';
import { CrimePanel } from '../../charts/CrimePanel';
import { CsvButton } from '../../downloads/CsvButton';
import { count, day, month, unmarked } from '../../figures/format';
import { useTableSwitch } from '../../layout/ChartTable';
import { Section } from '../../layout/Section';
import { Shown } from '../../states/Shown';
import { DataTable } from '../../tables/DataTable';
import { RECORDED_SERIES } from './queries';
import {
  hasYear,
  hasYearBefore,
  kindColumns,
  MONTHS,
  recordedMessage,
  type Series,
} from './recorded-columns';

const NOT_BEFORE =
  'The twelve months before can’t be compared: recording had changed, or they are not all held.';

interface Place {
  code: string;
  name: string;
}

/** What police recorded in a ward, by month and kind: context in a section of its own, never a count of what people say. */
export function RecordedCrime({ area }: { area: Place }) {
  const { edition } = useView();
  const variables = useMemo(() => ({ edition, ward: area.code }), [edition, area.code]);
  const answer = useAnswer({ query: RECORDED_SERIES, variables });
  return (
    <Shown answer={answer} rows={8} title="Recorded crime">
      {({ recordedSeries: { nodes, located } }) => (
        <>
          {nodes.map((series) => (
            <OneSeries key={series.source} series={series} area={area} located={located} />
          ))}
        </>
      )}
    </Shown>
  );
}

function OneSeries({ series, area, located }: { series: Series; area: Place; located: string }) {
  const table = useTableSwitch('months');
  const held = series.months.flatMap((one) =>
    one.count === null ? [] : [{ month: one.month, value: one.count, afterBreak: one.unsettled !== null }],
  );
  const last = held.at(-1);
  if (!last) return null;
  const name = `${series.title}, ${area.name}`;
  const columns = kindColumns(last.month, series);
  const broken = series.breaks.map(({ reason }) => reason).join(' ');
  return (
    <Section
      title={recordedMessage(series, area.name)}
      measure={`Police records, by month and kind: not what people say. ${hasYear(series) && !hasYearBefore(series) ? NOT_BEFORE : ''}`}
      tools={
        <>
          {table.button}
          <CsvButton title={`${name}, by month`} columns={MONTHS} rows={series.months} unfiltered />
        </>
      }
    >
      <CrimePanel points={held} label={`${name}, by month. ${broken}`} />
      {table.open && (
        <DataTable
          caption={`${name}, by month`}
          columns={MONTHS}
          rows={series.months}
          rowKey={(one) => one.month}
          sort={{ key: 'month', down: false }}
        />
      )}
      <DataTable
        caption={`By kind, ${area.name}`}
        columns={columns}
        rows={series.kinds}
        rowKey={(one) => one.kind}
        sort={{ key: hasYear(series) ? 'year' : 'month', down: true }}
      />
      <p className="note">
        {broken} {series.missing.length > 0 && `Nothing is held of ${series.missing.map(month).join(', ')}. `}
        {located} Recorded by {unmarked(series.agencyName)}, received {day(series.received)}. Source:{' '}
        {series.attribution}, {series.licence}. {count(held.length)} months, {month(held[0]!.month)} to{' '}
        {month(last.month)}.{' '}
        <Go to="/voice-and-record" query={{ ward: area.code }}>
          Beside what people raise
        </Go>
      </p>
    </Section>
  );
}
