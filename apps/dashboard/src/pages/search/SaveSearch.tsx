import { useRef, useState, type FormEvent } from 'react';
import { NotDone } from '../../forms/NotDone';
import { TextField } from '../../forms/TextField';
import { useAction } from '../../forms/useAction';
import type { Filter } from './narrowing';
import { SAVE_SEARCH } from './queries';
import type { Opened } from './SavedSearches';

interface Props {
  words: string;
  filter: Filter;
  opened: Opened | null;
  close: () => void;
}

/** Keeps a search, as it is narrowed now, under a name; and leads back to those that are kept. */
export function SaveSearch({ words, filter, opened, close }: Props) {
  const [naming, setNaming] = useState(false);
  const [said, setSaid] = useState('');
  const button = useRef<HTMLButtonElement>(null);
  const done = (name: string) => {
    setNaming(false);
    setSaid(`Saved as “${name}”.`);
    button.current?.focus();
  };
  return (
    <div className="search-save">
      <p className="buttons">
        <button
          className="button second"
          ref={button}
          aria-expanded={naming}
          onClick={() => setNaming(!naming)}
        >
          Save this search
        </button>
        <button className="link" onClick={close}>
          {opened ? 'Back to your saved searches' : 'Your saved searches'}
        </button>
        <span role="status">{said && `✓ ${said}`}</span>
      </p>
      {naming && <Naming words={words} filter={filter} done={done} close={() => setNaming(false)} />}
    </div>
  );
}

interface NamingProps extends Pick<Props, 'words' | 'filter' | 'close'> {
  done: (name: string) => void;
}

function Naming({ words, filter, done, close }: NamingProps) {
  const [name, setName] = useState(words.slice(0, 80));
  const { act, busy, problem } = useAction(SAVE_SEARCH, (data) => data.saveSearch);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void act({ name, words, filter }).then((saved) => saved && done(name.trim()));
  };
  return (
    <form
      className="card save-search"
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <TextField label="What you will call it" value={name} onChange={setName} />
      <p className="quiet">
        Your words and what they are narrowed to are kept with your account, for your eyes alone, until you
        forget them. No comment is kept.
      </p>
      <div className="buttons">
        <button className="button" disabled={busy || name.trim() === ''}>
          Save
        </button>
        <button type="button" className="button second" onClick={close}>
          Close
        </button>
      </div>
      <NotDone problem={problem} />
    </form>
  );
}
