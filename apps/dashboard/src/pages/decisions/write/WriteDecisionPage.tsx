import { useNavigate, useParams } from 'react-router';
import { useAnswer } from '../../../app/answer';
import { useTitle } from '../../../app/title';
import { mayWriteDecisions, useFrame } from '../../../app/view';
import { moment } from '../../../figures/format';
import { NotDone } from '../../../forms/NotDone';
import { useAction } from '../../../forms/useAction';
import type { OwnDecisionQuery } from '../../../gql/graphql';
import { Crumbs } from '../../../layout/Crumbs';
import { Section } from '../../../layout/Section';
import { NoRight } from '../../../states/NoRight';
import { Shown } from '../../../states/Shown';
import { NotFoundPage } from '../../NotFoundPage';
import { OWN_DECISION, TAKE_BACK_DECISION } from './own-queries';
import { DecisionForm } from './DecisionForm';

export const WHO_WRITES = 'an agency’s lead or officer';
export const WHAT_IS_WRITTEN =
  'Decisions say what was asked, what people said, what was decided and why, and what comes of it. Each agency writes its own.';

/** A new decision, or one of the own agencies to change. */
export function WriteDecisionPage() {
  const { id } = useParams();
  const frame = useFrame();
  if (!mayWriteDecisions(frame)) return <NoRight title="Decisions" who={WHO_WRITES} what={WHAT_IS_WRITTEN} />;
  return id === undefined ? <New /> : <Change key={id} id={id} />;
}

function New() {
  useTitle('Write a decision');
  return (
    <>
      <Crumbs trail={[['/decisions', 'Decisions']]} here="Write a decision" />
      <div className="head">
        <h1>Write a decision</h1>
      </div>
      <DecisionForm held={null} />
    </>
  );
}

function Change({ id }: { id: string }) {
  useTitle('Change a decision');
  const answer = useAnswer({ query: OWN_DECISION, variables: { id }, fresh: true });
  return (
    <Shown answer={answer} rows={14}>
      {({ ownDecision, decisionVersions }) =>
        ownDecision ? (
          <>
            <Crumbs trail={[['/decisions', 'Decisions']]} here={ownDecision.title} />
            <div className="head">
              <h1>{ownDecision.title}</h1>
            </div>
            <DecisionForm key={ownDecision.version} held={ownDecision} />
            <Versions versions={decisionVersions} />
            {ownDecision.origin === 'HUB' && <TakeBack id={id} />}
          </>
        ) : (
          <NotFoundPage title="There is no such decision of yours" />
        )
      }
    </Shown>
  );
}

function Versions({ versions }: { versions: OwnDecisionQuery['decisionVersions'] }) {
  return (
    <Section title="How it read before" measure="Every saving is kept.">
      <ol className="plain">
        {versions.map(({ number, at, by, decision }) => (
          <li key={number}>
            Version {number}, {moment(at)}, by {by}
            {decision ? `: ${decision.title}${decision.public ? '' : ' (draft)'}` : ': taken back'}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function TakeBack({ id }: { id: string }) {
  const navigate = useNavigate();
  const { act, busy, problem } = useAction(TAKE_BACK_DECISION, ({ takeBackDecision }) => takeBackDecision);
  return (
    <Section
      title="Take it back"
      measure="For a decision that should not have been written. What an edition carries stays in that edition."
    >
      <button
        type="button"
        className="button second"
        disabled={busy}
        onClick={() => void act({ id }).then((done) => done && navigate('/decisions'))}
      >
        Take this decision back
      </button>
      <NotDone problem={problem} />
    </Section>
  );
}
