import { CsvButton } from '../../../downloads/CsvButton';
import { DataTable } from '../../../tables/DataTable';
import { cutColumns, type Question } from './answer-columns';
import { scaleColumns, type ScaleRow } from './scale-columns';

/** The answers of one question by the values of a cut, or why they are not told. */
export function Cut({ question, number, name }: { question: Question; number: number; name: string }) {
  const by = name.toLowerCase();
  if (question.cutRefused)
    return (
      <p className="note" role="status">
        Not by {by}: {question.cutRefused}
      </p>
    );
  const isScale = question.all.options.some(({ side }) => side !== null);
  return (
    <div className="cut-of-question">
      <h3>By {by}</h3>
      {isScale ? (
        <Scales question={question} title={`Question ${number} by ${by}`} />
      ) : (
        <Options question={question} title={`Question ${number} by ${by}`} />
      )}
    </div>
  );
}

interface Props {
  question: Question;
  title: string;
}

function Scales({ question, title }: Props) {
  const rows: ScaleRow[] = [
    { key: '', name: 'Everybody', answers: question.all },
    ...question.cut.map(({ code, name, answers }) => ({ key: code, name, answers })),
  ];
  const columns = scaleColumns(rows, 'Among');
  return (
    <>
      <CsvButton title={title} columns={columns} rows={rows} />
      <DataTable
        className="stack-narrow cut-table"
        caption={`${title}: ${question.text}`}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        sort={{ key: '', down: false }}
      />
    </>
  );
}

function Options({ question, title }: Props) {
  const columns = cutColumns(question);
  return (
    <>
      <CsvButton title={title} columns={columns} rows={question.cut} />
      <DataTable
        className="stack-narrow cut-table"
        caption={`${title}: ${question.text}`}
        columns={columns}
        rows={question.cut}
        rowKey={({ code }) => code}
        sort={{ key: '', down: false }}
      />
    </>
  );
}
