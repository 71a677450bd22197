import { useState } from 'react';
import { NotDone } from '../../../forms/NotDone';
import { useAction } from '../../../forms/useAction';
import { redactedWords } from '../CommentText';
import { RELEASE_QUOTE } from '../review-queries';
import type { Comment } from './sitting';

/** Lets a person release words for quoting: they see exactly what would be public, and may shorten it. */
export function Quote({ comment, onClose }: { comment: Comment; onClose: () => void }) {
  const [text, setText] = useState(() => redactedWords(comment.parts));
  const { act, busy, done, problem } = useAction(RELEASE_QUOTE, (data) => data.releaseQuote);
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        void act({ submission: comment.submission, text });
      }}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <label className="govuk-label" htmlFor="quote">
        Words to be quoted in public
      </label>
      <div className="govuk-hint" id="quote-hint">
        Take out whatever could tell who it was. Personal data that we find is taken out in any case.
      </div>
      <textarea
        id="quote"
        className="govuk-textarea"
        rows={4}
        aria-describedby="quote-hint"
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="buttons">
        <button className="button" disabled={busy || done}>
          {done ? 'Released' : 'Release this quote'}
        </button>
        <button type="button" className="button second" onClick={onClose}>
          Close <kbd className="key">Esc</kbd>
        </button>
        <span role="status">{done ? '✓ It may be quoted from the next edition on.' : ''}</span>
      </div>
      <NotDone problem={problem} />
    </form>
  );
}
