import { useState } from 'react';
import { Go } from '../../app/Go';
import { useAnswer } from '../../app/answer';
import { plural } from '../../figures/format';
import { NotDone } from '../../forms/NotDone';
import { SelectField } from '../../forms/SelectField';
import { useAction } from '../../forms/useAction';
import type { SuggestionVerdict, ThemeSuggestionsQuery } from '../../gql/graphql';
import { Section } from '../../layout/Section';
import { Empty } from '../../states/Empty';
import { Shown } from '../../states/Shown';
import { CommentText } from './CommentText';
import { ForAnalysts } from './ForAnalysts';
import { ASK } from './queries';
import { DECIDE, SUGGESTIONS } from './review-queries';
import { RunProgress } from './RunProgress';
import { isUnderWay, useNames, type Bench } from './useWorkbench';

type Suggestion = ThemeSuggestionsQuery['themeSuggestions'][number];

/** Groups of comments without a theme: the hub proposes, a person keeps, merges or drops. */
export function SuggestionsPage() {
  return (
    <ForAnalysts
      title="Themes that nobody has named"
      lede="Groups of comments that neither the coder nor a person gave a theme. They only propose."
    >
      {(bench, again) => <Suggestions bench={bench} changed={again} />}
    </ForAnalysts>
  );
}

function Suggestions({ bench, changed }: { bench: Bench; changed: () => void }) {
  const asked = useAction(ASK, (data) => data.askCoder);
  const run = bench.runs.find(({ kind }) => kind === 'PROPOSE');
  const underWay = run !== undefined && isUnderWay(run);
  const look = async () => {
    if (await asked.act({ work: 'PROPOSE' })) changed();
  };
  return (
    <>
      <div className="buttons">
        <button className="button second" disabled={underWay || asked.busy} onClick={() => void look()}>
          Look for groups
        </button>
      </div>
      <NotDone problem={asked.problem} />
      {underWay && <RunProgress run={run} />}
      <List key={run?.state} bench={bench} />
    </>
  );
}

function List({ bench }: { bench: Bench }) {
  const answer = useAnswer({ query: SUGGESTIONS, variables: {}, fresh: true });
  const names = useNames(bench.themes);
  return (
    <Shown answer={answer} rows={8}>
      {({ themeSuggestions }) => {
        const open = themeSuggestions.filter(({ state }) => state === 'OPEN');
        const decided = themeSuggestions.filter(({ state }) => state !== 'OPEN');
        return (
          <>
            {open.length > 0 ? (
              <Section
                title={`${plural(open.length, 'group', 'groups')} to look at`}
                measure="The most typical comments of each."
              >
                {open.map((one) => (
                  <Decide key={one.id} suggestion={one} bench={bench} again={answer.again} />
                ))}
              </Section>
            ) : (
              <Empty title="No group waits">
                <p>Look for groups once more comments have come in, or have been coded.</p>
              </Empty>
            )}
            {decided.length > 0 && (
              <Section title="Decided before">
                <ul className="plain">
                  {decided.map((one) => (
                    <li key={one.id}>
                      “{one.terms.slice(0, 3).join(', ')}”: {one.state.toLowerCase()}
                      {one.theme && ` (${names(one.theme)})`} by {one.actor}
                    </li>
                  ))}
                </ul>
              </Section>
            )}
          </>
        );
      }}
    </Shown>
  );
}

function Decide({ suggestion, bench, again }: { suggestion: Suggestion; bench: Bench; again: () => void }) {
  const [theme, setTheme] = useState('');
  const { act, busy, problem } = useAction(DECIDE, (data) => data.decideSuggestion);
  const say = async (verdict: SuggestionVerdict) => {
    const done = await act({
      id: suggestion.id,
      verdict,
      theme: verdict === 'DROPPED' ? null : theme,
      note: '',
    });
    if (done) again();
  };
  return (
    <article className="disagreement" aria-label={suggestion.terms.join(', ')}>
      <h3>{suggestion.terms.join(', ')}</h3>
      <p className="quiet">{plural(suggestion.comments, 'comment', 'comments')}</p>
      {suggestion.examples.map((comment) => (
        <CommentText key={comment.submission} parts={comment.parts} />
      ))}
      <SelectField
        label="Theme of the codebook"
        empty="Choose a theme"
        options={bench.themes}
        value={theme}
        onChange={setTheme}
      />
      <div className="buttons">
        <button className="button" disabled={!theme || busy} onClick={() => void say('MERGED')}>
          Merge into this theme
        </button>
        <button className="button second" disabled={!theme || busy} onClick={() => void say('KEPT')}>
          Keep as this new theme
        </button>
        <button className="button second" disabled={busy} onClick={() => void say('DROPPED')}>
          Drop
        </button>
        <Go to="/workbench/codebook">Add a theme to the codebook</Go>
      </div>
      <NotDone problem={problem} />
    </article>
  );
}
