import { useAnswer } from '../../app/answer';
import { plural } from '../../figures/format';
import { NotDone } from '../../forms/NotDone';
import { useAction } from '../../forms/useAction';
import type { CommentFragment } from '../../gql/graphql';
import { Section } from '../../layout/Section';
import { Empty } from '../../states/Empty';
import { Shown } from '../../states/Shown';
import { CommentText } from './CommentText';
import { ForAnalysts } from './ForAnalysts';
import { DISAGREEMENTS, SIGN } from './queries';
import { useNames, type Bench } from './useWorkbench';

/** What two people said of one comment, side by side, until somebody settles it. */
export function DisagreementsPage() {
  return (
    <ForAnalysts
      title="Two people differ"
      lede="Both words are kept. The one you choose is the one that counts."
    >
      {(bench) => <List bench={bench} />}
    </ForAnalysts>
  );
}

function List({ bench }: { bench: Bench }) {
  const answer = useAnswer({ query: DISAGREEMENTS, variables: {}, fresh: true });
  return (
    <Shown answer={answer} rows={10}>
      {({ disagreements }) =>
        disagreements.length > 0 ? (
          <Section title={`${plural(disagreements.length, 'comment', 'comments')} to settle`}>
            {disagreements.map((comment) => (
              <Settle key={comment.submission} comment={comment} bench={bench} again={answer.again} />
            ))}
          </Section>
        ) : (
          <Empty title="Nobody differs">
            <p>Where a comment was coded by two people they said the same, or it was settled.</p>
          </Empty>
        )
      }
    </Shown>
  );
}

type Coding = CommentFragment['codings'][number];

function Settle({ comment, bench, again }: { comment: CommentFragment; bench: Bench; again: () => void }) {
  const { act, busy, problem } = useAction(SIGN, (data) => data.signComment);
  const names = useNames(bench.themes);
  const choose = async ({ outcome, themes }: Coding) => {
    const input = {
      submission: comment.submission,
      pile: 'SECOND' as const,
      settles: true,
      outcome,
      themes,
      note: '',
    };
    if (await act({ input })) again();
  };
  const all = [...new Set(comment.codings.flatMap((coding) => coding.themes))].sort();
  return (
    <article className="disagreement" aria-label={comment.engagement}>
      <CommentText parts={comment.parts} />
      <table className="table">
        <caption className="govuk-visually-hidden">What each said</caption>
        <thead>
          <tr>
            <th scope="col">Theme</th>
            {comment.codings.map((coding) => (
              <th scope="col" key={coding.id}>
                {coding.coder}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {all.map((theme) => (
            <tr
              key={theme}
              className={comment.codings.every((one) => one.themes.includes(theme)) ? '' : 'lit'}
            >
              <th scope="row">{names(theme)}</th>
              {comment.codings.map((coding) => (
                <td key={coding.id}>{coding.themes.includes(theme) ? '✓ yes' : 'no'}</td>
              ))}
            </tr>
          ))}
          <tr className="rest">
            <td>Which counts?</td>
            {comment.codings.map((coding) => (
              <td key={coding.id}>
                <button className="button second" disabled={busy} onClick={() => void choose(coding)}>
                  This one<span className="govuk-visually-hidden">: {coding.coder}</span>
                </button>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <NotDone problem={problem} />
    </article>
  );
}
