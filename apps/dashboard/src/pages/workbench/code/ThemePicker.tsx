import { useId, useState, type KeyboardEvent } from 'react';
import type { ThemeOfBook } from '../useWorkbench';

const SHOWN = 7;

interface Props {
  themes: readonly ThemeOfBook[];
  taken: readonly string[];
  onPick: (code: string) => void;
  onClose: () => void;
}

/** Finds a theme by typing part of its name; arrows move, Enter takes, Escape goes back to the comment. */
export function ThemePicker({ themes, taken, onPick, onClose }: Props) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = matching(themes, typed, taken).slice(0, SHOWN);
  const act = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt((before) => Math.min(Math.max(before + step, 0), found.length - 1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const chosen = found[at];
      if (chosen) onPick(chosen.code);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    }
  };
  return (
    <div className="picker">
      <label className="govuk-label" htmlFor={id}>
        Which theme?
      </label>
      <input
        id={id}
        className="govuk-input"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={found[at] ? `${id}-${found[at].code}` : undefined}
        autoComplete="off"
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={act}
      />
      <ul role="listbox" id={`${id}-list`} aria-label="Themes">
        {found.map((theme, index) => (
          <li
            key={theme.code}
            id={`${id}-${theme.code}`}
            role="option"
            aria-selected={index === at}
            onClick={() => onPick(theme.code)}
          >
            <strong>{theme.name}</strong>
            <span className="quiet">{theme.definition}</span>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="note">No theme is called that.</p>}
    </div>
  );
}

/** Themes whose name begins with what was typed, then those that hold it, then those whose definition does. */
export function matching(
  themes: readonly ThemeOfBook[],
  typed: string,
  taken: readonly string[],
): ThemeOfBook[] {
  const wanted = typed.trim().toLowerCase();
  const rank = ({ name, definition, include }: ThemeOfBook): number => {
    const lower = name.toLowerCase();
    if (lower.startsWith(wanted)) return 0;
    if (lower.includes(wanted)) return 1;
    return [definition, ...include].some((words) => words.toLowerCase().includes(wanted)) ? 2 : 3;
  };
  return themes
    .filter(({ code }) => !taken.includes(code))
    .map((theme) => ({ theme, rank: rank(theme) }))
    .filter((one) => one.rank < 3)
    .sort((a, b) => a.rank - b.rank || a.theme.name.localeCompare(b.theme.name, 'en-GB'))
    .map(({ theme }) => theme);
}
