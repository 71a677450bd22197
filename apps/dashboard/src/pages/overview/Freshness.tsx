import { Fragment } from 'react';
import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { day, plural, shortMoment } from '../../figures/format';
import { FreshnessTag } from '../../figures/FreshnessTag';
import type { FreshnessQuery } from '../../gql/graphql';
import { Section } from '../../layout/Section';
import { Empty } from '../../states/Empty';
import { Shown } from '../../states/Shown';
import { FRESHNESS } from './queries';

type Line = FreshnessQuery['freshness']['nodes'][number];

/** Sources under the name of their agency, in the order in which the hub gives them. */
function byAgency(lines: readonly Line[]): [string, Line[]][] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) groups.set(line.agency.name, [...(groups.get(line.agency.name) ?? []), line]);
  return [...groups];
}

/** Can I trust it today? Every source: when something last came, and whether that is on time. */
export function Freshness() {
  const answer = useAnswer({ query: FRESHNESS, variables: {} });
  return (
    <Shown answer={answer} rows={10} title="How fresh is this?">
      {({ freshness: { nodes } }) => (
        <Section
          title="How fresh is this?"
          measure={`Now, ${day(new Date().toISOString())}`}
          tools={
            <Go to="/sources" className="link same">
              {nodes.length === 1 ? 'The one source' : `All ${nodes.length} sources`}
            </Go>
          }
        >
          {nodes.length ? <Table nodes={nodes} /> : <NoSource />}
        </Section>
      )}
    </Shown>
  );
}

function Table({ nodes }: { nodes: Line[] }) {
  const trouble = nodes.filter((line) => line.state === 'STOPPED' || line.state === 'LATE');
  return (
    <>
      <table className="table">
        <caption className="govuk-visually-hidden">Sources, when each last delivered, and its state</caption>
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col" className="only-wide">
              Last received
            </th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {byAgency(nodes).map(([agency, lines]) => (
            <Fragment key={agency}>
              <tr className="group">
                <th scope="rowgroup" colSpan={3}>
                  {agency}
                </th>
              </tr>
              {lines.map((line) => (
                <tr key={line.source}>
                  <th scope="row">{line.name}</th>
                  <td className="only-wide">
                    {line.lastReceived ? shortMoment(line.lastReceived) : 'never'}
                  </td>
                  <td>
                    <FreshnessTag freshness={line} />
                  </td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
      {trouble.length > 0 && (
        <p className="note">
          {plural(trouble.length, 'source is', 'sources are')} late or stopped. Figures that lean on a late or
          stopped source carry its mark in their receipt.
        </p>
      )}
    </>
  );
}

function NoSource() {
  return (
    <Empty title="No source yet">
      <p>An agency is taken on with the commands in “Taking on an agency”; its sources then stand here.</p>
    </Empty>
  );
}
