import { capital, count, day } from '../../figures/format';
import type { EngagementQuery } from '../../gql/graphql';
import { Section } from '../../layout/Section';

type Statement = NonNullable<EngagementQuery['engagement']>['statements']['nodes'][number];

interface Props {
  statements: Statement[];
  /** There are more than these. */
  more: boolean;
  agency: string;
}

/** What the agency itself said: it enters no count of people or submissions. */
export function Statements({ statements, more, agency }: Props) {
  return (
    <Section
      title={`What ${agency} says`}
      measure="Its own priorities, actions and events. These enter no count of people."
    >
      <table className="table roomy stack-narrow">
        <caption className="govuk-visually-hidden">Statements of {agency}</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Said</th>
            <th scope="col">What was done</th>
            <th scope="col">Where</th>
          </tr>
        </thead>
        <tbody>
          {statements.map((statement, index) => (
            <tr key={index}>
              <th scope="row">
                {statement.text}
                <span className="sub">{capital(statement.kind)}</span>
              </th>
              <td>{statement.issuedOn ? day(statement.issuedOn) : 'No date'}</td>
              <td>
                {statement.action ?? <span className="quiet">Nothing stated yet</span>}
                {statement.actionOn && <span className="sub">{day(statement.actionOn)}</span>}
              </td>
              <td>{statement.place ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more && <p className="note">These are the first {count(statements.length)}; there are more.</p>}
    </Section>
  );
}
