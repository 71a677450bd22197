import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useTitle } from '../../app/title';
import { hasRole, useFrame, useView } from '../../app/view';
import { month, plural } from '../../figures/format';
import type { MeasuresQuery } from '../../gql/graphql';
import { Section } from '../../layout/Section';
import { Shown } from '../../states/Shown';
import { MEASURES } from './queries';
import { ToJoin } from './ToJoin';

type Line = MeasuresQuery['measures']['nodes'][number];

/** Questions that agencies ask again and again. */
export function QuestionsPage() {
  useTitle('Questions');
  const { edition, working } = useView();
  const answer = useAnswer({ query: MEASURES, variables: { edition, working } });
  const frame = useFrame();
  return (
    <>
      <div className="head">
        <div>
          <h1>Questions asked again</h1>
          <p className="lede">
            The same question put by several agencies over the years, and which times may be laid side by
            side. Look here before you ask it once more.
          </p>
        </div>
      </div>
      <Shown answer={answer} rows={7}>
        {({ measures: { nodes } }) => <Lines lines={nodes} />}
      </Shown>
      {hasRole(frame, 'ANALYST') && <ToJoin />}
    </>
  );
}

function Lines({ lines }: { lines: readonly Line[] }) {
  const asked = lines.filter(({ times }) => times > 0);
  return (
    <Section
      title={`${plural(asked.length, 'question has', 'questions have')} been asked again`}
      measure="A question is joined to the others by a person, with a reason; each edition keeps what was joined then."
    >
      <table className="table roomy stack-narrow">
        <caption className="govuk-visually-hidden">Questions that are asked again and again</caption>
        <thead>
          <tr>
            <th scope="col">What is asked</th>
            <th scope="col">In which words</th>
            <th scope="col" className="number">
              Times
            </th>
            <th scope="col" className="number">
              Agencies
            </th>
            <th scope="col">When</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.measure.code}>
              <th scope="row">
                {line.times > 0 ? (
                  <Go to={`/questions/${line.measure.code}`} className="link strong">
                    {line.measure.name}
                  </Go>
                ) : (
                  line.measure.name
                )}
              </th>
              <td>“{line.measure.wordings[0]?.text}”</td>
              <td className="number" data-label="Times">
                {line.times}
              </td>
              <td className="number" data-label="Agencies">
                {line.agencies}
              </td>
              <td>{whenOf(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

const whenOf = ({ from, to }: Line): string =>
  !from || !to ? 'not asked yet' : from === to ? month(from) : `${month(from)} to ${month(to)}`;
