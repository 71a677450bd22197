import { useMemo, useState } from 'react';
import { sorted, type Column, type Sorting } from './columns';

interface Props<Row> {
  id?: string;
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** Rows that are not ranked ("Not known", "Not in any theme yet"): always after the others, never dropped. */
  rest?: Row[];
  total?: Row | undefined;
  sort: Sorting;
  lit?: string | null;
  className?: string;
  onLight?: (key: string | null) => void;
}

/** A table that can be sorted by its heads; [c] and missing values always come last, by name. */
export function DataTable<Row>(props: Props<Row>) {
  const { columns, rows, rest = [], total, rowKey } = props;
  const [sort, setSort] = useState(props.sort);
  const ordered = useMemo(() => sorted(rows, columns, sort), [rows, columns, sort]);
  const line = (row: Row, look: string) => (
    <tr
      key={rowKey(row)}
      className={`${look} ${props.lit === rowKey(row) ? 'lit' : ''}`}
      onMouseEnter={props.onLight && (() => props.onLight?.(rowKey(row)))}
      onMouseLeave={props.onLight && (() => props.onLight?.(null))}
    >
      {columns.map((column) => (
        <Cell key={column.key} column={column} row={row} />
      ))}
    </tr>
  );
  return (
    <table className={`table ${props.className ?? ''}`} id={props.id} tabIndex={props.id ? -1 : undefined}>
      <caption className="govuk-visually-hidden">{props.caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Head key={column.key} column={column} sort={sort} onSort={setSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {ordered.map((row) => line(row, ''))}
        {rest.map((row) => line(row, 'rest'))}
        {total && line(total, 'total')}
      </tbody>
    </table>
  );
}

const look = <Row,>(column: Column<Row>): string =>
  [column.numeric ? 'number' : '', column.className ?? ''].join(' ').trim();

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  if (column.rowHead) {
    return (
      <th scope="row" className={look(column)}>
        {column.cell(row)}
      </th>
    );
  }
  // Where rows stand one below the other, on a narrow screen, no head says what a cell is.
  return (
    <td className={look(column)} data-label={column.hiddenHead ? undefined : column.head}>
      {column.cell(row)}
    </td>
  );
}

interface HeadProps<Row> {
  column: Column<Row>;
  sort: Sorting;
  onSort: (sort: Sorting) => void;
}

function Head<Row>({ column, sort, onSort }: HeadProps<Row>) {
  if (column.hiddenHead) {
    return (
      <td className={look(column)} style={{ borderBottom: '1.5px solid var(--ink)' }}>
        <span className="govuk-visually-hidden">{column.head}</span>
      </td>
    );
  }
  if (!column.order) {
    return (
      <th scope="col" className={look(column)}>
        {column.headCell ?? column.head}
      </th>
    );
  }
  const mine = sort.key === column.key;
  const flip = () => onSort({ key: column.key, down: mine ? !sort.down : !!column.numeric });
  return (
    <th
      scope="col"
      className={look(column)}
      aria-sort={mine ? (sort.down ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" className="sort" onClick={flip}>
        {column.head}
        <span className="arrow" aria-hidden="true">
          {mine ? (sort.down ? ' ▾' : ' ▴') : ''}
        </span>
      </button>
    </th>
  );
}
