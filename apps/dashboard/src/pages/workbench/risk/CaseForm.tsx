import { useEffect, useId, useRef, useState, type Ref } from 'react';
import { NotDone } from '../../../forms/NotDone';
import { useAction } from '../../../forms/useAction';
import { CLOSE_CASE, HAND_OVER, PUT_BACK } from '../review-queries';

export type CaseAct = 'hand-over' | 'no-risk' | 'put-back';

const WORDS: Record<CaseAct, { note: string; button: string }> = {
  'hand-over': { note: 'What they should know (no names)', button: 'Hand over' },
  'no-risk': { note: 'Why nobody is at risk', button: 'No risk' },
  'put-back': { note: 'What is not clear', button: 'Put back for somebody else' },
};

/** Who usually takes over; another desk may be written. */
const DESKS = [
  'Domestic abuse desk',
  'Police, public protection',
  'Adult safeguarding',
  'Children’s safeguarding',
  'NHS 111, option 2',
];

interface Props {
  act: CaseAct;
  submission: string;
  done: () => void;
  close: () => void;
}

/** Says to whom a case goes, or why it is none: nothing is closed without a reason. */
export function CaseForm({ act, submission, done, close }: Props) {
  const id = useId();
  const [to, setTo] = useState('');
  const [note, setNote] = useState('');
  const first = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const { send, busy, problem } = useCaseAct(act, submission);
  useEffect(() => first.current?.focus(), []);
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        void send(note, to).then((sent) => sent && done());
      }}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      {act === 'hand-over' && <Receiver first={first} to={to} setTo={setTo} />}
      <label htmlFor={`${id}-note`}>{WORDS[act].note}</label>
      <textarea
        id={`${id}-note`}
        ref={act === 'hand-over' ? undefined : first}
        className="govuk-textarea"
        rows={2}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <p className="quiet">
        Kept with your name. Who wrote the comment stands in the vault: a reviewer may look it up, with a
        reason.
      </p>
      <div className="buttons">
        <button
          className="button"
          disabled={busy || note.trim().length < 10 || (act === 'hand-over' && to.trim().length < 2)}
        >
          {WORDS[act].button}
        </button>
        <button type="button" className="button second" onClick={close}>
          Close
        </button>
      </div>
      <NotDone problem={problem} />
    </form>
  );
}

/** Does what was chosen with a case. */
function useCaseAct(act: CaseAct, submission: string) {
  const over = useAction(HAND_OVER, (data) => data.handOverCase);
  const closing = useAction(CLOSE_CASE, (data) => data.closeCase);
  const back = useAction(PUT_BACK, (data) => data.putBackCase);
  const send = (note: string, to: string): Promise<boolean> => {
    if (act === 'hand-over') return over.act({ submission, to, note });
    return act === 'no-risk' ? closing.act({ submission, reason: note }) : back.act({ submission, note });
  };
  return {
    send,
    busy: over.busy || closing.busy || back.busy,
    problem: over.problem ?? closing.problem ?? back.problem,
  };
}

interface ReceiverProps {
  first: Ref<HTMLInputElement>;
  to: string;
  setTo: (to: string) => void;
}

function Receiver({ first, to, setTo }: ReceiverProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>Hand over to</label>
      <input
        id={id}
        ref={first}
        className="govuk-input"
        list={`${id}-desks`}
        maxLength={120}
        value={to}
        onChange={(event) => setTo(event.target.value)}
      />
      <datalist id={`${id}-desks`}>
        {DESKS.map((desk) => (
          <option key={desk} value={desk} />
        ))}
      </datalist>
    </>
  );
}
