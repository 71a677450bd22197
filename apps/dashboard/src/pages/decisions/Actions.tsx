import { day } from '../../figures/format';
import { StateTag } from './StateTag';
import { ToFigure } from './ToFigure';
import type { DecisionAction } from './words';

/** What comes of a decision: who does what by when, how it stands, and whether there is a sign that it helped. */
export function Actions({ actions, caption }: { actions: readonly DecisionAction[]; caption: string }) {
  if (actions.length === 0) return <p className="quiet">No action is recorded.</p>;
  return (
    <table className="table stack-narrow">
      <caption className="govuk-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Action</th>
          <th scope="col">Owner</th>
          <th scope="col">Due</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {actions.map((action, at) => (
          <tr key={`${at} ${action.what}`}>
            <th scope="row">
              {action.what}
              {action.because && <span className="sub">Because: {action.because}</span>}
              {action.effect && (
                <span className="sub">
                  Sign of effect: {action.effect} Before and after is no proof of cause.
                  {action.effectFigure && (
                    <>
                      {' '}
                      <ToFigure of={action.effectFigure}>The figure</ToFigure>
                    </>
                  )}
                </span>
              )}
            </th>
            <td data-label="Owner">{action.owner ?? 'Not stated'}</td>
            <td data-label="Due">{action.due ? day(action.due) : 'No day stated'}</td>
            <td data-label="State">
              <StateTag state={action.state} />
              {action.doneOn && <span className="sub">{day(action.doneOn)}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
