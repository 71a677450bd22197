import { useAnswer } from '../../app/answer';
import { count, moment } from '../../figures/format';
import { NotDone } from '../../forms/NotDone';
import { useAction } from '../../forms/useAction';
import type { SafeguardingQuery } from '../../gql/graphql';
import { Section } from '../../layout/Section';
import { Empty } from '../../states/Empty';
import { Shown } from '../../states/Shown';
import { CommentText } from './CommentText';
import { ForAnalysts } from './ForAnalysts';
import { HANDLE, SAFEGUARDING } from './review-queries';

/** Comments whose words may mean that somebody is at risk: chosen so as to miss few, so most mean none. */
export function SafeguardingPage() {
  return (
    <ForAnalysts
      title="Somebody may be at risk"
      roles={['DUTY']}
      who="somebody on duty for safeguarding"
      lede="Flagged the moment a comment arrives. Most will be nothing; look at each. If somebody is in danger now, call 999."
    >
      {(bench, again) => <Queue open={bench.safeguarding} changed={again} />}
    </ForAnalysts>
  );
}

function Queue({ open, changed }: { open: number; changed: () => void }) {
  const answer = useAnswer({ query: SAFEGUARDING, variables: {}, fresh: true });
  const again = () => {
    answer.again();
    changed();
  };
  return (
    <Shown answer={answer} rows={10}>
      {({ safeguardingQueue }) => {
        const waiting = safeguardingQueue.filter(({ outcome }) => outcome === null);
        return waiting.length > 0 ? (
          <Section
            title={`${count(open)} comments wait for a person`}
            measure="Who wrote it stands in the vault: a reviewer may look it up, with a reason, and that is written down."
          >
            {waiting.map((flagged) => (
              <Flagged key={flagged.comment.submission} flagged={flagged} again={again} />
            ))}
          </Section>
        ) : (
          <Empty title="Nothing waits">
            <p>Every flagged comment has been looked at by a person.</p>
          </Empty>
        );
      }}
    </Shown>
  );
}

type FlaggedComment = SafeguardingQuery['safeguardingQueue'][number];

function Flagged({ flagged, again }: { flagged: FlaggedComment; again: () => void }) {
  const { act, busy, problem } = useAction(HANDLE, (data) => data.handleSafeguarding);
  const { comment, kinds, flaggedAt } = flagged;
  const say = async (outcome: 'REFERRED' | 'NO_RISK') => {
    if (await act({ submission: comment.submission, outcome })) again();
  };
  return (
    <article className="disagreement" aria-label={`Flagged comment: ${comment.engagement}`}>
      <p>
        {kinds.map((kind) => (
          <span className="word late" key={kind}>
            {kind.replaceAll('-', ' ')}
          </span>
        ))}{' '}
        <span className="quiet">
          {comment.agency.name}, {comment.engagement}. Flagged {moment(flaggedAt)}. Submission{' '}
          <code>{comment.submission}</code>
        </span>
      </p>
      <CommentText parts={comment.parts} />
      <div className="buttons">
        <button className="button" disabled={busy} onClick={() => void say('REFERRED')}>
          Passed on to safeguarding
        </button>
        <button className="button second" disabled={busy} onClick={() => void say('NO_RISK')}>
          No risk
        </button>
      </div>
      <NotDone problem={problem} />
    </article>
  );
}
