import { useState } from 'react';
import { NotDone } from '../../forms/NotDone';
import { TextField } from '../../forms/TextField';
import { useAction } from '../../forms/useAction';
import { TAKE_QUOTE_BACK } from './mask-queries';

interface Props {
  submission: string;
  words: string;
  /** It is taken back: what is shown is to be asked for again. */
  taken: () => void;
  close: () => void;
}

/** Takes a released quote back from every page and edition. */
export function TakeQuoteBack({ submission, words, taken, close }: Props) {
  const [reason, setReason] = useState('');
  const { act, busy, done, problem } = useAction(TAKE_QUOTE_BACK, (data) => data.takeQuoteBack);
  return (
    <form
      className="card quote-form"
      onSubmit={(event) => {
        event.preventDefault();
        void act({ submission, reason }).then((did) => did && taken());
      }}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <p>Released: “{words}”</p>
      <TextField label="Why it is taken back, in 10 letters or more" value={reason} onChange={setReason} />
      <p className="quiet">It goes from every page, edition, decision and report at once; its count stays.</p>
      <div className="buttons">
        <button className="button" disabled={busy || done}>
          {done ? 'Taken back' : 'Take the quote back'}
        </button>
        <button type="button" className="button second" onClick={close}>
          Close
        </button>
      </div>
      <NotDone problem={problem} />
    </form>
  );
}
