import { useId } from 'react';
import { useSearchParams } from 'react-router';
import { useAnswer } from '../../../app/answer';
import { useView } from '../../../app/view';
import { plural } from '../../../figures/format';
import { Section } from '../../../layout/Section';
import { Shown } from '../../../states/Shown';
import { cutIn, CUTS } from './cuts';
import { ANSWERS } from './queries';
import { QuestionResult } from './QuestionResult';

/** What people answered, question by question; nothing where the engagement asked no closed question. */
export function Results({ engagement }: { engagement: string }) {
  const { edition, working } = useView();
  const [search] = useSearchParams();
  const cut = cutIn(search);
  const answer = useAnswer({
    query: ANSWERS,
    variables: { engagement, by: cut?.code ?? null, edition, working },
  });
  return (
    <Shown answer={answer} rows={8} title="What people answered">
      {({ answers: { questions } }) =>
        questions.length === 0 ? null : (
          <>
            <Section
              title={plural(questions.length, 'question with its answers', 'questions with their answers')}
              tools={<CutBy />}
            >
              <ol className="question-index">
                {questions.map(({ key, text, message }, at) => (
                  <li key={key}>
                    <a className="link" href={`#question-${at + 1}`}>
                      {text}
                    </a>
                    <span className="sub">{message}</span>
                  </li>
                ))}
              </ol>
            </Section>
            {questions.map((question, at) => (
              <QuestionResult
                key={question.key}
                question={question}
                number={at + 1}
                cut={cut?.name ?? null}
              />
            ))}
          </>
        )
      }
    </Shown>
  );
}

/** One cut for all questions; it stands in the address, so that a link shows the same. */
function CutBy() {
  const [search, setSearch] = useSearchParams();
  const id = useId();
  const choose = (param: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (param) next.set('cut', param);
        else next.delete('cut');
        return next;
      },
      { preventScrollReset: true },
    );
  return (
    <span className="cut-by">
      <label htmlFor={id}>Cut every question by</label>{' '}
      <select
        id={id}
        className="govuk-select"
        value={cutIn(search)?.param ?? ''}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">nothing</option>
        {CUTS.map(({ param, name }) => (
          <option key={param} value={param}>
            {name.toLowerCase()}
          </option>
        ))}
      </select>
    </span>
  );
}
