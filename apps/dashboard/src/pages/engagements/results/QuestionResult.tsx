import { CsvButton } from '../../../downloads/CsvButton';
import { count } from '../../../figures/format';
import { HIDDEN } from '../../../figures/hidden';
import { HiddenTag } from '../../../figures/HiddenTag';
import { Section } from '../../../layout/Section';
import { DataTable } from '../../../tables/DataTable';
import { ReleasedQuotes } from '../../quotes/ReleasedQuotes';
import { answerColumns, isApart, type Option, type Question } from './answer-columns';
import { Cut } from './Cut';
import { KINDS } from './cuts';
import { Ranking } from './Ranking';
import { ScaleBar, ScaleLegend } from './ScaleBar';
import { scaleMax } from './scale-columns';
import { WhoAnswered } from './WhoAnswered';
import { Wording } from './Wording';

interface Props {
  engagement: string;
  question: Question;
  number: number;
  cut: string | null;
}

/** One question: what the answers say, who answered, the exact wording, the answers, and their cut. */
export function QuestionResult({ engagement, question, number, cut }: Props) {
  const rows = chosen(question);
  const columns = columnsOf(question, rows);
  const isScale = question.all.net !== null;
  return (
    <Section
      id={`question-${number}`}
      title={question.message}
      measure={measureOf(question)}
      tools={<CsvButton title={`Question ${number}`} columns={columns} rows={rows} />}
    >
      <div className="columns">
        <div className="span-5">
          <p className="quiet">
            Question {number}. {KINDS[question.kind] ?? ''}
            {question.unit && `, in ${question.unit}`}
          </p>
          <Wording text={question.text} question={question} />
          <WhoAnswered engagement={engagement} question={question} />
        </div>
        <div className="span-7">
          {isScale && (
            <div className="scale-picture">
              <ScaleLegend options={rows} />
              <ScaleBar options={rows} max={scaleMax([{ key: '', name: '', answers: question.all }])} />
            </div>
          )}
          {question.kind === 'ranking' ? (
            <Ranking question={question} />
          ) : (
            <DataTable
              caption={`Answers to: ${question.text}`}
              columns={columns}
              rows={rows}
              rowKey={({ code }) => code}
              sort={{ key: '', down: false }}
            />
          )}
          <Notes question={question} />
        </div>
      </div>
      {question.codedBy.length > 0 && (
        <ReleasedQuotes
          engagement={engagement}
          question={question.key}
          names={(theme) => rows.find(({ code }) => code === theme)?.label ?? theme}
        />
      )}
      {cut && <Cut question={question} number={number} name={cut} />}
    </Section>
  );
}

export const chosen = ({ all }: Question): Option[] => all.options.filter((option) => !isApart(option));

export const columnsOf = ({ weighted, language }: Question, rows: readonly Option[]) =>
  answerColumns(
    rows,
    rows.some(({ percent }) => percent !== null),
    { language, weighted: weighted.options },
  );

function measureOf({ several, all, codedBy }: Question): string {
  const of = all.base === null ? 'the people who answered' : `the ${count(all.base)} people who answered`;
  if (codedBy.length > 0)
    return `Share of ${of} in their own words; one comment may raise several themes, so shares may add to over 100%. Themes of the codebook ${codedBy.join(', ')}: people shaped and signed it, a computer coded by it. Its errors are in no figure and no range here, so no theme is put before another.`;
  const add = several ? 'several could be chosen, so shares may add to over 100%' : 'shares add to 100%';
  return `Share of ${of}; ${add}. Don’t know and no answer are in no share.`;
}

/** What stands beside the percentages of one question. */
export function Notes({ question: { all, weighted } }: { question: Question }) {
  const hides = all.options.some(({ people }) => people === null);
  return (
    <>
      {all.rest !== null && <p className="note">Other answers, too few to show: {all.rest}% together.</p>}
      {all.within !== null && (
        <p className="note">So few answered that a percentage may be {all.within} points out.</p>
      )}
      <p className="note">
        {weighted.refused ??
          `“As they live here”: if every age, sex and deprivation fifth had answered as it lives here (people of 15 and over, Census 2021). It mends who was heard, not who chose to answer; as sure as ${count(weighted.effective ?? 0)} people drawn by lot.`}
      </p>
      {hides && (
        <p className="note">
          <HiddenTag /> {HIDDEN}
        </p>
      )}
    </>
  );
}
