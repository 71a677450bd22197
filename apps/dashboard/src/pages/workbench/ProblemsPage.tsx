import { useState } from 'react';
import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useTitle } from '../../app/title';
import { hasRole, useFrame } from '../../app/view';
import { moment, plural } from '../../figures/format';
import { Field } from '../../forms/Field';
import { NotDone } from '../../forms/NotDone';
import { useAction } from '../../forms/useAction';
import { graphql } from '../../gql';
import type { FigureProblemsQuery } from '../../gql/graphql';
import { Crumbs } from '../../layout/Crumbs';
import { Section } from '../../layout/Section';
import { Empty } from '../../states/Empty';
import { NoRight } from '../../states/NoRight';
import { FigureLink } from '../figure/FigureLink';
import { Shown } from '../../states/Shown';

const PROBLEMS = graphql(`
  query FigureProblems {
    figureProblems {
      id
      at
      figure
      note
      answer
      answeredBy
      answeredAt
      told
    }
  }
`);

const ANSWER = graphql(`
  mutation AnswerFigureProblem($id: ID!, $answer: String!, $inPublic: Boolean!) {
    answerFigureProblem(id: $id, answer: $answer, inPublic: $inPublic)
  }
`);

type Problem = FigureProblemsQuery['figureProblems'][number];
const TITLE = 'Figures that look wrong';

/** What people said with "This looks wrong", and what was found. */
export function ProblemsPage() {
  return hasRole(useFrame(), 'ANALYST', 'LEAD') ? (
    <Problems />
  ) : (
    <NoRight
      title={TITLE}
      who="an analyst or a lead"
      what="Anybody may say that a figure looks wrong; analysts and leads answer."
    />
  );
}

function Problems() {
  useTitle(TITLE);
  const answer = useAnswer({ query: PROBLEMS, variables: {}, fresh: true });
  return (
    <>
      <Crumbs trail={[['/workbench', 'Workbench']]} here={TITLE} />
      <div className="head">
        <h1>{TITLE}</h1>
      </div>
      <Shown answer={answer} rows={6}>
        {({ figureProblems }) => {
          const open = figureProblems.filter((one) => one.answer === null);
          const answered = figureProblems.filter((one) => one.answer !== null);
          return (
            <>
              {open.length === 0 ? (
                <Empty title="Nothing waits">
                  <p>Everything that people said of figures has an answer.</p>
                </Empty>
              ) : (
                <Section title={`${plural(open.length, 'report waits', 'reports wait')} for an answer`}>
                  {open.map((one) => (
                    <Open key={one.id} problem={one} again={answer.again} />
                  ))}
                </Section>
              )}
              {answered.length > 0 && (
                <Section title="Answered">
                  {answered.map((one) => (
                    <article className="disagreement" key={one.id} aria-label={`Answered: ${one.figure}`}>
                      <Said problem={one} />
                      <p>
                        <strong>{one.answer}</strong>
                      </p>
                      <p className="quiet">
                        {one.answeredBy}, {moment(one.answeredAt ?? one.at)}
                        {one.told ? ', in public' : ', not in public'}
                      </p>
                    </article>
                  ))}
                </Section>
              )}
            </>
          );
        }}
      </Shown>
    </>
  );
}

/** The submission of which whoever gave it says by its code that it was read wrong; null where a figure is meant. */
const commentOf = (figure: string): string | null =>
  /^submission\/([0-9a-f-]{36})$/.exec(figure)?.[1] ?? null;

function Said({ problem: { figure, note, at } }: { problem: Problem }) {
  const comment = commentOf(figure);
  return (
    <>
      <p className="quiet">
        {comment ? (
          <Go to={`/workbench/comments/${comment}`}>An answer that was read wrong, as who gave it says</Go>
        ) : (
          <FigureLink id={figure} />
        )}
        , said {moment(at)}
      </p>
      <p>“{note}”</p>
    </>
  );
}

function Open({ problem, again }: { problem: Problem; again: () => void }) {
  const [answer, setAnswer] = useState('');
  const [inPublic, setInPublic] = useState(false);
  const answering = useAction(ANSWER, (data) => data.answerFigureProblem);
  const submit = async () => {
    if (await answering.act({ id: problem.id, answer, inPublic })) again();
  };
  return (
    <form
      className="disagreement"
      aria-label={`Report of ${problem.figure}`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Said problem={problem} />
      <Field id={`answer-${problem.id}`} label="What was found">
        <textarea
          className="govuk-textarea"
          id={`answer-${problem.id}`}
          rows={2}
          maxLength={2000}
          value={answer}
          onChange={(event) => setAnswer(event.target.value)}
        />
      </Field>
      {commentOf(problem.figure) ? (
        <p className="quiet">
          Code the comment anew on its page; whoever holds its code is then told the day on which you answer
          here, and nothing of these words.
        </p>
      ) : (
        <p>
          <label>
            <input
              type="checkbox"
              checked={inPublic}
              onChange={(event) => setInPublic(event.target.checked)}
            />{' '}
            Print this answer on the page of corrections, without what was said
          </label>
        </p>
      )}
      <button className="button" disabled={answering.busy || !answer.trim()}>
        Answer
      </button>
      <NotDone problem={answering.problem} />
    </form>
  );
}
