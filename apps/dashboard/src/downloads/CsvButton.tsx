import { csvOf, type Column } from '../tables/columns';
import { csvText } from '../tables/csv';
import { fileName, save } from './save';
import { useStamp } from './useStamp';

/** CSV of exactly what the table shows; each row also carries which edition it is of, its filters and its address. */
export function CsvButton<Row>({
  title,
  columns,
  rows,
  unfiltered = false,
}: {
  title: string;
  columns: Column<Row>[];
  rows: Row[];
  /** True where the filters of the page do not bear on these rows. */
  unfiltered?: boolean;
}) {
  const stamp = useStamp();
  const download = () => {
    const { lines, file } = stamp(unfiltered);
    const words = lines.join('. ');
    const table = csvOf(columns, rows);
    const text = csvText(
      [...table.heads, 'Figures of'],
      table.rows.map((row) => [...row, words]),
    );
    save(`${fileName(title)}-${file}.csv`, 'text/csv;charset=utf-8', text);
  };
  return (
    <button type="button" className="link-button" onClick={download}>
      CSV<span className="govuk-visually-hidden">: {title}</span>
    </button>
  );
}
