import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useView } from '../../app/view';
import { count, plural, unmarked } from '../../figures/format';
import type { EngagementFilter } from '../../gql/graphql';
import { UNANSWERED } from './queries';
import { period } from './words';

/** Those without answers, apart: nobody is counted in them, so there is nothing to lay beside the others. */
export function Unanswered({ filter }: { filter: EngagementFilter }) {
  const { edition } = useView();
  const answer = useAnswer({
    query: UNANSWERED,
    variables: { edition, filter: { ...filter, answered: false } },
  });
  const found = answer.data?.engagements;
  if (!found || found.totalCount === 0) return null;
  return (
    <details>
      <summary>
        {plural(found.totalCount, 'more occasion', 'more occasions')} without answers: nobody is counted there
      </summary>
      <table className="table roomy stack-narrow">
        <caption className="govuk-visually-hidden">Occasions without answers</caption>
        <thead>
          <tr>
            <th scope="col">Occasion</th>
            <th scope="col">Lead agency</th>
            <th scope="col">When</th>
          </tr>
        </thead>
        <tbody>
          {found.nodes.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                <Go to={`/engagements/${line.agency.code}/${line.key}`} className="link strong">
                  {unmarked(line.title)}
                </Go>
              </th>
              <td>{line.agency.name}</td>
              <td>{period(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.nodes.length < found.totalCount && (
        <p className="note">These are the newest {count(found.nodes.length)}; the filters narrow them.</p>
      )}
    </details>
  );
}
