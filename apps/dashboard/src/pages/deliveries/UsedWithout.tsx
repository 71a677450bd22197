import { count, plural } from '../../figures/format';
import { Section } from '../../layout/Section';
import { DismissCell } from '../quarantine/Dismiss';
import type { Delivery } from './delivery';
import { Became } from './Settled';
import { adviceFor, whyLeftOut } from './words';

interface Props {
  delivery: Delivery;
  /** Called once a cell has been settled. */
  onChange: () => void;
}

/** Cells without which rows were used, and rows that were left out: nothing of a file goes unsaid. */
export function UsedWithout({ delivery, onChange }: Props) {
  const { usedWithout, usedWithoutInAll, leftOutRows } = delivery;
  const first =
    usedWithoutInAll > usedWithout.length ? ` The first ${count(usedWithout.length)} are listed.` : '';
  const open = usedWithout.filter(({ became }) => became === 'open').length;
  const settled = open < usedWithout.length ? ` ${plural(open, 'is', 'are')} open.` : '';
  return (
    <>
      {usedWithout.length > 0 && (
        <Section
          title={`${plural(usedWithoutInAll, 'cell was', 'cells were')} not used; the rest of their rows was`}
          measure={`Mend them and send the file again if you like: rows we hold are never counted twice.${settled}${first}`}
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
                <th scope="col">What to do, or what became of it</th>
              </tr>
            </thead>
            <tbody>
              {usedWithout.map((cell) => (
                <tr key={cell.id}>
                  <td className="number" data-label="Row">
                    {cell.row ?? ''}
                  </td>
                  <th scope="row">{cell.column ?? 'A cell'}</th>
                  <td>{cell.reason}</td>
                  <td className="quiet">
                    {cell.became === 'open' ? (
                      <>
                        {adviceFor(cell.code)}
                        <DismissCell delivery={delivery.id} cell={cell} onDone={onChange} />
                      </>
                    ) : (
                      <Became what={cell} />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
      <LeftOut rows={leftOutRows} />
    </>
  );
}

/** Rows that are nobody's answer, by reason. */
function LeftOut({ rows: all }: { rows: Delivery['leftOutRows'] }) {
  if (all.length === 0) return null;
  return (
    <Section title="Left out" measure="Of these rows nothing is kept but where they stood.">
      <dl className="facts">
        {all.map(({ why, rows, inAll }) => (
          <div key={why}>
            <dt>{whyLeftOut(why)}</dt>
            <dd>
              {plural(inAll, 'row', 'rows')}: {rows.slice(0, 20).join(', ')}
              {inAll > 20 && ` and ${count(inAll - 20)} more`}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
