import { useState } from 'react';
import { count } from '../../figures/format';
import { NotDone } from '../../forms/NotDone';
import { TextField } from '../../forms/TextField';
import { useAction } from '../../forms/useAction';
import { Section } from '../../layout/Section';
import { type Draft, shapedSoFar } from './draft';
import { ADD } from './queries';
import { ThemeRow } from './ThemeRow';

/** Proposed themes, the largest first: each is kept, renamed, merged or dropped by a person. */
export function Shape({ draft, again }: { draft: Draft; again: () => void }) {
  const most = Math.max(1, ...draft.themes.map(({ comments }) => comments));
  return (
    <Section
      title={shapedSoFar(draft.themes)}
      measure="Sorted by comments. What is merged takes its comments along; what is dropped says none of the themes. On a theme, 1 keeps, 2 renames, 3 merges, 4 drops; every step can be changed."
    >
      <ul className="draft-themes">
        {draft.themes.map((theme) => (
          <ThemeRow key={theme.id} draft={draft} theme={theme} most={most} again={again} />
        ))}
      </ul>
      {draft.mayEdit && <Add code={draft.codebook.code} again={again} />}
    </Section>
  );
}

function Add({ code, again }: { code: string; again: () => void }) {
  const [name, setName] = useState('');
  const [words, setWords] = useState('');
  const { act, busy, problem, done } = useAction(ADD, (data) => data.addTheme);
  const add = async () => {
    if (!(await act({ codebook: code, name: name.trim(), words: words.trim() }))) return;
    setName('');
    setWords('');
    again();
  };
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Add a theme of your own</span>
      </summary>
      <div className="govuk-details__text">
        <TextField label="Name people will read" value={name} onChange={setName} />
        <TextField
          label="Words that its comments hold, such as “dogs library” (may be empty)"
          value={words}
          onChange={setWords}
        />
        <button className="button second" disabled={busy || !name.trim()} onClick={() => void add()}>
          Add the theme
        </button>
        <NotDone problem={problem} />
        <p role="status">{done ? `Added. ${count(1)} theme more.` : ''}</p>
      </div>
    </details>
  );
}
