import { useState } from 'react';
import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useTitle } from '../../app/title';
import { hasRole, useFrame } from '../../app/view';
import { moment, plural } from '../../figures/format';
import { Field } from '../../forms/Field';
import { NotDone } from '../../forms/NotDone';
import { useAction } from '../../forms/useAction';
import type { ProposalsQuery } from '../../gql/graphql';
import { Section } from '../../layout/Section';
import { Empty } from '../../states/Empty';
import { NoRight } from '../../states/NoRight';
import { Shown } from '../../states/Shown';
import { Publish } from './Publish';
import { ANSWER_PROPOSAL, PROPOSALS } from './queries';

type Proposal = ProposalsQuery['proposals'][number];

const WHAT =
  'A coder that is to speak, a change of the codebook and a new edition each take two people with the right: one proposes, another agrees.';

/** What each kind is, as the head of a proposal. */
const KINDS: Record<string, string> = {
  'sign-off': 'Let a new coder speak',
  codebook: 'Change the codebook',
  'own-codebook': 'Count by a codebook of an agency',
  publication: 'Publish a new edition',
  report: 'Release a report',
};

/** What waits for a second person. */
export function SecondPage() {
  return hasRole(useFrame(), 'ANALYST', 'EDITOR', 'LEAD', 'OFFICER') ? (
    <Second />
  ) : (
    <NoRight title="Waits for a second person" who="an analyst, editor, lead or officer" what={WHAT} />
  );
}

function Second() {
  useTitle('Waits for a second person');
  const answer = useAnswer({ query: PROPOSALS, variables: {}, fresh: true });
  const lead = hasRole(useFrame(), 'LEAD');
  return (
    <>
      <div className="head">
        <div>
          <h1>Waits for a second person</h1>
          <p className="lede">{WHAT}</p>
        </div>
      </div>
      <Shown answer={answer} rows={6}>
        {({ proposals }) => {
          const waiting = proposals.filter(({ state }) => state === 'WAITING');
          return (
            <>
              {waiting.length === 0 ? (
                <Empty title="Nothing waits">
                  <p>What somebody proposes stands here until another agrees.</p>
                </Empty>
              ) : (
                <Section title={`${plural(waiting.length, 'decision waits', 'decisions wait')}`}>
                  {waiting.map((one) => (
                    <Waiting key={one.id} proposal={one} again={answer.again} />
                  ))}
                </Section>
              )}
              {lead && <Publish again={answer.again} />}
              {lead && (
                <p>
                  <Go to="/workbench/problems">Figures that somebody said look wrong</Go>: read and answer
                </p>
              )}
              <Decided proposals={proposals.filter(({ state }) => state !== 'WAITING')} />
            </>
          );
        }}
      </Shown>
    </>
  );
}

function Waiting({ proposal, again }: { proposal: Proposal; again: () => void }) {
  const [remark, setRemark] = useState('');
  const answering = useAction(ANSWER_PROPOSAL, (data) => data.answerProposal);
  const { id, kind, subject, reason, proposedBy, proposedAt, elsewhere, mine, maySecond } = proposal;
  const say = async (agrees: boolean) => {
    if (await answering.act({ id, agrees, remark })) again();
  };
  const title = KINDS[kind] ?? kind;
  return (
    <article className="disagreement" aria-label={`${title}: ${subject}`}>
      <h3>{title}</h3>
      <p className="quiet">
        Proposed by {proposedBy}, {moment(proposedAt)}. {about(kind, subject)}
      </p>
      <p>{reason || 'No reason was given.'}</p>
      <EditionWords proposal={proposal} />
      {kind === 'sign-off' && (
        <p>
          <Go to="/workbench/compare">See what would change</Go>
        </p>
      )}
      {elsewhere && (
        <p className="note">
          It moves a figure of the city by over a tenth: somebody of another agency agrees to it.
        </p>
      )}
      {mine || maySecond ? (
        <>
          <Field
            id={`remark-${id}`}
            label={mine ? 'Why you withdraw it (optional)' : 'Your remark (optional)'}
          >
            <input
              className="govuk-input"
              id={`remark-${id}`}
              value={remark}
              maxLength={500}
              onChange={(event) => setRemark(event.target.value)}
            />
          </Field>
          <div className="buttons">
            {maySecond && (
              <button className="button" disabled={answering.busy} onClick={() => void say(true)}>
                I agree: do it
              </button>
            )}
            <button className="button second" disabled={answering.busy} onClick={() => void say(false)}>
              {mine ? 'Withdraw it' : 'I do not agree'}
            </button>
          </div>
        </>
      ) : (
        <p className="note">Not for you to agree to.</p>
      )}
      <NotDone problem={answering.problem} />
    </article>
  );
}

/** What became of an edition that was agreed to. */
function CameOut({ proposal: { kind, state, outcomeWords } }: { proposal: Proposal }) {
  if (kind !== 'publication' || state !== 'DONE') return null;
  return <p className="note">{outcomeWords ?? 'No edition has come of it yet.'}</p>;
}

/** What an edition that is proposed is to say of itself. */
function EditionWords({ proposal: { note, correction } }: { proposal: Proposal }) {
  return (
    <>
      {note && <p>The edition is to say: {note}</p>}
      {correction && (
        <p>
          <span className="word late">Correction</span> {correction}
        </p>
      )}
    </>
  );
}

const about = (kind: string, subject: string): string =>
  kind === 'publication'
    ? ''
    : kind === 'codebook' || kind === 'own-codebook'
      ? `Codebook ${subject}.`
      : subject;

const STATES: Partial<Record<Proposal['state'], string>> = {
  DONE: 'done',
  DECLINED: 'not agreed to',
  WITHDRAWN: 'withdrawn',
};

function Decided({ proposals }: { proposals: Proposal[] }) {
  if (proposals.length === 0) return null;
  return (
    <Section title="Decided before">
      <table className="table stack-narrow">
        <caption className="govuk-visually-hidden">What was proposed and what became of it</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Proposed by</th>
            <th scope="col">Second</th>
            <th scope="col">Became</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {proposals.map((one) => (
            <tr key={one.id}>
              <th scope="row">{KINDS[one.kind] ?? one.kind}</th>
              <td data-label="Proposed by">{one.proposedBy}</td>
              <td data-label="Second">
                {one.second ?? (one.alone ? 'one person: nobody else had the right' : '')}
              </td>
              <td data-label="Became">
                {STATES[one.state]}
                {one.decidedAt && `, ${moment(one.decidedAt)}`}
                <CameOut proposal={one} />
              </td>
              <td>{[one.reason, one.remark].filter(Boolean).join(' / ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
