import { Go } from '../../app/Go';
import { capital, count, day, time, unmarked } from '../../figures/format';
import type { DeliveryLineFragment } from '../../gql/graphql';
import { stateOf } from './words';

type Line = DeliveryLineFragment & { source?: { name: string } };

/** Deliveries, newest first; the one being read stands lit. */
export function DeliveryTable({ deliveries, lit }: { deliveries: readonly Line[]; lit?: string }) {
  return (
    <table className="table roomy stack-narrow">
      <caption className="govuk-visually-hidden">Deliveries, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Sent</th>
          <th scope="col">File</th>
          <th scope="col" className="number">
            Rows
          </th>
          <th scope="col" className="number">
            Accepted
          </th>
          <th scope="col" className="number">
            Repeated
          </th>
          <th scope="col" className="number">
            Rejected
          </th>
          <th scope="col">State now</th>
        </tr>
      </thead>
      <tbody>
        {deliveries.map((line) => {
          const state = stateOf(line);
          return (
            <tr key={line.id} className={line.id === lit ? 'lit' : ''}>
              <td>
                {day(line.receivedAt)}
                <span className="sub">{time(line.receivedAt)}</span>
              </td>
              <th scope="row">
                <Go to={`/deliveries/${line.id}`} className="link same">
                  {line.files.map((file) => file.name).join(', ') || `Delivery ${line.id}`}
                </Go>
                {line.source && <span className="sub">{unmarked(line.source.name)}</span>}
              </th>
              {line.status === 'REFUSED' || line.status === 'HELD' ? (
                <td colSpan={4} className="number quiet">
                  {line.status === 'REFUSED' ? 'none read, nothing stored' : 'not yet read'}
                </td>
              ) : (
                (['rows', 'accepted', 'repeated', 'rejected'] as const).map((name) => (
                  <td key={name} className="number" data-label={capital(name)}>
                    {count(line[name])}
                  </td>
                ))
              )}
              <td>
                <span className={`state ${state.look}`}>{state.words}</span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
