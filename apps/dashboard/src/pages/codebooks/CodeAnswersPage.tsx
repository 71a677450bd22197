import { useEffect, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { Go } from '../../app/Go';
import { useAnswer } from '../../app/answer';
import { count } from '../../figures/format';
import { NotDone } from '../../forms/NotDone';
import { useAction } from '../../forms/useAction';
import type { AnswerOutcome, AnswerSide, NextToCodeQuery } from '../../gql/graphql';
import { Empty } from '../../states/Empty';
import { Shown } from '../../states/Shown';
import { Said } from '../../layout/Masked';
import { ForEditors } from './ForEditors';
import { CODE_ANSWER, NEXT } from './queries';
import { SideField } from './SideField';

/** Coding by keyboard: one answer after the other, without what the coder says of it. */
export function CodeAnswersPage() {
  const { code = '' } = useParams();
  const answer = useAnswer({ query: NEXT, variables: { code }, fresh: true });
  const name = answer.data?.codebookDraft?.codebook.name ?? 'a codebook';
  const trail: [string, string][] = [
    ['/workbench/codebooks', 'Codebooks'],
    [`/workbench/codebooks/${code}`, name],
  ];
  return (
    <ForEditors title={`Code comments by “${name}”`} trail={trail}>
      <Shown answer={answer} rows={8}>
        {({ nextToCode: next, codebookDraft: draft }) =>
          next && draft && draft.codebook.newest > 0 ? (
            <One key={next.answer} code={code} next={next} draft={draft} again={answer.again} />
          ) : (
            <Empty title="Nothing waits to be coded">
              <p>
                Either every comment is coded by a person, or the comments were not coded by the themes yet.{' '}
                <Go to={`/workbench/codebooks/${code}`}>Back to the themes</Go>
              </p>
            </Empty>
          )
        }
      </Shown>
    </ForEditors>
  );
}

interface Props {
  code: string;
  next: NonNullable<NextToCodeQuery['nextToCode']>;
  draft: NonNullable<NextToCodeQuery['codebookDraft']>;
  again: () => void;
}

function One({ code, next, draft, again }: Props) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [side, setSide] = useState<AnswerSide | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { act, busy, problem } = useAction(CODE_ANSWER, (data) => data.codeAnswer);
  // The next comment is read out.
  useEffect(() => heading.current?.focus(), []);
  const say = async (outcome: AnswerOutcome) => {
    const given = outcome === 'THEMES' ? [...chosen] : [];
    if (await act({ codebook: code, answer: next.answer, outcome, themes: given, side })) again();
  };
  const toggle = (theme: string) =>
    setChosen(chosen.includes(theme) ? chosen.filter((one) => one !== theme) : [...chosen, theme]);
  return (
    <form
      className="comment"
      onSubmit={(event) => {
        event.preventDefault();
        void say(chosen.length > 0 ? 'THEMES' : 'NONE');
      }}
    >
      <p className="sitting" role="status">
        {count(draft.taught)} to teach and {count(draft.checked)} to check are coded.{' '}
        {next.purpose === 'CHECK' ? 'This one checks the coder.' : 'This one teaches the coder.'}
      </p>
      <h2 ref={heading} tabIndex={-1}>
        What does this comment say?
      </h2>
      <Said segments={next.segments} />
      <p className="asked">Asked: “{next.question}”</p>
      <fieldset className="plain-fieldset">
        <legend>Themes (several may be ticked)</legend>
        {draft.newestThemes.map(({ code: theme, name, definition }) => (
          <label className="tick-line" key={theme}>
            <input type="checkbox" checked={chosen.includes(theme)} onChange={() => toggle(theme)} /> {name}{' '}
            <span className="quiet">{definition}</span>
          </label>
        ))}
      </fieldset>
      <SideField side={side} choose={setSide} />
      <div className="buttons">
        <button className="button" disabled={busy}>
          {chosen.length > 0 ? 'Sign and go on' : 'None of these fits'}
        </button>
        <button type="button" className="button second" disabled={busy} onClick={() => void say('UNSURE')}>
          Not sure
        </button>
      </div>
      <NotDone problem={problem} />
    </form>
  );
}
