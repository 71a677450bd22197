import { useState, type KeyboardEvent } from 'react';
import { moment } from '../../../figures/format';
import { NotDone } from '../../../forms/NotDone';
import { useAction } from '../../../forms/useAction';
import { CommentText } from '../CommentText';
import { TAKE } from '../review-queries';
import { CaseForm, type CaseAct } from './CaseForm';
import { signWords, type FlaggedComment } from './kinds';

const KEYS: Record<string, CaseAct> = { h: 'hand-over', n: 'no-risk', u: 'put-back' };

/** One case: what was said, why it was flagged, who has it, and what somebody on duty can do. */
export function Case({ flagged, again }: { flagged: FlaggedComment; again: () => void }) {
  const { comment, signs, owner, steps } = flagged;
  const [open, setOpen] = useState<CaseAct | null>(null);
  const take = useAction(TAKE, (data) => data.takeCase);
  const takeIt = async () => {
    if (await take.act({ submission: comment.submission })) again();
  };
  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = KEYS[event.key];
    if (act) {
      event.preventDefault();
      setOpen(act);
    } else if (event.key === 'Enter' && owner === null) void takeIt();
  };
  const numbers = new Map(signs.map(({ kind }, at) => [kind, at + 1]));
  return (
    <article
      className="disagreement found"
      tabIndex={-1}
      aria-label={`Case: ${comment.engagement}`}
      onKeyDown={press}
    >
      <Head flagged={flagged} numbers={numbers} />
      <CommentText parts={comment.parts} numbers={numbers} />
      <p>{owner ? <strong>{owner} has it</strong> : <strong>Nobody has it</strong>}</p>
      <div className="buttons">
        {owner === null && (
          <button className="button" disabled={take.busy} onClick={() => void takeIt()}>
            Take it
          </button>
        )}
        <Open act="hand-over" words="Hand over" open={open} set={setOpen} />
        <Open act="no-risk" words="No risk" open={open} set={setOpen} />
        <Open act="put-back" words="Not sure" open={open} set={setOpen} />
      </div>
      <NotDone problem={take.problem} />
      {open && (
        <CaseForm
          key={open}
          act={open}
          submission={comment.submission}
          done={() => {
            setOpen(null);
            again();
          }}
          close={() => setOpen(null)}
        />
      )}
      <Steps steps={steps} />
    </article>
  );
}

interface OpenProps {
  act: CaseAct;
  words: string;
  open: CaseAct | null;
  set: (act: CaseAct | null) => void;
}

const Open = ({ act, words, open, set }: OpenProps) => (
  <button
    className="button second"
    aria-expanded={open === act}
    onClick={() => set(open === act ? null : act)}
  >
    {words}
  </button>
);

/** Which kinds of risk it was flagged for and by what, where it was said, and by when somebody should have it. */
function Head({ flagged, numbers }: { flagged: FlaggedComment; numbers: ReadonlyMap<string, number> }) {
  const { comment, signs, flaggedAt, dueAt, late } = flagged;
  return (
    <p>
      {signs.map((sign) => (
        <span className="word late" key={sign.kind}>
          {numbers.get(sign.kind)} {signWords(sign)}
        </span>
      ))}{' '}
      <span className="quiet">
        {comment.agency.name}, {comment.engagement}. Flagged {moment(flaggedAt)}, by {moment(dueAt)}
        {late && <strong> · late</strong>}
      </span>
    </p>
  );
}

function Steps({ steps }: Pick<FlaggedComment, 'steps'>) {
  if (steps.length === 0) return null;
  return (
    <ol className="plain quiet">
      {steps.map(({ step, actor, at, note, handedTo }) => (
        <li key={at}>
          {moment(at)}: {step.replaceAll('-', ' ')} by {actor}
          {handedTo && ` to ${handedTo}`}
          {note && `. ${note}`}
        </li>
      ))}
    </ol>
  );
}
