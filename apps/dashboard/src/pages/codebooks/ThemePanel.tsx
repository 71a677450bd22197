import { useId, useState, type KeyboardEvent, type RefObject } from 'react';
import { useAnswer } from '../../app/answer';
import { plural } from '../../figures/format';
import { NotDone } from '../../forms/NotDone';
import { useAction } from '../../forms/useAction';
import type { NearestCommentsQuery } from '../../gql/graphql';
import { Said } from '../../layout/Masked';
import { Shown } from '../../states/Shown';
import type { Draft, DraftTheme } from './draft';
import { MARK, NEAREST, SHAPE, SPLIT } from './queries';

interface Props {
  draft: Draft;
  theme: DraftTheme;
  name: RefObject<HTMLInputElement | null>;
  again: () => void;
}

/** What a theme means, in words of a person, and its most typical comments to say yes or no to. */
export function ThemePanel({ draft, theme, name, again }: Props) {
  return (
    <div className="draft-panel">
      {draft.mayEdit && <Meaning draft={draft} theme={theme} name={name} again={again} />}
      <Examples draft={draft} theme={theme} />
    </div>
  );
}

function Meaning({ draft, theme, name, again }: Props) {
  const id = useId();
  const [texts, setTexts] = useState({
    name: theme.name,
    definition: theme.definition,
    excludes: theme.excludes,
  });
  const shape = useAction(SHAPE, (data) => data.shapeTheme);
  const split = useAction(SPLIT, (data) => data.splitTheme);
  const codebook = draft.codebook.code;
  const save = async () => {
    const state = theme.state === 'OPEN' ? 'KEPT' : null;
    if (await shape.act({ codebook, theme: theme.id, ...texts, state })) again();
  };
  const part = async () => {
    if (await split.act({ codebook, theme: theme.id })) again();
  };
  const set = (key: keyof typeof texts) => (event: { target: { value: string } }) =>
    setTexts({ ...texts, [key]: event.target.value });
  return (
    <div className="draft-meaning">
      <label htmlFor={`${id}-name`}>Name people will read</label>
      <input
        id={`${id}-name`}
        ref={name}
        className="govuk-input"
        value={texts.name}
        maxLength={120}
        onChange={set('name')}
      />
      <Area label="It counts when" value={texts.definition} onChange={set('definition')} />
      <Area label="It does not count when" value={texts.excludes} onChange={set('excludes')} />
      <div className="buttons">
        <button className="button" disabled={shape.busy || !texts.name.trim()} onClick={() => void save()}>
          Save and keep
        </button>
        <button
          className="button second"
          disabled={split.busy || theme.comments < 2}
          onClick={() => void part()}
        >
          Split in two
        </button>
      </div>
      <NotDone problem={shape.problem ?? split.problem} />
    </div>
  );
}

interface AreaProps {
  label: string;
  value: string;
  onChange: (event: { target: { value: string } }) => void;
}

function Area({ label, value, onChange }: AreaProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="govuk-textarea"
        rows={2}
        value={value}
        maxLength={1000}
        onChange={onChange}
      />
    </>
  );
}

function Examples({ draft, theme }: Pick<Props, 'draft' | 'theme'>) {
  const variables = { codebook: draft.codebook.code, theme: theme.id };
  const answer = useAnswer({ query: NEAREST, variables, fresh: true });
  return (
    <div className="draft-examples">
      <h3>Is it this theme?</h3>
      <Shown answer={answer} rows={3}>
        {({ draftTheme }) => (
          <Nearest draft={draft} theme={theme} nearest={draftTheme?.nearest ?? []} again={answer.again} />
        )}
      </Shown>
    </div>
  );
}

interface NearestProps extends Pick<Props, 'draft' | 'theme' | 'again'> {
  nearest: NonNullable<NearestCommentsQuery['draftTheme']>['nearest'];
}

function Nearest({ draft, theme, nearest, again }: NearestProps) {
  const { act, busy, problem } = useAction(MARK, (data) => data.markComment);
  const say = async (answer: string, yes: boolean) => {
    if (await act({ codebook: draft.codebook.code, theme: theme.id, answer, yes })) again();
  };
  const press = (answer: string) => (event: KeyboardEvent) => {
    if (busy || !['y', 'n'].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    void say(answer, event.key === 'y');
  };
  return (
    <>
      <p className="quiet">
        The nearest first, {nearest.length} of {plural(theme.comments, 'comment', 'comments')}. On one, Y and
        N.
      </p>
      <ul className="plain">
        {nearest.map(({ answer, yes, segments }) => (
          <li key={answer} onKeyDown={press(answer)}>
            <Said segments={segments} />
            <span className="draft-decisions" role="group" aria-label={`Is it ${theme.name}?`}>
              {[true, false].map((is) => (
                <button
                  key={String(is)}
                  className="choice-button"
                  aria-pressed={yes === is}
                  disabled={busy}
                  onClick={() => void say(answer, is)}
                >
                  {is ? 'Yes' : 'No'}
                </button>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <NotDone problem={problem} />
    </>
  );
}
