import { useCallback, useRef } from 'react';
import { useNavigate } from 'react-router';
import { useKey, useKeysOn } from './keys';

const KEYS: [string[], string][] = [
  [['?'], 'this list'],
  [['/'], 'find a ward by name or postcode'],
  [['Esc'], 'close, and go back to where you were'],
  [['←', '↑', '→', '↓'], 'move between tiles and between bars'],
  [['Enter'], 'how was this counted?'],
  [['T'], 'from a map or chart to its table'],
  [['Y', 'N', 'U'], 'matches: same person, different people, not sure'],
  [['J', 'K'], 'matches: next and previous'],
  [['D'], 'matches: what else holds them'],
  [['Z'], 'matches: take back the last answer'],
  [['1', '…', '9'], 'coding: keep or drop a theme'],
  [['T'], 'coding: add a theme'],
  [['0'], 'coding: none fits'],
  [['U'], 'coding: not sure'],
  [['Q'], 'coding: quote'],
  [['Enter'], 'coding: sign, and on to the next'],
  [['Z'], 'coding: take back the last signature'],
  [['J', 'K'], 'coding: next and previous, without signing'],
];

/** `?` says what the keys do; `/` goes to the search for a ward. */
export function KeysDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [on, setOn] = useKeysOn();
  const navigate = useNavigate();
  const open = useCallback(() => {
    if (!document.querySelector('dialog[open]')) dialog.current?.showModal();
  }, []);
  const search = useCallback(() => {
    const field = document.querySelector<HTMLInputElement>('[data-search]');
    if (field) field.focus();
    else void navigate('/wards', { state: { search: true } });
  }, [navigate]);
  useKey('?', open);
  useKey('/', search);
  return (
    <dialog className="keys-dialog" ref={dialog} aria-labelledby="keys-title">
      <h2 id="keys-title">Keys</h2>
      <dl>
        {KEYS.map(([keys, does]) => (
          <div key={does} style={{ display: 'contents' }}>
            <dt>
              {keys.map((key) => (
                <kbd className="key" key={key}>
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p>
        <label>
          <input type="checkbox" checked={on} onChange={(event) => setOn(event.target.checked)} /> Single keys
          work when no field has focus
        </label>
      </p>
      <form method="dialog">
        <button className="button">
          Close <kbd className="key">Esc</kbd>
        </button>
      </form>
    </dialog>
  );
}
