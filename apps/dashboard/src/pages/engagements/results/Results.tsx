import { useId } from 'react';
import { useSearchParams } from 'react-router';
import { useAnswer } from '../../../app/answer';
import { useView } from '../../../app/view';
import { count } from '../../../figures/format';
import { HiddenTag } from '../../../figures/HiddenTag';
import { Section } from '../../../layout/Section';
import { Shown } from '../../../states/Shown';
import type { Question } from './answer-columns';
import { Among, ThemesAmong } from './Among';
import { amongIn } from './chosen-answer';
import { cutIn, CUTS } from './cuts';
import { Matrix } from './Matrix';
import { ANSWERS } from './queries';
import { QuestionResult } from './QuestionResult';
import { ResultsXlsx } from './ResultsXlsx';
import { titleOf } from './title-of';
import { InOtherLanguages } from './Wording';

/** What people answered, question by question; nothing where the engagement asked no question. */
export function Results({ engagement, title }: { engagement: string; title: string }) {
  const { edition, working } = useView();
  const [search] = useSearchParams();
  const cut = cutIn(search);
  const among = working ? amongIn(search) : null;
  const answer = useAnswer({
    query: ANSWERS,
    variables: { engagement, by: cut?.code ?? null, among, edition, working },
  });
  return (
    <Shown answer={answer} rows={8} title="What people answered">
      {({ answers: { questions, themed, open, themes } }) => {
        const asked = together([...questions, ...themed]);
        const unthemed = open.filter(({ key }) => !themed.some((one) => one.key === key));
        const heading = titleOf(asked.length, unthemed.length);
        return heading === null ? null : (
          <>
            <Section
              title={heading}
              tools={
                asked.length > 0 && (
                  <>
                    <ResultsXlsx title={title} questions={[...questions, ...themed]} />
                    <CutBy />
                  </>
                )
              }
            >
              {asked.length > 0 && <Index asked={asked} />}
              {unthemed.map(({ key, text, language, otherWordings, people }) => (
                <p className="note" key={key}>
                  In their own words:{' '}
                  <span lang={language ?? undefined} dir="auto">
                    “{text}”
                  </span>
                  <InOtherLanguages wordings={otherWordings} />{' '}
                  {people === null ? <HiddenTag /> : count(people)} people wrote something; what they said is
                  in the themes above.
                </p>
              ))}
              {working && <Among questions={questions} among={among} />}
              <p className="govuk-visually-hidden" role="status">
                {cut ? `Cut by ${cut.name.toLowerCase()}` : ''}
              </p>
            </Section>
            {among && <ThemesAmong themes={themes} />}
            {asked.map(([first, ...more], at) => {
              // While another cut is counted, what is on the screen is not of it.
              const common = { engagement, number: at + 1, cut: answer.waiting ? null : (cut?.name ?? null) };
              return more.length > 0 ? (
                <Matrix key={first.key} items={[first, ...more]} {...common} />
              ) : (
                <QuestionResult key={first.key} question={first} {...common} />
              );
            })}
          </>
        );
      }}
    </Shown>
  );
}

/** Every question with what its answers say. */
function Index({ asked }: { asked: readonly [Question, ...Question[]][] }) {
  return (
    <ol className="question-index">
      {asked.map(([first, ...more], at) => (
        <li key={first.key}>
          <a className="link" href={`#question-${at + 1}`} lang={first.language ?? undefined} dir="auto">
            {more.length > 0 ? first.matrix?.text : first.text}
          </a>
          <span className="sub">
            {more.length > 0 ? `${more.length + 1} items on one scale` : first.message}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Items of one matrix stand together, where its first was asked. */
function together(questions: readonly Question[]): [Question, ...Question[]][] {
  const all: [Question, ...Question[]][] = [];
  const matrices = new Map<string, [Question, ...Question[]]>();
  for (const question of questions) {
    const known = question.matrix && matrices.get(question.matrix.key);
    if (known) {
      known.push(question);
      continue;
    }
    const fresh: [Question] = [question];
    all.push(fresh);
    if (question.matrix) matrices.set(question.matrix.key, fresh);
  }
  return all;
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
