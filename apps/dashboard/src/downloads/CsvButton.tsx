import { csvOf, type Column } from '../tables/columns';
import { csvText } from '../tables/csv';
import { fileName, save } from './save';
import { useStamp } from './useStamp';

/** CSV of exactly what the table shows; each row also carries which edition it is of. */
export function CsvButton<Row>({
  title,
  columns,
  rows,
}: {
  title: string;
  columns: Column<Row>[];
  rows: Row[];
}) {
  const stamp = useStamp();
  const download = () => {
    const table = csvOf(columns, rows);
    const text = csvText(
      [...table.heads, 'Figures of'],
      table.rows.map((row) => [...row, stamp.words]),
    );
    save(`${fileName(title)}-${stamp.file}.csv`, 'text/csv;charset=utf-8', text);
  };
  return (
    <button type="button" className="link-button" onClick={download}>
      CSV<span className="govuk-visually-hidden">: {title}</span>
    </button>
  );
}
