import { useId, useState, type SyntheticEvent } from 'react';
import { shownWords } from '#statements';
import { NotDone } from '../../forms/NotDone';
import { TextField } from '../../forms/TextField';
import { useAction } from '../../forms/useAction';
import type { Found } from './narrowing';
import { MASK } from './mask-queries';

interface Props {
  comment: Found['nodes'][number];
  /** Words are masked: what is shown is to be asked for again. */
  masked: () => void;
  close: () => void;
}

/** Masks words of a comment for everybody: marked in it with the mouse, or with Shift and the arrows. */
export function MaskForm({ comment, masked, close }: Props) {
  const text = shownWords(comment.segments);
  const [[from, to], setSpan] = useState<[number, number]>([0, 0]);
  const [reason, setReason] = useState('');
  const id = useId();
  const { act, busy, done, problem } = useAction(MASK, (data) => data.maskWords);
  const mark = ({ currentTarget: { selectionStart, selectionEnd } }: SyntheticEvent<HTMLTextAreaElement>) =>
    setSpan([placeIn(text, selectionStart), placeIn(text, selectionEnd)]);
  const words = text.slice(from, to).trim();
  return (
    <form
      className="card quote-form"
      onSubmit={(event) => {
        event.preventDefault();
        void act({ answer: comment.answer, from, to, reason }).then((did) => did && masked());
      }}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <label className="govuk-label" htmlFor={id}>
        Mark the words to be masked
      </label>
      <div className="govuk-hint" id={`${id}-hint`}>
        With the mouse, or with Shift and the arrow keys. What is masked already stands in brackets.
      </div>
      <textarea
        id={id}
        className="govuk-textarea"
        rows={4}
        readOnly
        autoFocus
        value={text}
        aria-describedby={`${id}-hint`}
        onSelect={mark}
      />
      <p className="quiet" role="status">
        {words === '' ? 'No words are marked.' : `To be masked: “${words}”`}
      </p>
      <TextField label="Why, in 10 letters or more, without the words" value={reason} onChange={setReason} />
      <p className="quiet">
        From now on nobody reads these words or finds the comment by them, and released quotes with them are
        taken back. Another analyst can take the mask off. It is kept with your name.
      </p>
      <div className="buttons">
        <button className="button" disabled={busy || done || words === ''}>
          {done ? 'Masked' : 'Mask these words'}
        </button>
        <button type="button" className="button second" onClick={close}>
          Close
        </button>
      </div>
      <NotDone problem={problem} />
    </form>
  );
}

/** Where a place of a field is in the text that it shows: fields hold one letter for an end of a line that has two. */
function placeIn(text: string, shown: number): number {
  let at = 0;
  for (let left = shown; left > 0; left--) at += text.startsWith('\r\n', at) ? 2 : 1;
  return at;
}
