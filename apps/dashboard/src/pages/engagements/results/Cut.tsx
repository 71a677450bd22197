import { CsvButton } from '../../../downloads/CsvButton';
import { HiddenTag } from '../../../figures/HiddenTag';
import type { Column } from '../../../tables/columns';
import { DataTable } from '../../../tables/DataTable';
import { cutColumns, type Question } from './answer-columns';
import { besidePercentages } from './beside-percentages';
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
  const of = { question, by, title: `Question ${number} by ${by}` };
  return <div className="cut-of-question">{isScale ? <Scales {...of} /> : <Options {...of} />}</div>;
}

interface Props {
  question: Question;
  by: string;
  title: string;
}

function Scales({ question, ...of }: Props) {
  const rows: ScaleRow[] = [
    { key: '', name: 'Everybody', answers: question.all },
    ...question.cut.map(({ code, name, answers }) => ({ key: code, name, answers })),
  ];
  return <CutTable {...of} text={question.text} columns={scaleColumns(rows, 'Among')} rows={rows} />;
}

function Options({ question, ...of }: Props) {
  const rows = question.cut.map(({ code, name, answers }) => ({ key: code, name, answers }));
  return <CutTable {...of} text={question.text} columns={cutColumns(question)} rows={rows} />;
}

interface TableProps extends Omit<Props, 'question'> {
  text: string;
  columns: Column<ScaleRow>[];
  rows: ScaleRow[];
}

/** Values of which nothing may be told are named below the table; the download has a row for each. */
function CutTable({ title, by, text, columns, rows }: TableProps) {
  const hidden = rows.filter((row) => !isTold(row));
  return (
    <>
      <div className="section-head">
        <h3>By {by}</h3>
        <div className="tools">
          <CsvButton title={title} columns={columns} rows={rows} />
        </div>
      </div>
      <DataTable
        className="stack-narrow cut-table"
        caption={`${title}: ${text}`}
        columns={columns}
        rows={rows.filter(isTold)}
        rowKey={({ key }) => key}
        sort={{ key: '', down: false }}
      />
      {by === 'area' && (
        <p className="note">
          An area is a group of neighbouring wards. Whoever lives elsewhere, or did not say where, is in none.
        </p>
      )}
      <Beside rows={rows.filter(isTold)} />
      {hidden.length > 0 && (
        <p className="note">
          <HiddenTag /> Hidden to protect people: {hidden.map(({ name }) => name).join('; ')}.
        </p>
      )}
    </>
  );
}

/** What must stand beside the percentages of a table. */
export const Beside = ({ rows }: { rows: readonly ScaleRow[] }) =>
  besidePercentages(rows).map((note) => (
    <p className="note" key={note}>
      {note}
    </p>
  ));

const isTold = ({ answers: { base, options } }: ScaleRow): boolean =>
  base !== null || options.some(({ people }) => people !== null);
