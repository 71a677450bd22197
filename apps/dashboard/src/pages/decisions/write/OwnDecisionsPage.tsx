import { useState } from 'react';
import { useAnswer } from '../../../app/answer';
import { Go } from '../../../app/Go';
import { useTitle } from '../../../app/title';
import { mayWriteDecisions, useFrame } from '../../../app/view';
import { day, plural, unmarked } from '../../../figures/format';
import type { OwnDecisionsQuery } from '../../../gql/graphql';
import { Pages } from '../../../layout/Pages';
import { Section } from '../../../layout/Section';
import { Empty } from '../../../states/Empty';
import { NoRight } from '../../../states/NoRight';
import { Shown } from '../../../states/Shown';
import { OWN_DECISIONS } from './own-queries';
import { StateTag } from '../StateTag';
import { PriorityForm } from './PriorityForm';
import { PromiseForm } from './PromiseForm';
import { UploadDecisions } from './UploadDecisions';
import { WHAT_IS_WRITTEN, WHO_WRITES } from './WriteDecisionPage';

const PAGE = 50;

/** Decisions of the own agencies: drafts, public ones, and records that wait for a figure. */
export function OwnDecisionsPage() {
  const frame = useFrame();
  if (!mayWriteDecisions(frame)) return <NoRight title="Decisions" who={WHO_WRITES} what={WHAT_IS_WRITTEN} />;
  return <Page />;
}

function Page() {
  useTitle('Decisions');
  const [trail, setTrail] = useState<string[]>([]);
  const answer = useAnswer({
    query: OWN_DECISIONS,
    variables: { first: PAGE, after: trail.at(-1) ?? null },
    fresh: true,
  });
  return (
    <>
      <div className="head">
        <div>
          <h1>Decisions</h1>
          <p className="lede">{WHAT_IS_WRITTEN}</p>
        </div>
        <p>
          <Go to="/decisions/new" className="button">
            Write a decision
          </Go>
        </p>
      </div>
      <Shown answer={answer} rows={12}>
        {({ ownDecisions: { nodes, totalCount, pageInfo } }) =>
          nodes.length === 0 ? (
            <Empty title="No decision is written yet">
              <p>Write the first, or send a file of them.</p>
            </Empty>
          ) : (
            <Section title={plural(totalCount, 'decision', 'decisions')} measure="The latest saved first.">
              <List lines={nodes} />
              <Pages
                trail={trail}
                next={pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null}
                onTrail={setTrail}
                pages={Math.ceil(totalCount / PAGE)}
              />
            </Section>
          )
        }
      </Shown>
      <UploadDecisions onDone={answer.again} />
      <PromiseForm />
      <PriorityForm />
    </>
  );
}

function List({ lines }: { lines: OwnDecisionsQuery['ownDecisions']['nodes'] }) {
  return (
    <table className="table stack-narrow">
      <caption className="govuk-visually-hidden">Decisions of your agencies</caption>
      <thead>
        <tr>
          <th scope="col">Decision</th>
          <th scope="col">State</th>
          <th scope="col">Decided</th>
          <th scope="col">Who reads it</th>
          <th scope="col">Rests on</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              <Go to={`/decisions/${line.id}`}>{line.title}</Go>
              <span className="sub">
                {unmarked(line.agency.name)}
                {line.origin === 'PULLED' ? ', its own record' : `, ${line.reference}`}
              </span>
            </th>
            <td data-label="State">
              <StateTag state={line.state} />
            </td>
            <td data-label="Decided">{line.decidedOn ? day(line.decidedOn) : 'Not recorded'}</td>
            <td data-label="Who reads it">{line.public ? 'Everybody' : 'A draft'}</td>
            <td data-label="Rests on">
              {line.evidence.length ? plural(line.evidence.length, 'figure', 'figures') : 'No figure yet'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
