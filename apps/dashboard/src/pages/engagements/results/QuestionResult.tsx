import { CsvButton } from '../../../downloads/CsvButton';
import { count } from '../../../figures/format';
import { HIDDEN } from '../../../figures/hidden';
import { HiddenTag } from '../../../figures/HiddenTag';
import { Section } from '../../../layout/Section';
import { DataTable } from '../../../tables/DataTable';
import { answerColumns, cutColumns, type Question } from './answer-columns';
import { KINDS } from './cuts';

/** One closed question: what the answers say, who answered, the exact wording, the answers, and their cut. */
export function QuestionResult({
  question,
  number,
  cut,
}: {
  question: Question;
  number: number;
  cut: string | null;
}) {
  const { all } = question;
  const chosen = all.options.filter(({ role }) => role === 'OPTION' || role === 'OTHER');
  const columns = answerColumns(
    chosen,
    chosen.some(({ percent }) => percent !== null),
  );
  return (
    <Section
      id={`question-${number}`}
      title={question.message}
      measure={measureOf(question)}
      tools={<CsvButton title={`Question ${number}`} columns={columns} rows={chosen} />}
    >
      <div className="columns">
        <div className="span-5">
          <p className="quiet">
            Question {number}. {KINDS[question.kind] ?? ''}
          </p>
          <blockquote className="wording">“{question.text}”</blockquote>
          <WhoAnswered question={question} />
        </div>
        <div className="span-7">
          <DataTable
            caption={`Answers to: ${question.text}`}
            columns={columns}
            rows={chosen}
            rowKey={({ code }) => code}
            sort={{ key: '', down: false }}
          />
          <Notes question={question} />
        </div>
      </div>
      {cut && <Cut question={question} number={number} name={cut} />}
    </Section>
  );
}

function measureOf({ several, all }: Question): string {
  const of = all.base === null ? 'the people who answered' : `the ${count(all.base)} people who answered`;
  const add = several ? 'several could be ticked, so shares may add to over 100%' : 'shares add to 100%';
  return `Share of ${of}; ${add}. Don’t know and no answer are in no share.`;
}

/** Who is in the shares, and who is told apart from them. */
function WhoAnswered({ question }: { question: Question }) {
  const apart = question.all.options.filter(({ role }) => role === 'DONT_KNOW' || role === 'DECLINED');
  const rows: [string, number | null][] = [
    ['Answered', question.all.base],
    ...apart.map(({ label, people }): [string, number | null] => [label, people]),
    ['No answer to this one', question.notAnswered],
  ];
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === null ? <HiddenTag /> : count(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Notes({ question: { all } }: { question: Question }) {
  const hides = all.options.some(({ people }) => people === null);
  return (
    <>
      {all.rest !== null && <p className="note">Other answers, too few to show: {all.rest}% together.</p>}
      {all.within !== null && (
        <p className="note">So few answered that a percentage may be {all.within} points out.</p>
      )}
      {hides && (
        <p className="note">
          <HiddenTag /> {HIDDEN}
        </p>
      )}
    </>
  );
}

function Cut({ question, number, name }: { question: Question; number: number; name: string }) {
  if (question.cutRefused)
    return (
      <p className="note" role="status">
        Not by {name.toLowerCase()}: {question.cutRefused}
      </p>
    );
  const columns = cutColumns(question);
  return (
    <div className="cut-of-question">
      <div className="section-head">
        <h3>By {name.toLowerCase()}</h3>
        <div className="tools">
          <CsvButton
            title={`Question ${number} by ${name.toLowerCase()}`}
            columns={columns}
            rows={question.cut}
          />
        </div>
      </div>
      <DataTable
        className="stack-narrow cut-table"
        caption={`Answers by ${name.toLowerCase()}: ${question.text}`}
        columns={columns}
        rows={question.cut}
        rowKey={({ code }) => code}
        sort={{ key: '', down: false }}
      />
    </div>
  );
}
