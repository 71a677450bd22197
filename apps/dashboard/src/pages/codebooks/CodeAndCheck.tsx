import { Go } from '../../app/Go';
import { count, plural } from '../../figures/format';
import { NotDone } from '../../forms/NotDone';
import { useAction } from '../../forms/useAction';
import { Section } from '../../layout/Section';
import { isUnderWay, useNames } from '../workbench/useWorkbench';
import { type Coding, codingsOf, type Draft } from './draft';
import { CODE_BY_DRAFT } from './queries';
import { Stance } from './Stance';

/** Codings that make a coder worth signing; fewer are told. */
const ENOUGH = 50;

/** Codes every comment by what was shaped, and says what that gives: how much is covered, what stands together, how right it is. */
export function CodeAndCheck({ draft, again }: { draft: Draft; again: () => void }) {
  const { act, busy, problem } = useAction(CODE_BY_DRAFT, (data) => data.codeByDraft);
  const coding = draft.runs.some((run) => run.kind === 'CODE' && isUnderWay(run));
  const [latest] = codingsOf(draft);
  const code = async () => {
    if (await act({ codebook: draft.codebook.code })) again();
  };
  return (
    <>
      <Section
        title={latest ? coverage(latest.coding) : 'Code the comments by these themes'}
        measure="A first coding, by the names, what they mean, the groups and your yes and no. No edition counts by it before it is signed."
      >
        {draft.mayEdit && (
          <button className="button" disabled={busy || coding} onClick={() => void code()}>
            {latest ? 'Code every comment again' : 'Code every comment'}
          </button>
        )}
        <NotDone problem={problem} />
        {latest && <Counts draft={draft} coding={latest.coding} />}
      </Section>
      {latest && <Learning draft={draft} />}
      {latest?.coding.stance && <Stance draft={draft} stance={latest.coding.stance} />}
    </>
  );
}

function coverage({ answers, none }: Coding): string {
  const percent = answers === 0 ? 0 : Math.round((100 * (answers - none)) / answers);
  return `${percent}% of comments are in a theme`;
}

function Counts({ draft, coding }: { draft: Draft; coding: Coding }) {
  const names = useNames(draft.themes);
  const most = Math.max(1, ...coding.themes.map(({ answers }) => answers));
  return (
    <div className="pair">
      <table className="table">
        <caption>
          Comments by theme, of {count(coding.answers)}: {count(coding.one)} in one theme, {count(coding.two)}{' '}
          in two, {count(coding.more)} in more, {count(coding.none)} in none
        </caption>
        <thead>
          <tr>
            <th scope="col">Theme</th>
            <th scope="col" className="number">
              Comments
            </th>
          </tr>
        </thead>
        <tbody>
          {[...coding.themes]
            .sort((a, b) => b.answers - a.answers)
            .map(({ theme, answers }) => (
              <tr key={theme}>
                <th scope="row">{names(theme)}</th>
                <td className="number">
                  <span className="draft-bar" aria-hidden="true">
                    <span style={{ inlineSize: `${(100 * answers) / most}%` }} />
                  </span>
                  {count(answers)}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      {coding.together.length > 0 && (
        <table className="table">
          <caption>What stands together most often</caption>
          <thead>
            <tr>
              <th scope="col">In both</th>
              <th scope="col" className="number">
                Comments
              </th>
            </tr>
          </thead>
          <tbody>
            {coding.together.map(({ a, b, answers }) => (
              <tr key={`${a} ${b}`}>
                <th scope="row">
                  {names(a)} + {names(b)}
                </th>
                <td className="number">{count(answers)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

/** How right the coder is, by codings: on what it did not see, and on what it never learns from. */
function Learning({ draft }: { draft: Draft }) {
  const runs = codingsOf(draft).slice(0, 8).reverse();
  const said = draft.taught + draft.checked;
  const rate = (value: number | null) => (value === null ? 'not yet known' : value.toFixed(2));
  return (
    <Section
      title={
        said >= ENOUGH
          ? `${count(said)} comments are coded by people`
          : `${ENOUGH - said} more comments to code`
      }
      measure="Every second one teaches the coder, the others check it and are never learned from. Agreement is F1 over all themes: 1 is the same as people."
      tools={
        <Go to={`/workbench/codebooks/${draft.codebook.code}/code`} className="button second">
          Code the next
        </Go>
      }
    >
      <table className="table stack-narrow">
        <caption className="govuk-visually-hidden">
          Agreement of the coder with people, coding by coding
        </caption>
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col" className="number">
              Learned from
            </th>
            <th scope="col" className="number">
              Agreement, left out
            </th>
            <th scope="col" className="number">
              Agreement, checked
            </th>
          </tr>
        </thead>
        <tbody>
          {runs.map(({ run, coding }) => (
            <tr key={run.id}>
              <th scope="row">{run.version}</th>
              <td className="number">{plural(coding.codings, 'coding', 'codings')}</td>
              <td className="number">{rate(coding.leftOut)}</td>
              <td className="number">
                {rate(coding.f1)} <span className="sub">{plural(coding.checked, 'comment', 'comments')}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
