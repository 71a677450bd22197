import type { LookColumn } from '../look';

const short = (text: string): string => (text.length > 28 ? `${text.slice(0, 27)}…` : text);

/** Three cells of a column, and whether some are empty. */
export function Samples({ column }: { column: LookColumn }) {
  const empty = column.filled < column.rows;
  const words = column.values.slice(0, empty ? 2 : 3).map(({ value }) => short(value));
  return (
    <span className="samples">
      {[...words, ...(empty ? ['(empty)'] : [])].map((word, at) => (
        <span key={at} className="cell-text">
          {word}
        </span>
      ))}
    </span>
  );
}
