import { unhashed } from '#statements';
import type { Bench } from '../useWorkbench';
import type { Choice } from './useChoice';
import type { Comment } from './sitting';

interface Props {
  comment: Comment;
  bench: Bench;
  choice: Choice;
  names: (code: string) => string;
}

/** Themes with their numbers: what the coder is how sure of, and whether the person keeps it. */
export function Choices({ comment, bench, choice, names }: Props) {
  const { listed, chosen, toggle } = choice;
  const { outcome } = chosen;
  const suggestion = new Map(comment.suggestions.map((one) => [one.theme, one]));
  const definition = new Map(bench.themes.map((theme) => [theme.code, theme.definition]));
  const first = comment.suggestions[0];
  return (
    <>
      <p className="note">
        {comment.blind
          ? 'You code this one without help. Press T and type part of a theme’s name.'
          : listed.length > 0
            ? 'Press the number to keep or drop.'
            : 'The coder has nothing to suggest. Press T to add a theme, 0 where none fits.'}
      </p>
      <ol className="choice-list">
        {listed.map((theme, index) => {
          const kept = chosen.themes.includes(theme);
          const said = suggestion.get(theme);
          return (
            <li key={theme}>
              <button
                type="button"
                className={`choice ${kept ? 'kept' : ''}`}
                aria-pressed={kept}
                onClick={() => toggle(theme)}
              >
                <kbd className="key">{index + 1}</kbd>
                <span className="choice-words">
                  <strong>{names(theme)}</strong>
                  <span className="quiet">{definition.get(theme)}</span>
                  {said ? <Chance value={said.probability} /> : <span className="quiet">You added it</span>}
                </span>
                <span className={`word ${kept ? '' : 'grey'}`}>
                  {kept ? '✓ Kept' : said?.decision === 'SUGGEST' ? 'Your call' : 'Dropped'}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      {outcome && (
        <p className="outcome-line" role="status">
          {outcome === 'NONE' ? '✓ None of the themes fits.' : '✓ Not sure: it goes to somebody else.'}
        </p>
      )}
      {first && (
        <p className="note">
          {first.model === null ? 'The rules of the codebook' : `Coder ${unhashed(first.model)}`}, codebook
          version {first.codebookVersion}. Numbers in the text show the words that a theme rests on.
        </p>
      )}
    </>
  );
}

function Chance({ value }: { value: number }) {
  const percent = Math.round(100 * value);
  return (
    <span className="chance">
      <svg width="96" height="10" aria-hidden="true">
        <rect className="track" width="96" height="10" />
        <rect className="sure" width={0.96 * percent} height="10" />
      </svg>
      {percent}% sure
    </span>
  );
}
