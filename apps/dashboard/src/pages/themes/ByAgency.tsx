import { MiniBars } from '../../charts/MiniBars';
import { CsvButton } from '../../downloads/CsvButton';
import {
  keyOf,
  peopleForFile,
  peopleOf,
  REPORTS,
  withheldAll,
  type Figure,
  type FigureFilter,
} from '../../figures/figure';
import { count, unmarked } from '../../figures/format';
import { WhyWithheld } from '../../figures/WhyWithheld';
import { HiddenNote, NoNumber } from '../../figures/HiddenTag';
import { useFigures, type Figures } from '../../figures/useFigures';
import { Section } from '../../layout/Section';
import { ReceiptButton } from '../../receipt/ReceiptButton';
import { isRefused } from '../../states/Failed';
import { Shown } from '../../states/Shown';
import type { Column } from '../../tables/columns';
import { DataTable } from '../../tables/DataTable';
import { agencyMessage, agencySeries } from './agency-series';
import { useQuarters } from './useThemeRows';

const NO_FILTER: FigureFilter = {};

/** Do all agencies hear it? Small charts on one scale where the hub may cut so fine, and always the table. */
export function ByAgency({ filter, name }: { filter: FigureFilter; name: string }) {
  const whole = useFigures({ report: REPORTS.themes, by: ['AGENCY'], filter });
  const fine = useFigures({ report: REPORTS.themes, by: ['AGENCY', 'QUARTER'], filter });
  const { quarters } = useQuarters(NO_FILTER);
  return (
    <Shown answer={whole} rows={10} title="By agency">
      {(figures) =>
        withheldAll(figures.nodes) ? (
          <WhyWithheld title="Not told by agency" why={withheldAll(figures.nodes) ?? ''} />
        ) : (
          <Section
            title={agencyMessage(figures.nodes)}
            measure="People who raised it with each agency. One person may be heard by several, so the rows do not add up."
            tools={
              <CsvButton
                title={`${name} by agency`}
                columns={columnsOf(figures, name)}
                rows={figures.nodes}
              />
            }
          >
            <DataTable
              caption={`${name} by agency`}
              columns={columnsOf(figures, name)}
              rows={figures.nodes}
              rowKey={(figure) => figure.id}
              sort={{ key: 'people', down: true }}
            />
            {fine.data && <Multiples figures={fine.data} quarters={filter.quarter ?? quarters} />}
            {isRefused(fine.error) && isNarrowed(filter) && (
              <p className="note">
                By agency and quarter together the numbers would be too small to publish.
              </p>
            )}
            {figures.note && (
              <p className="note">
                <HiddenNote note={figures.note} />
              </p>
            )}
          </Section>
        )
      }
    </Shown>
  );
}

/** Did a reader choose a filter, besides the theme that the page is of? Only of that may it be said that it is too fine. */
const isNarrowed = ({ theme: _theme, ...others }: FigureFilter): boolean =>
  Object.values(others).some((values) => values && values.length > 0);

function Multiples({ figures, quarters }: { figures: Figures; quarters: readonly string[] }) {
  const { series, max } = agencySeries(figures.nodes, quarters);
  if (quarters.length < 2) return null;
  return (
    <>
      <h3 className="chart-title" style={{ marginTop: 20 }}>
        People each quarter, one scale
      </h3>
      <div className="multiples">
        {series.map((one) => (
          <MiniBars key={one.code} title={unmarked(one.name)} bars={one.bars} max={max} />
        ))}
      </div>
    </>
  );
}

function columnsOf(figures: Figures, name: string): Column<Figure>[] {
  const agency = (figure: Figure) => keyOf(figure, 'AGENCY')?.name ?? '';
  return [
    {
      key: 'agency',
      head: 'Agency',
      rowHead: true,
      order: agency,
      cell: agency,
      csv: { values: (figure) => [agency(figure)] },
    },
    {
      key: 'people',
      head: 'People',
      numeric: true,
      order: peopleOf,
      cell: (figure) =>
        peopleOf(figure) === null ? <NoNumber figure={figure} /> : count(peopleOf(figure) ?? 0),
      csv: { values: (figure) => [peopleForFile(figure)] },
    },
    {
      key: 'receipt',
      head: 'How was this counted?',
      hiddenHead: true,
      className: 'sign',
      cell: (figure) => (
        <ReceiptButton
          request={{ question: figures.question, keys: figure.keys, name: `${name}, ${agency(figure)}` }}
        />
      ),
    },
  ];
}
