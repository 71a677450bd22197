import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useTitle } from '../../app/title';
import { hasRole, useFrame } from '../../app/view';
import type { DeliveryStatus } from '../../gql/graphql';
import { Section } from '../../layout/Section';
import { Empty } from '../../states/Empty';
import { NoRight } from '../../states/NoRight';
import { Shown } from '../../states/Shown';
import { DeliveryTable } from './DeliveryTable';
import { DELIVERIES } from './queries';

const STATUSES: [DeliveryStatus, string][] = [
  ['RECEIVED', 'Being read'],
  ['ACCEPTED', 'Taken'],
  ['REPEATED', 'Already held'],
  ['HELD', 'Waits for you'],
  ['REFUSED', 'Refused'],
];

export function DeliveriesPage() {
  const frame = useFrame();
  if (!hasRole(frame, 'PARTNER')) {
    return (
      <NoRight
        title="Deliveries"
        who="somebody who sends data"
        what="Each agency sees what it has sent and what became of every row, and nobody else’s."
      />
    );
  }
  return <Deliveries />;
}

function Deliveries() {
  useTitle('Deliveries');
  const [search, setSearch] = useSearchParams();
  const [trail, setTrail] = useState<string[]>([]);
  const status = STATUSES.find(([code]) => code === search.get('status'))?.[0] ?? null;
  const answer = useAnswer({
    query: DELIVERIES,
    variables: { source: search.get('source'), status, first: 20, after: trail.at(-1) ?? null },
  });
  const pick = (code: string) => {
    const next = new URLSearchParams(search);
    if (code) next.set('status', code);
    else next.delete('status');
    setTrail([]);
    setSearch(next);
  };
  return (
    <>
      <div className="head">
        <div>
          <h1>Deliveries</h1>
          <p className="lede">
            What you sent, and what became of every row. Rows we hold are never counted twice.
          </p>
        </div>
        <Go to="/upload" className="button">
          Send a file
        </Go>
      </div>
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor="status">
          Show
        </label>
        <select
          className="govuk-select"
          id="status"
          value={status ?? ''}
          onChange={(event) => pick(event.target.value)}
        >
          <option value="">All deliveries</option>
          {STATUSES.map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <Shown answer={answer} rows={10}>
        {({ deliveries: { nodes, pageInfo } }) =>
          nodes.length ? (
            <Section title="All deliveries" measure="Newest first.">
              <DeliveryTable deliveries={nodes} />
              <div className="buttons" style={{ marginTop: 16 }}>
                {trail.length > 0 && (
                  <button className="button second" onClick={() => setTrail(trail.slice(0, -1))}>
                    Newer
                  </button>
                )}
                {pageInfo.hasNextPage && (
                  <button
                    className="button second"
                    onClick={() => setTrail([...trail, pageInfo.endCursor ?? ''])}
                  >
                    Older
                  </button>
                )}
              </div>
            </Section>
          ) : (
            <Empty title={status ? 'No delivery is in this state' : 'You have sent nothing yet'}>
              <p>
                <Go to="/upload">Send your first file</Go>. You see how we read it before anything is kept.
              </p>
            </Empty>
          )
        }
      </Shown>
    </>
  );
}
