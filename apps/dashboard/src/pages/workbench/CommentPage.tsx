import { useParams } from 'react-router';
import { useAnswer } from '../../app/answer';
import { moment } from '../../figures/format';
import { Section } from '../../layout/Section';
import { Empty } from '../../states/Empty';
import { Shown } from '../../states/Shown';
import { WrongTheme } from './code/WrongTheme';
import { CommentText } from './CommentText';
import { ForAnalysts } from './ForAnalysts';
import { ONE_COMMENT } from './queries';
import { useNames, type Bench } from './useWorkbench';
import type { CommentFragment } from '../../gql/graphql';

/** One comment with everything that was ever decided on it: who, when, why, by which model and codebook. */
export function CommentPage() {
  return <ForAnalysts title="A comment and its history">{(bench) => <One bench={bench} />}</ForAnalysts>;
}

function One({ bench }: { bench: Bench }) {
  const { submission = '' } = useParams();
  const answer = useAnswer({ query: ONE_COMMENT, variables: { submission }, fresh: true });
  const names = useNames(bench.themes);
  return (
    <Shown answer={answer} rows={8}>
      {({ commentToCode: comment }) =>
        comment ? (
          <>
            <Section title={comment.engagement} measure={comment.agency.name}>
              <CommentText
                parts={comment.parts}
                numbers={new Map(comment.suggestions.map(({ theme }, index) => [theme, index + 1]))}
              />
              {comment.blind && (
                <p className="note">
                  This comment is in the blind audit sample: what was said of it is not shown.
                </p>
              )}
            </Section>
            {!comment.blind && <WrongTheme bench={bench} comment={comment} onSigned={answer.again} />}
            {comment.history.length > 0 && <History lines={comment.history} names={names} />}
          </>
        ) : (
          <Empty title="There is no such comment for you">
            <p>It may belong to another agency, or have been taken out.</p>
          </Empty>
        )
      }
    </Shown>
  );
}

const SOURCES: Record<string, string> = {
  human: 'a person',
  rule: 'phrase rules',
  model: 'a model',
  llm: 'a language model',
};
const DECISIONS = { ASSIGN: 'assigned', SUGGEST: 'suggested', ABSENT: 'taken away' } as const;

function History({ lines, names }: { lines: CommentFragment['history']; names: (code: string) => string }) {
  return (
    <Section title="What was decided, line by line" measure="Newest first. Nothing is ever overwritten.">
      <table className="table stack-narrow">
        <caption className="govuk-visually-hidden">History of the themes of this comment</caption>
        <thead>
          <tr>
            <th scope="col">Theme</th>
            <th scope="col">Decision</th>
            <th scope="col">By</th>
            <th scope="col">When</th>
            <th scope="col">Model, codebook</th>
            <th scope="col">In place of</th>
          </tr>
        </thead>
        <tbody>
          {[...lines].reverse().map((line) => (
            <tr key={line.id} className={line.inForce ? 'lit' : ''}>
              <th scope="row">{names(line.theme)}</th>
              <td>
                {DECISIONS[line.decision]}
                {line.decision !== 'ABSENT' &&
                  line.source !== 'human' &&
                  `, ${Math.round(100 * line.probability)}% sure`}
                {line.inForce && <strong> (holds now)</strong>}
              </td>
              <td>
                {line.source === 'human' ? line.actor : SOURCES[line.source]}
                {line.note && <span className="sub">“{line.note}”</span>}
              </td>
              <td>{moment(line.at)}</td>
              <td>
                {line.model && <code>{line.model}</code>} {line.codebook} {line.codebookVersion}
              </td>
              <td>{line.supersedes ? `line ${line.supersedes}` : 'nothing'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
