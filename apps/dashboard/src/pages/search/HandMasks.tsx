import { useState } from 'react';
import { Go } from '../../app/Go';
import { useAnswer } from '../../app/answer';
import { day, plural } from '../../figures/format';
import { NotDone } from '../../forms/NotDone';
import { TextField } from '../../forms/TextField';
import { useAction } from '../../forms/useAction';
import type { HandMasksQuery } from '../../gql/graphql';
import { Section } from '../../layout/Section';
import { HAND_MASKS, LIFT_MASK } from './mask-queries';

type Mask = HandMasksQuery['handMasks'][number];

/** What people masked by hand in comments of their agencies: who, why, and who took it off. Nothing where nobody did. */
export function HandMasks() {
  const answer = useAnswer({ query: HAND_MASKS, variables: {}, fresh: true });
  const masks = answer.data?.handMasks ?? [];
  if (masks.length === 0) return null;
  const standing = masks.filter(({ liftedBy }) => liftedBy === null).length;
  return (
    <Section
      title={`Masked by hand: ${plural(standing, 'mask stands', 'masks stand')}`}
      measure="What was masked is told to nobody. Another analyst than who masked can take a mask off, with a reason."
    >
      <ul className="plain-list">
        {masks.map((mask) => (
          <Line key={mask.id} mask={mask} again={answer.again} />
        ))}
      </ul>
    </Section>
  );
}

function Line({ mask, again }: { mask: Mask; again: () => void }) {
  const { id, submission, question, reason, maskedBy, maskedAt, liftedBy, liftedAt, liftReason, mayLift } =
    mask;
  const [lifting, setLifting] = useState(false);
  return (
    <li>
      <p>
        {day(maskedAt)}, {maskedBy}: {reason}.{' '}
        <Go to={`/workbench/comments/${submission}`}>
          The comment<span className="govuk-visually-hidden">: mask {id}</span>
        </Go>
      </p>
      <p className="quiet">Asked: “{question}”</p>
      {liftedBy && liftedAt && (
        <p className="quiet">
          Taken off on {day(liftedAt)} by {liftedBy}: {liftReason}.
        </p>
      )}
      {mayLift && (
        <button className="link" aria-expanded={lifting} onClick={() => setLifting(!lifting)}>
          Take off<span className="govuk-visually-hidden">: mask {id}</span>
        </button>
      )}
      {lifting && <Lift mask={id} lifted={again} />}
    </li>
  );
}

function Lift({ mask, lifted }: { mask: string; lifted: () => void }) {
  const [reason, setReason] = useState('');
  const { act, busy, problem } = useAction(LIFT_MASK, (data) => data.liftMask);
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        void act({ mask, reason }).then((did) => did && lifted());
      }}
    >
      <TextField label="Why it is taken off, in 10 letters or more" value={reason} onChange={setReason} />
      <button className="button" disabled={busy}>
        Take the mask off
      </button>
      <NotDone problem={problem} />
    </form>
  );
}
