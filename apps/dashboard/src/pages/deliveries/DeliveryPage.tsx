import { useEffect } from 'react';
import { useParams } from 'react-router';
import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useTitle } from '../../app/title';
import { hasRole, useFrame } from '../../app/view';
import { day, moment } from '../../figures/format';
import type { DeliveryQuery } from '../../gql/graphql';
import { Crumbs } from '../../layout/Crumbs';
import { Section } from '../../layout/Section';
import { NoRight } from '../../states/NoRight';
import { Shown } from '../../states/Shown';
import { NotFoundPage } from '../NotFoundPage';
import { openRows, RejectedRows } from '../quarantine/RejectedRows';
import { AnswerCodes } from './AnswerCodes';
import type { Delivery } from './delivery';
import { DeliveryTable } from './DeliveryTable';
import { Held } from './Held';
import { DELIVERIES, DELIVERY } from './queries';
import { ReadColumns } from './ReadColumns';
import { SettledRows } from './Settled';
import { Sum } from './Sum';
import { UsedWithout } from './UsedWithout';
import { deliveryMessage } from './words';

/** Did my file arrive, do the rows add up, what must I mend? */
export function DeliveryPage() {
  const { id = '' } = useParams();
  const frame = useFrame();
  const may = hasRole(frame, 'PARTNER', 'LEAD');
  const answer = useAnswer({ query: DELIVERY, variables: { id }, pause: !may });
  const status = answer.data?.delivery?.status;
  const { again } = answer;
  useEffect(() => {
    if (status !== 'RECEIVED') return undefined;
    const timer = setInterval(again, 1500);
    return () => clearInterval(timer);
  }, [status, again]);
  if (!may)
    return (
      <NoRight
        title="Delivery"
        who="somebody who sends data"
        what="A receipt can be read by the agency that sent the file."
      />
    );
  return (
    <Shown answer={answer} rows={14}>
      {({ delivery, quarantine }) =>
        delivery ? (
          <Receipt delivery={delivery} rejected={quarantine.nodes} onChange={again} />
        ) : (
          <NotFoundPage title="There is no such delivery">
            <p>
              You see your own agency’s deliveries only. See <Go to="/deliveries">all of them</Go>.
            </p>
          </NotFoundPage>
        )
      }
    </Shown>
  );
}

interface ReceiptProps {
  delivery: Delivery;
  rejected: DeliveryQuery['quarantine']['nodes'];
  onChange: () => void;
}

function Receipt({ delivery, rejected, onChange }: ReceiptProps) {
  const message = deliveryMessage(delivery);
  useTitle(message);
  const { source, status } = delivery;
  const until = source.agreement?.until;
  return (
    <>
      <Crumbs
        trail={[
          ['/sources', 'Sources'],
          ['/deliveries', 'Deliveries'],
        ]}
        here={`${source.name}, ${day(delivery.receivedAt)}`}
      />
      <div className="head">
        <div>
          <h1>{message}</h1>
          <p className="lede">
            <strong>{delivery.files.map((file) => file.name).join(', ')}</strong>
            {delivery.files.length > 0 && '. '}Received {moment(delivery.receivedAt)}
            {until && `, under the agreement that runs to ${day(until)}`}.
          </p>
        </div>
      </div>
      {delivery.note && (
        <div className={`callout ${status === 'REFUSED' ? 'stopped' : status === 'HELD' ? '' : 'calm'}`}>
          {delivery.note}
        </div>
      )}
      {status === 'HELD' && <Held delivery={delivery} onDone={onChange} />}
      {status === 'RECEIVED' && (
        <p role="status">You may leave this page; nothing that we have acknowledged is lost.</p>
      )}
      {(status === 'ACCEPTED' || status === 'REPEATED' || delivery.rows > 0) && <Sum counts={delivery} />}
      {rejected.length > 0 && (
        <RejectedRows rows={rejected} delivery={delivery.id} total={openRows(rejected)} onChange={onChange} />
      )}
      <SettledRows delivery={delivery} />
      <UsedWithout delivery={delivery} onChange={onChange} />
      {status === 'ACCEPTED' && <AnswerCodes delivery={delivery.id} />}
      <div className="columns">
        <div className="span-6">
          <ReadColumns mapping={source.mapping} layout={source.connectorTitle} />
        </div>
        <div className="span-6">
          <Next delivery={delivery} />
        </div>
      </div>
      <AllOfSource source={source.code} lit={delivery.id} />
    </>
  );
}

function Next({ delivery }: { delivery: Delivery }) {
  const { edition } = useFrame();
  const counted = delivery.countsFromEdition;
  const facts: [string, string][] = [
    [
      'Joined to people we knew',
      'Each row is matched to people heard before, by you or by another agency, where your agreement allows it.',
    ],
    ['Coded', 'Comments are coded to themes; personal details inside comments are masked.'],
    [
      'Counted',
      counted
        ? `In edition ${counted} and every later one.`
        : `Not yet. Your rows count from the edition after ${edition ? edition.number : 'the first'}.`,
    ],
  ];
  return (
    <Section title="What happens next" measure="Published editions never move.">
      <dl className="facts">
        {facts.map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function AllOfSource({ source, lit }: { source: string; lit: string }) {
  const answer = useAnswer({ query: DELIVERIES, variables: { source, status: null, first: 8, after: null } });
  return (
    <Shown answer={answer} rows={5}>
      {({ deliveries: { nodes } }) => (
        <Section
          title="Latest deliveries of this source"
          tools={
            <Go to="/deliveries" query={{ source }} className="link same">
              All deliveries
            </Go>
          }
        >
          <DeliveryTable deliveries={nodes.map(({ source: _source, ...line }) => line)} lit={lit} />
        </Section>
      )}
    </Shown>
  );
}
