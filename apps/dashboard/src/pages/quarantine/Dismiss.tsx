import { useId, useState, type FormEvent } from 'react';
import { NotDone } from '../../forms/NotDone';
import { useAction } from '../../forms/useAction';
import { DISMISS_ROW } from '../deliveries/queries';
import type { QuarantinedRow } from './mending';

/** Sets a rejected row aside with a reason: it leaves the list, and nothing of it is kept. */
export function Dismiss({ row, onDone }: { row: QuarantinedRow; onDone: () => void }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { act, busy, problem } = useAction(DISMISS_ROW, ({ dismissRow }) => dismissRow);
  const field = useId();
  if (!open)
    return (
      <div>
        <button className="link-button" onClick={() => setOpen(true)}>
          Leave it out<span className="govuk-visually-hidden"> row {row.row ?? ''}</span>
        </button>
      </div>
    );
  const send = (event: FormEvent) => {
    event.preventDefault();
    void act({ id: row.id, reason }).then((done) => done && onDone());
  };
  return (
    <form onSubmit={send}>
      <label htmlFor={field}>Why is row {row.row ?? ''} left out?</label>
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
        Leave it out
      </button>
      <NotDone problem={problem} />
    </form>
  );
}
