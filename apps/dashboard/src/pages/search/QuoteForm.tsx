import { useEffect, useRef, useState } from 'react';
import { shownWords } from '#statements';
import { NotDone } from '../../forms/NotDone';
import { SelectField } from '../../forms/SelectField';
import { useAction } from '../../forms/useAction';
import { SentenceTicks, useSentences } from '../quotes/SentenceTicks';
import type { Found } from './narrowing';
import { QUOTE } from './queries';

interface Props {
  comment: Found['nodes'][number];
  names: (code: string) => string;
  close: () => void;
}

/** Lets sentences of a comment be quoted under one of its themes. Words can be left out at either end, never written. */
export function QuoteForm({ comment, names, close }: Props) {
  const text = shownWords(comment.segments);
  const themes = [...comment.ownThemes, ...comment.themes.map((code) => ({ code, name: names(code) }))];
  const run = useSentences(text);
  const { from, to } = run;
  const [theme, setTheme] = useState(themes.length === 1 ? themes[0]!.code : '');
  const legend = useRef<HTMLLegendElement>(null);
  const { act, busy, done, problem } = useAction(QUOTE, (data) => data.quoteComment);
  useEffect(() => legend.current?.focus(), []);
  return (
    <form
      className="card quote-form"
      onSubmit={(event) => {
        event.preventDefault();
        void act({ answer: comment.answer, from, to, theme });
      }}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <SentenceTicks run={run} legend={legend} />
      {themes.length === 0 ? (
        <p className="note">The comment is in no theme, so no figure stands behind it: it can’t be quoted.</p>
      ) : (
        <SelectField
          label="Under which theme"
          empty="Choose a theme"
          options={themes}
          value={theme}
          onChange={setTheme}
        />
      )}
      <p className="quiet">
        It will read: “{text.slice(from, to)}”. Leave out whatever could tell who it was.
      </p>
      <div className="buttons">
        <button className="button" disabled={busy || done || theme === '' || to === 0}>
          {done ? 'Released' : 'Release this quote'}
        </button>
        <button type="button" className="button second" onClick={close}>
          Close
        </button>
        <span role="status">{done ? '✓ It may be quoted from the next edition on.' : ''}</span>
      </div>
      <NotDone problem={problem} />
    </form>
  );
}
