import { useEffect, useRef, useState } from 'react';
import { NotDone } from '../../forms/NotDone';
import { SelectField } from '../../forms/SelectField';
import { useAction } from '../../forms/useAction';
import type { Found } from './narrowing';
import { QUOTE } from './queries';
import { shownWords } from '#statements';
import { sentencesOf } from './sentences';

interface Props {
  comment: Found['nodes'][number];
  names: (code: string) => string;
  close: () => void;
}

/** Lets sentences of a comment be quoted under one of its themes. Words can be left out at either end, never written. */
export function QuoteForm({ comment, names, close }: Props) {
  const text = shownWords(comment.segments);
  const sentences = sentencesOf(text);
  const themes = [...comment.ownThemes, ...comment.themes.map((code) => ({ code, name: names(code) }))];
  const { first, last, toggle } = useRun(sentences.length);
  const [theme, setTheme] = useState(themes.length === 1 ? themes[0]!.code : '');
  const legend = useRef<HTMLLegendElement>(null);
  const { act, busy, done, problem } = useAction(QUOTE, (data) => data.quoteComment);
  useEffect(() => legend.current?.focus(), []);
  const from = sentences[first]?.from ?? 0;
  const to = sentences[last]?.to ?? 0;
  return (
    <form
      className="card quote-form"
      onSubmit={(event) => {
        event.preventDefault();
        void act({ answer: comment.answer, from, to, theme });
      }}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <fieldset className="plain-fieldset">
        <legend tabIndex={-1} ref={legend}>
          Sentences to be quoted in public
        </legend>
        {sentences.map(({ words }, at) => (
          <label className="tick-line" key={at}>
            <input type="checkbox" checked={first <= at && at <= last} onChange={() => toggle(at)} /> {words}
          </label>
        ))}
      </fieldset>
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

/** A run of sentences that is longer or shorter at either end; never without any, never with a gap. */
function useRun(many: number): { first: number; last: number; toggle: (at: number) => void } {
  const [[first, last], setEnds] = useState<[number, number]>([0, Math.max(0, many - 1)]);
  const toggle = (at: number) => {
    if (at < first || at > last) setEnds([Math.min(at, first), Math.max(at, last)]);
    else if (at === first && first < last) setEnds([first + 1, last]);
    else if (at === last && first < last) setEnds([first, last - 1]);
  };
  return { first, last, toggle };
}
