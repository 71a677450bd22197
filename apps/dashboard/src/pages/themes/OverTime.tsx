import { useRef } from 'react';
import { useAnswer } from '../../app/answer';
import { useFrame, useView } from '../../app/view';
import { QuarterBars, type QuarterBar } from '../../charts/QuarterBars';
import { CsvButton } from '../../downloads/CsvButton';
import { PngButton } from '../../downloads/PngButton';
import { REPORTS, withheldAll, type FigureFilter } from '../../figures/figure';
import { count } from '../../figures/format';
import { WhyWithheld } from '../../figures/WhyWithheld';
import { HiddenNote, HiddenTag } from '../../figures/HiddenTag';
import { useFigures, type Figures } from '../../figures/useFigures';
import { useTableSwitch } from '../../layout/ChartTable';
import { Section } from '../../layout/Section';
import { useReceipt } from '../../receipt/ReceiptProvider';
import { Shown } from '../../states/Shown';
import type { Column } from '../../tables/columns';
import { DataTable } from '../../tables/DataTable';
import { OPEN_TIMES } from '../engagements/queries';
import { CrimeBeside } from './CrimeBeside';
import { OnTheYearBefore } from './OnTheYearBefore';
import { OVER_TIME_MEASURE, quarterBars, wholeList } from './quarter-bars';
import { useQuarters } from './useThemeRows';

interface Props {
  filter: FigureFilter;
  name: string;
  onClear: (() => void) | undefined;
}

const NO_FILTER: FigureFilter = {};

/** Quarters of what people say, and recorded crime in a panel of its own. */
export function OverTime({ filter, name, onClear }: Props) {
  const answer = useFigures({ report: REPORTS.themes, by: ['QUARTER'], filter });
  return (
    <Shown answer={answer} rows={14} onClear={onClear} title="Over time">
      {(figures) => {
        const why = withheldAll(figures.nodes);
        return why ? (
          <WhyWithheld title="Not told over time" why={why} />
        ) : (
          <Panel figures={figures} filter={filter} name={name} />
        );
      }}
    </Shown>
  );
}

function useBars(figures: Figures, filter: FigureFilter): QuarterBar[] {
  const { edition } = useView();
  const frame = useFrame();
  const open = useAnswer({ query: OPEN_TIMES, variables: { edition } });
  const { quarters } = useQuarters(NO_FILTER);
  return quarterBars(
    figures.nodes,
    filter.quarter ?? quarters,
    frame.edition?.dataTo ?? null,
    wholeList(open.data?.engagements),
  );
}

interface PanelProps extends Omit<Props, 'onClear'> {
  figures: Figures;
}

function Panel({ figures, filter, name }: PanelProps) {
  const bars = useBars(figures, filter);
  const receipt = useReceipt();
  const drawing = useRef<HTMLDivElement>(null);
  const table = useTableSwitch(`${name} by quarter`);
  const columns = barColumns();
  // Under a ward the edition says how it stands beside the city, which is no change.
  const said = figures.statements.find(({ ward }) => ward === null);
  return (
    <Section
      title={said?.heading ?? 'People by quarter'}
      measure={OVER_TIME_MEASURE}
      tools={
        <>
          {table.button}
          <CsvButton title={`${name} by quarter`} columns={columns} rows={bars} />
          <PngButton title={`${name} by quarter`} drawing={drawing} />
        </>
      }
    >
      <OnTheYearBefore said={said} silent={figures.silent} />
      <h3 className="chart-title">People who raised it, each quarter</h3>
      <div ref={drawing}>
        <QuarterBars
          bars={bars}
          label={`${name}, people by quarter`}
          onOpen={(bar) =>
            receipt({
              question: figures.question,
              keys: [{ dimension: 'QUARTER', code: bar.code, name: bar.name }],
              name: `${name}, ${bar.name}`,
            })
          }
        />
      </div>
      <p className="note">
        Each bar is three months from the month named.{' '}
        {bars.some((bar) => bar.open !== null) && 'Open: engagements that were open in the quarter. '}
        <HiddenNote note={figures.note} />
      </p>
      {table.open && (
        <DataTable
          caption={`${name}, people by quarter`}
          columns={columns}
          rows={bars}
          rowKey={(bar) => bar.code}
          sort={{ key: 'quarter', down: false }}
        />
      )}
      <CrimeBeside />
    </Section>
  );
}

function barColumns(): Column<QuarterBar>[] {
  return [
    {
      key: 'quarter',
      head: 'Quarter',
      rowHead: true,
      order: (bar) => bar.code,
      cell: (bar) => `${bar.name}${bar.partial ? ' (not over)' : ''}`,
      csv: { heads: ['Quarter', 'Code'], values: (bar) => [bar.name, bar.code] },
    },
    {
      key: 'people',
      head: 'People',
      numeric: true,
      order: (bar) => bar.people,
      cell: (bar) => (bar.people === null ? <HiddenTag /> : count(bar.people)),
      csv: { values: (bar) => [bar.people ?? '[c]'] },
    },
    {
      key: 'open',
      head: 'Engagements open',
      numeric: true,
      order: (bar) => bar.open,
      cell: (bar) => bar.open,
      csv: { values: (bar) => [bar.open] },
    },
  ];
}
