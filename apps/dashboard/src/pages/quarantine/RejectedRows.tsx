import { useState } from 'react';
import { save } from '../../downloads/save';
import { count } from '../../figures/format';
import { Section } from '../../layout/Section';
import { adviceFor, needYou } from '../deliveries/words';
import { cellsOf, rejectedCsv, type QuarantinedRow } from './mending';
import { Dismiss } from './Dismiss';
import { Replay } from './Replay';

const FIRST = 8;

/** How many of each reason, most first. */
function reasonsOf(rows: readonly QuarantinedRow[]): string {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const about = (row.column ?? row.code).toLowerCase();
    counts.set(about, (counts.get(about) ?? 0) + 1);
  }
  return [...counts]
    .sort((one, other) => other[1] - one[1])
    .slice(0, 4)
    .map(([about, number]) => `${number} ${about}`)
    .join(' · ');
}

interface Props {
  rows: readonly QuarantinedRow[];
  /** The delivery that mended rows are sent back to; absent where rows of several stand together. */
  delivery?: string;
  total: number;
  /** Called once a row has been set aside. */
  onChange: () => void;
}

/** Rows behind the reasons: a row with several is one. */
export const openRows = (rows: readonly QuarantinedRow[]): number =>
  new Set(rows.map(({ delivery, file, row }) => `${delivery} ${file} ${row}`)).size;

/** Rows that need the partner: where, what we found, why, what to do; download, mend, send back. */
export function RejectedRows({ rows, delivery, total, onChange }: Props) {
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, FIRST);
  const download = () =>
    save(`rejected-rows-${delivery ?? 'all'}.csv`, 'text/csv;charset=utf-8', rejectedCsv(rows));
  return (
    <Section title={needYou(total)} measure={reasonsOf(rows)}>
      <div className="buttons" style={{ marginBottom: 12 }}>
        <button className="button second" onClick={download}>
          Download rejected rows (CSV)
        </button>
        <span className="note" style={{ margin: 0 }}>
          Mend the rows in the file and send it back below. Or send the whole file again: rows we hold are
          never counted twice.
        </span>
      </div>
      <table className="table stack-narrow">
        <caption className="govuk-visually-hidden">Rejected rows</caption>
        <thead>
          <tr>
            <th scope="col" className="number">
              Row
            </th>
            <th scope="col">Column</th>
            <th scope="col">What we found</th>
            <th scope="col">Why we could not take it</th>
            <th scope="col">What to do</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Row key={row.id} row={row} onChange={onChange} />
          ))}
        </tbody>
      </table>
      {rows.length > FIRST && (
        <p className="note">
          {count(shown.length)} of {count(rows.length)} shown.{' '}
          <button className="link-button" onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show all ${count(rows.length)}`}
          </button>
        </p>
      )}
      {delivery && <Replay delivery={delivery} />}
    </Section>
  );
}

function Row({ row, onChange }: { row: QuarantinedRow; onChange: () => void }) {
  const found = row.column ? cellsOf(row)[row.column] : undefined;
  return (
    <tr>
      <td className="number" data-label="Row">
        {row.row ?? ''}
      </td>
      <td>{row.column ?? 'The whole row'}</td>
      <td>
        {row.column && found !== undefined && (
          <span className="cell-text">{found === null || found === '' ? '(empty)' : found}</span>
        )}
      </td>
      <th scope="row">
        <strong>{row.reason}</strong>
      </th>
      <td className="quiet">
        {adviceFor(row.code)}
        <Dismiss row={row} onDone={onChange} />
      </td>
    </tr>
  );
}
