import { count, plural } from '../../figures/format';
import { Section } from '../../layout/Section';
import type { Delivery } from './delivery';
import { adviceFor, whyLeftOut } from './words';

/** Cells without which rows were used, and rows that were left out: nothing of a file goes unsaid. */
export function UsedWithout({ delivery }: { delivery: Delivery }) {
  const { usedWithout, leftOutRows } = delivery;
  return (
    <>
      {usedWithout.length > 0 && (
        <Section
          title={`${plural(usedWithout.length, 'cell was', 'cells were')} not used; the rest of their rows was`}
          measure="Mend them and send the file again if you like: rows we hold are never counted twice."
        >
          <table className="table stack-narrow">
            <caption className="govuk-visually-hidden">Cells that were not used</caption>
            <thead>
              <tr>
                <th scope="col" className="number">
                  Row
                </th>
                <th scope="col">Used without</th>
                <th scope="col">Why</th>
                <th scope="col">What to do</th>
              </tr>
            </thead>
            <tbody>
              {usedWithout.map((cell, at) => (
                <tr key={at}>
                  <td className="number" data-label="Row">
                    {cell.row ?? ''}
                  </td>
                  <th scope="row">{cell.column ?? 'A cell'}</th>
                  <td>{cell.reason}</td>
                  <td className="quiet">{adviceFor(cell.code)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
      {leftOutRows.length > 0 && (
        <Section title="Left out" measure="Of these rows nothing is kept but where they stood.">
          <dl className="facts">
            {leftOutRows.map(({ why, rows }) => (
              <div key={why}>
                <dt>{whyLeftOut(why)}</dt>
                <dd>
                  {plural(rows.length, 'row', 'rows')}: {rows.slice(0, 20).join(', ')}
                  {rows.length > 20 && ` and ${count(rows.length - 20)} more`}
                </dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
    </>
  );
}
