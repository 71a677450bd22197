import { useId, useState, type FormEvent } from 'react';
import { NotDone } from '../../forms/NotDone';
import { useAction } from '../../forms/useAction';
import { DISMISS_CELL, DISMISS_ROW } from '../deliveries/queries';

interface FormProps {
  /** What is left out, in words: "row 7". */
  what: string;
  /** The button that opens the form and the one that sends it. */
  doing: string;
  question: string;
  busy: boolean;
  problem: string | null;
  onSend: (reason: string) => void;
}

/** A reason in a line, asked for once somebody wants to set something aside. */
function ReasonForm({ what, doing, question, busy, problem, onSend }: FormProps) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const field = useId();
  if (!open)
    return (
      <div>
        <button className="link-button" onClick={() => setOpen(true)}>
          {doing}
          <span className="govuk-visually-hidden"> {what}</span>
        </button>
      </div>
    );
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSend(reason);
  };
  return (
    <form onSubmit={send}>
      <label htmlFor={field}>{question}</label>
      <input
        id={field}
        className="govuk-input"
        value={reason}
        minLength={3}
        maxLength={500}
        required
        onChange={(event) => setReason(event.target.value)}
      />
      <button className="button second" disabled={busy}>
        {doing}
      </button>
      <NotDone problem={problem} />
    </form>
  );
}

/** Sets a rejected row aside with a reason: it leaves the list, and nothing of it is kept. */
export function Dismiss({ row, onDone }: { row: { id: string; row?: number | null }; onDone: () => void }) {
  const { act, busy, problem } = useAction(DISMISS_ROW, ({ dismissRow }) => dismissRow);
  return (
    <ReasonForm
      what={`row ${row.row ?? ''}`}
      doing="Leave it out"
      question={`Why is row ${row.row ?? ''} left out?`}
      busy={busy}
      problem={problem}
      onSend={(reason) => void act({ id: row.id, reason }).then((done) => done && onDone())}
    />
  );
}

/** Says that a cell stays unused, and why: nobody is asked about it any more. */
export function DismissCell({
  delivery,
  cell,
  onDone,
}: {
  delivery: string;
  cell: { id: string; row?: number | null; column?: string | null };
  onDone: () => void;
}) {
  const { act, busy, problem } = useAction(DISMISS_CELL, ({ dismissCell }) => dismissCell);
  const what = `${cell.column ?? 'the cell'} of row ${cell.row ?? ''}`;
  return (
    <ReasonForm
      what={what}
      doing="Leave it as it is"
      question={`Why does ${what} stay as it is?`}
      busy={busy}
      problem={problem}
      onSend={(reason) => void act({ delivery, cell: cell.id, reason }).then((done) => done && onDone())}
    />
  );
}
