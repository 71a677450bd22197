import { useEffect, useRef, useState } from 'react';
import { shownWords } from '#statements';
import { NotDone } from '../../../forms/NotDone';
import { SelectField } from '../../../forms/SelectField';
import { useAction } from '../../../forms/useAction';
import { SentenceTicks, useSentences } from '../../quotes/SentenceTicks';
import { RELEASE_QUOTE } from '../review-queries';
import type { Comment } from './sitting';

interface Props {
  comment: Comment;
  onClose: () => void;
}

/** Lets sentences of one answer be quoted in public: ticked, never written. */
export function Quote({ comment, onClose }: Props) {
  const [part, setPart] = useState('0');
  const answers = comment.parts.map(({ question }, at) => ({ code: String(at), name: question }));
  return (
    <>
      {answers.length > 1 && (
        <SelectField label="Which answer" options={answers} value={part} onChange={setPart} />
      )}
      <QuoteOf
        key={part}
        submission={comment.submission}
        text={shownWords(comment.parts[Number(part)]?.segments ?? [])}
        onClose={onClose}
      />
    </>
  );
}

interface QuoteOfProps {
  submission: string;
  text: string;
  onClose: () => void;
}

function QuoteOf({ submission, text, onClose }: QuoteOfProps) {
  const run = useSentences(text);
  const legend = useRef<HTMLLegendElement>(null);
  // The page's keys are off while it is open: these of the form work from here.
  useEffect(() => legend.current?.focus(), []);
  const words = text.slice(run.from, run.to);
  const { act, busy, done, problem } = useAction(RELEASE_QUOTE, (data) => data.releaseQuote);
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        void act({ submission, text: words });
      }}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <SentenceTicks run={run} legend={legend} />
      <p className="quiet">It will read: “{words}”. Leave out whatever could tell who it was.</p>
      <div className="buttons">
        <button className="button" disabled={busy || done || words === ''}>
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
