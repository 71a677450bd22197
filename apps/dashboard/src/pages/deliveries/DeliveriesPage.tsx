import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useTitle } from '../../app/title';
import { hasRole, useFrame } from '../../app/view';
import { SelectField } from '../../forms/SelectField';
import type { DeliveryStatus } from '../../gql/graphql';
import { Pages } from '../../layout/Pages';
import { Section } from '../../layout/Section';
import { Empty } from '../../states/Empty';
import { NoRight } from '../../states/NoRight';
import { Shown } from '../../states/Shown';
import { DeliveryTable } from './DeliveryTable';
import { DELIVERIES } from './queries';

const STATUSES: { code: DeliveryStatus; name: string }[] = [
  { code: 'RECEIVED', name: 'Being read' },
  { code: 'ACCEPTED', name: 'Taken' },
  { code: 'REPEATED', name: 'Already held' },
  { code: 'HELD', name: 'Waits for you' },
  { code: 'REFUSED', name: 'Refused' },
];

const WHAT = 'Each agency sees what it has sent and what became of every row, and nobody else’s.';

export function DeliveriesPage() {
  const frame = useFrame();
  if (!hasRole(frame, 'PARTNER', 'LEAD'))
    return <NoRight title="Deliveries" who="somebody who sends data" what={WHAT} />;
  return <Deliveries />;
}

function Deliveries() {
  useTitle('Deliveries');
  const [search, setSearch] = useSearchParams();
  const status = STATUSES.find(({ code }) => code === search.get('status'))?.code ?? null;
  const pick = (code: string) => {
    const next = new URLSearchParams(search);
    if (code) next.set('status', code);
    else next.delete('status');
    setSearch(next);
  };
  const source = search.get('source');
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
      <SelectField
        label="Show"
        empty="All deliveries"
        options={STATUSES}
        value={status ?? ''}
        onChange={pick}
      />
      <List key={`${status} ${source}`} source={source} status={status} />
    </>
  );
}

function List({ source, status }: { source: string | null; status: DeliveryStatus | null }) {
  const [trail, setTrail] = useState<string[]>([]);
  const variables = { source, status, first: 20, after: trail.at(-1) ?? null };
  const answer = useAnswer({ query: DELIVERIES, variables });
  return (
    <Shown answer={answer} rows={10}>
      {({ deliveries: { nodes, pageInfo } }) =>
        nodes.length ? (
          <Section
            title={status || source ? 'Deliveries that fit' : 'All deliveries'}
            measure="Newest first."
          >
            <DeliveryTable deliveries={nodes} />
            <Pages
              trail={trail}
              next={pageInfo.hasNextPage ? pageInfo.endCursor : null}
              onTrail={setTrail}
              words={{ back: 'Newer', on: 'Older' }}
            />
          </Section>
        ) : (
          <Empty title={status ? 'No delivery is in this state' : 'You have sent nothing yet'}>
            <p>
              <Go to="/upload">Send a file</Go>. You see how we read it before anything is kept.
            </p>
          </Empty>
        )
      }
    </Shown>
  );
}
