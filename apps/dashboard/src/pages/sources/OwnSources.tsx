import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { day } from '../../figures/format';
import { FreshnessTag } from '../../figures/FreshnessTag';
import type { OwnSourcesQuery } from '../../gql/graphql';
import { Section } from '../../layout/Section';
import { Shown } from '../../states/Shown';
import { Encoder } from './Encoder';
import { OWN_SOURCES } from './queries';

type Source = OwnSourcesQuery['sources']['nodes'][number];

/** What a partner sends, under which agreement, and what to do next. */
export function OwnSources() {
  const answer = useAnswer({ query: OWN_SOURCES, variables: {} });
  return (
    <Shown answer={answer} rows={6} title="Your sources">
      {({ sources: { nodes } }) => (
        <Section
          title="Your sources"
          measure="What you send, and the agreement under which you may."
          tools={
            <>
              <Go to="/deliveries" className="link same">
                All deliveries
              </Go>
              <Go to="/upload" className="link same">
                Send a file
              </Go>
            </>
          }
        >
          {nodes.length === 0 && <p>No source is set up for you yet. Whoever runs the hub adds one.</p>}
          {nodes.length > 0 && <Table sources={nodes} />}
          <Encoder />
        </Section>
      )}
    </Shown>
  );
}

function Table({ sources }: { sources: Source[] }) {
  return (
    <table className="table roomy stack-narrow">
      <caption className="govuk-visually-hidden">Your sources and their agreements</caption>
      <thead>
        <tr>
          <th scope="col">Source</th>
          <th scope="col">Layout</th>
          <th scope="col">Agreement</th>
          <th scope="col">State</th>
          <th scope="col">What to do</th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <tr key={source.code}>
            <th scope="row">
              <strong>{source.name}</strong>
              <span className="sub">{source.agency.name}</span>
            </th>
            <td>{source.connectorTitle}</td>
            <td>
              <Agreement source={source} />
            </td>
            <td>
              <FreshnessTag freshness={source.freshness} />
            </td>
            <td>
              {/^pull/.test(source.schedule ?? '') ? (
                'Nothing: the hub fetches it'
              ) : (
                <Go to="/upload" query={{ source: source.code }} className="link same">
                  Send a file
                </Go>
              )}
              <span className="sub link-below">
                <Go to="/quarantine" query={{ source: source.code }} className="link same">
                  Rows that need you
                </Go>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Agreement({ source: { agreement } }: { source: Source }) {
  if (!agreement) return <span className="state stopped">✕ None: nothing can be sent</span>;
  const ended = agreement.until !== null && agreement.until < new Date().toISOString().slice(0, 10);
  return (
    <>
      {ended ? (
        <span className="state stopped">✕ Ended {day(agreement.until ?? '')}</span>
      ) : agreement.until ? (
        `Runs to ${day(agreement.until)}`
      ) : (
        'No end date'
      )}
      <span className="sub">
        {agreement.purposes.map((purpose) => purpose.replaceAll('-', ' ')).join(', ')};{' '}
        {agreement.lawfulBasis}
      </span>
    </>
  );
}
