import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useTitle } from '../../app/title';
import { hasRole, useFrame, useView } from '../../app/view';
import { CsvButton } from '../../downloads/CsvButton';
import { unmarked, weekOf } from '../../figures/format';
import { FreshnessTag } from '../../figures/FreshnessTag';
import type { FreshnessQuery } from '../../gql/graphql';
import { Section } from '../../layout/Section';
import { Empty } from '../../states/Empty';
import { Shown } from '../../states/Shown';
import type { Column } from '../../tables/columns';
import { DataTable } from '../../tables/DataTable';
import { FRESHNESS } from '../overview/queries';
import { OwnSources } from './OwnSources';
import { SeriesSection } from './SeriesSection';

type Line = FreshnessQuery['freshness']['nodes'][number];

/** How fresh every source is, for all; for a partner also its own, with agreement and ways to send. */
export function SourcesPage() {
  const frame = useFrame();
  useTitle('Sources');
  const { edition } = useView();
  const answer = useAnswer({ query: FRESHNESS, variables: { edition } });
  return (
    <>
      <div className="head">
        <div>
          <h1>Sources</h1>
          <p className="lede">
            {edition
              ? 'Where the figures of this edition come from, and how fresh each source was when it was published.'
              : 'Where the figures come from, and how fresh each source was when the latest edition was published: the last week in which at least five people were received, so that nobody is told who answers alone.'}
          </p>
        </div>
      </div>
      {hasRole(frame, 'PARTNER', 'LEAD') && <OwnSources />}
      {hasRole(frame, 'LEAD', 'ANALYST') && <SeriesSection />}
      <Shown answer={answer} rows={10}>
        {({ freshness: { nodes } }) =>
          nodes.length ? (
            <Section
              title={freshMessage(nodes)}
              measure="Figures that lean on a late or stopped source carry its mark in their receipt."
              tools={<CsvButton title="Sources" columns={columns} rows={nodes} />}
            >
              <DataTable
                className="roomy stack-narrow"
                caption="Every source and its freshness"
                columns={columns}
                rows={nodes}
                rowKey={(line) => line.source}
                sort={{ key: 'agency', down: false }}
              />
            </Section>
          ) : (
            <Empty title="No source yet">
              <p>
                A source stands here once an agency has been taken on. See <Go to="/methods">how it works</Go>
                .
              </p>
            </Empty>
          )
        }
      </Shown>
    </>
  );
}

const STATES = ['STOPPED', 'LATE', 'NEVER', 'ON_TIME', 'CLOSED'];

const columns: Column<Line>[] = [
  {
    key: 'source',
    head: 'Source',
    rowHead: true,
    order: (line) => line.name,
    cell: (line) => <strong>{unmarked(line.name)}</strong>,
    csv: { values: (line) => [line.name] },
  },
  {
    key: 'agency',
    head: 'Agency',
    order: (line) => line.agency.name,
    cell: (line) => line.agency.name,
    csv: { values: (line) => [line.agency.name] },
  },
  {
    key: 'received',
    head: 'Last received',
    className: 'only-wide',
    order: (line) => line.lastReceived,
    cell: (line) => (line.lastReceived ? weekOf(line.lastReceived) : 'not told'),
    csv: { values: (line) => [line.lastReceived] },
  },
  {
    key: 'data',
    head: 'Data to',
    className: 'only-wide',
    order: (line) => line.dataTo,
    cell: (line) => (line.dataTo ? weekOf(line.dataTo) : 'not known'),
    csv: { values: (line) => [line.dataTo] },
  },
  {
    key: 'state',
    head: 'State',
    order: (line) => STATES.indexOf(line.state),
    cell: (line) => <FreshnessTag freshness={line} />,
    csv: { values: (line) => [line.words] },
  },
];

function freshMessage(lines: readonly Line[]): string {
  const late = lines.filter((line) => line.state === 'LATE').length;
  const stopped = lines.filter((line) => line.state === 'STOPPED').length;
  const closed = lines.filter((line) => line.state === 'CLOSED').length;
  if (closed === lines.length) return `All ${lines.length} sources are of consultations that have closed`;
  if (!late && !stopped && !closed) return `All ${lines.length} sources are on time`;
  const parts = [
    late ? `${late} late` : '',
    stopped ? `${stopped} stopped` : '',
    closed ? `${closed} closed` : '',
  ].filter(Boolean);
  if (parts.length === 0) return `All ${lines.length} sources are on time`;
  return `Of ${lines.length} sources, ${parts.join(' and ')}`;
}
