import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { count, plural } from '../../figures/format';
import { NotDone } from '../../forms/NotDone';
import { useAction } from '../../forms/useAction';
import type { Draft, DraftTheme } from './draft';
import { SHAPE } from './queries';
import { ThemePanel } from './ThemePanel';

interface Props {
  draft: Draft;
  theme: DraftTheme;
  /** Comments of the largest theme. */
  most: number;
  again: () => void;
}

const KEYS = { '1': 'keep', '2': 'rename', '3': 'merge', '4': 'drop' } as const;

/** One proposed theme: how large it is, what marks it off, and what a person decides. */
export function ThemeRow({ draft, theme, most, again }: Props) {
  const [open, setOpen] = useState(false);
  const [merging, setMerging] = useState(false);
  const name = useRef<HTMLInputElement>(null);
  const { act, busy, problem } = useAction(SHAPE, (data) => data.shapeTheme);
  const codebook = draft.codebook.code;
  const decide = async (state: DraftTheme['state'], into: string | null = null) => {
    setMerging(false);
    if (await act({ codebook, theme: theme.id, state, into })) again();
  };
  const rename = () => {
    setOpen(true);
    // The panel is there with the next paint.
    requestAnimationFrame(() => name.current?.focus());
  };
  const does = {
    keep: () => void decide('KEPT'),
    rename,
    merge: () => setMerging(true),
    drop: () => void decide('DROPPED'),
  };
  const press = (event: KeyboardEvent) => {
    const typing = (event.target as Element).matches('input, textarea, select');
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !draft.mayEdit || busy) return;
    const what = KEYS[event.key as keyof typeof KEYS];
    if (what) does[what]();
  };
  const into = draft.themes.find(({ id }) => id === theme.mergedInto);
  return (
    <li className={`draft-theme ${theme.state.toLowerCase()}`} onKeyDown={press}>
      <div className="draft-line">
        <button className="link draft-name" aria-expanded={open} onClick={() => setOpen(!open)}>
          {theme.name}
        </button>
        <span className="quiet draft-phrases">{theme.phrases.join(', ')}</span>
        <span className="draft-size">
          <span className="draft-bar" aria-hidden="true">
            <span style={{ inlineSize: `${(100 * theme.comments) / most}%` }} />
          </span>
          {count(theme.comments)}
          <span className="govuk-visually-hidden"> comments</span>
        </span>
        {draft.mayEdit && (
          <Decisions theme={theme} busy={busy} into={into?.name ?? null} merging={merging} does={does} />
        )}
      </div>
      {merging && <Merge draft={draft} theme={theme} choose={(id) => void decide('MERGED', id)} />}
      <NotDone problem={problem} />
      {open && <ThemePanel draft={draft} theme={theme} name={name} again={again} />}
    </li>
  );
}

interface DecisionsProps {
  theme: DraftTheme;
  busy: boolean;
  into: string | null;
  merging: boolean;
  does: Record<'keep' | 'rename' | 'merge' | 'drop', () => void>;
}

function Decisions({ theme: { name, state }, busy, into, merging, does }: DecisionsProps) {
  const button = (what: keyof typeof does, words: string, pressed: boolean) => (
    <button className="choice-button" aria-pressed={pressed} disabled={busy} onClick={does[what]}>
      {words}
      <span className="govuk-visually-hidden">: {name}</span>
    </button>
  );
  return (
    <span className="draft-decisions" role="group" aria-label={`Decide on ${name}`}>
      {button('keep', 'Keep', state === 'KEPT')}
      {button('rename', 'Rename', false)}
      {button('merge', into ? `Merged into ${into}` : 'Merge', state === 'MERGED' || merging)}
      {button('drop', 'Drop', state === 'DROPPED')}
    </span>
  );
}

function Merge({ draft, theme, choose }: { draft: Draft; theme: DraftTheme; choose: (id: string) => void }) {
  const id = useId();
  const targets = draft.themes.filter(
    (one) => one.id !== theme.id && (one.state === 'KEPT' || one.state === 'OPEN'),
  );
  return (
    <p className="draft-merge">
      <label htmlFor={id}>Merge {plural(theme.comments, 'comment', 'comments')} into</label>{' '}
      <select
        id={id}
        className="govuk-select"
        defaultValue=""
        autoFocus
        onChange={(event) => choose(event.target.value)}
      >
        <option value="" disabled>
          Choose a theme
        </option>
        {targets.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </p>
  );
}
