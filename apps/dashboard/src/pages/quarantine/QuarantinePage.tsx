import { useSearchParams } from 'react-router';
import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useTitle } from '../../app/title';
import { hasRole, useFrame } from '../../app/view';
import { Empty } from '../../states/Empty';
import { NoRight } from '../../states/NoRight';
import { Shown } from '../../states/Shown';
import { QUARANTINE } from '../deliveries/queries';
import type { QuarantinedRow } from './mending';
import { openRows, RejectedRows } from './RejectedRows';

export function QuarantinePage() {
  const frame = useFrame();
  if (!hasRole(frame, 'PARTNER')) {
    return (
      <NoRight
        title="Rows that need you"
        who="somebody who sends data"
        what="Rows that could not be taken stand here until their sender has mended them."
      />
    );
  }
  return <Quarantine />;
}

const byDelivery = (rows: readonly QuarantinedRow[]): [string, QuarantinedRow[]][] => {
  const groups = new Map<string, QuarantinedRow[]>();
  for (const row of rows) groups.set(row.delivery, [...(groups.get(row.delivery) ?? []), row]);
  return [...groups];
};

function Quarantine() {
  useTitle('Rows that need you');
  const [search] = useSearchParams();
  const answer = useAnswer({
    query: QUARANTINE,
    variables: { source: search.get('source'), delivery: search.get('delivery') },
  });
  return (
    <>
      <div className="head">
        <div>
          <h1>Rows that need you</h1>
          <p className="lede">
            Rows that we could not take, delivery by delivery. The rest of each file is in.
          </p>
        </div>
      </div>
      <Shown answer={answer} rows={12}>
        {({ quarantine: { nodes, pageInfo } }) =>
          nodes.length ? (
            <>
              {byDelivery(nodes).map(([delivery, rows]) => (
                <div key={delivery}>
                  <p className="note">
                    <Go to={`/deliveries/${delivery}`} className="link same">
                      Receipt of {rows[0]?.file}
                    </Go>
                  </p>
                  <RejectedRows
                    rows={rows}
                    delivery={delivery}
                    total={openRows(rows)}
                    onChange={answer.again}
                  />
                </div>
              ))}
              {pageInfo.hasNextPage && (
                <p className="note">The first 500 are shown. Open a delivery to see all of its own.</p>
              )}
            </>
          ) : (
            <Empty title="No row needs you">
              <p>
                Every row that you sent was taken, or was mended since. See{' '}
                <Go to="/deliveries">your deliveries</Go>.
              </p>
            </Empty>
          )
        }
      </Shown>
    </>
  );
}
