import { useRef } from 'react';
import { useAnswer } from '../../app/answer';
import { useFrame, useView } from '../../app/view';
import { fullQuarters } from '../../charts/scale';
import { QuarterBars, type QuarterBar } from '../../charts/QuarterBars';
import { CsvButton } from '../../downloads/CsvButton';
import { PngButton } from '../../downloads/PngButton';
import { keyOf, REPORTS, type FigureFilter } from '../../figures/figure';
import { count } from '../../figures/format';
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
import { overTimeMeasure, quarterBars, risingMessage, wholeList, yearChange } from './quarter-bars';
import { RECORDED_CRIME } from './queries';
import { useQuarters } from './useThemeRows';

interface Props {
  filter: FigureFilter;
  name: string;
  /** Police record a category of crime that the theme answers to. */
  recorded: boolean;
  onClear: (() => void) | undefined;
}

const NO_FILTER: FigureFilter = {};

/** Is it rising? Quarters of what people say, and recorded crime in a panel of its own. */
export function OverTime({ filter, name, recorded, onClear }: Props) {
  const answer = useFigures({ report: REPORTS.themes, by: ['QUARTER'], filter });
  return (
    <Shown answer={answer} rows={14} onClear={onClear} title="Over time">
      {(figures) => <Panel figures={figures} filter={filter} name={name} recorded={recorded} />}
    </Shown>
  );
}

function usePanel(figures: Figures, filter: FigureFilter) {
  const { edition } = useView();
  const frame = useFrame();
  const open = useAnswer({ query: OPEN_TIMES, variables: { edition } });
  const { quarters } = useQuarters(NO_FILTER);
  const whole = fullQuarters(quarters, frame.edition?.dataTo ?? null);
  const compared = whole.length >= 8 && !filter.quarter;
  const year = (from: number, to?: number) => ({
    report: REPORTS.themes,
    by: ['THEME' as const],
    filter: { ...filter, quarter: whole.slice(from, to) },
  });
  const now = useFigures(year(-4), { pause: !compared });
  const before = useFigures(year(-8, -4), { pause: !compared });
  const shown = filter.quarter ?? quarters;
  const bars = quarterBars(
    figures.nodes,
    shown,
    frame.edition?.dataTo ?? null,
    wholeList(open.data?.engagements),
  );
  const mine = (some: Figures | undefined) =>
    some?.nodes.find((node) => keyOf(node, 'THEME')?.code === filter.theme?.[0]);
  return {
    bars,
    // What was compared before a filter by period was set still stands in the answers.
    change: compared ? yearChange(mine(now.data), mine(before.data)) : null,
  };
}

interface PanelProps extends Omit<Props, 'onClear'> {
  figures: Figures;
}

function Panel({ figures, filter, name, recorded }: PanelProps) {
  const { bars, change } = usePanel(figures, filter);
  const crime = useAnswer({ query: RECORDED_CRIME, variables: {} });
  const receipt = useReceipt();
  const drawing = useRef<HTMLDivElement>(null);
  const table = useTableSwitch(`${name} by quarter`);
  const columns = barColumns();
  return (
    <Section
      title={risingMessage(change, { recorded, series: crime.data?.recordedCrime })}
      measure={overTimeMeasure(change)}
      tools={
        <>
          {table.button}
          <CsvButton title={`${name} by quarter`} columns={columns} rows={bars} />
          <PngButton title={`${name} by quarter`} drawing={drawing} />
        </>
      }
    >
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
