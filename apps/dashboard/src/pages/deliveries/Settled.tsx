import { Go } from '../../app/Go';
import { plural } from '../../figures/format';
import { Section } from '../../layout/Section';
import type { Delivery } from './delivery';

/** What became of a rejected row or an unused cell that waits for nobody any more. */
export function Became({ what }: { what: { mendedBy?: string | null; because?: string | null } }) {
  if (what.because) return <>Left as it is: {what.because}</>;
  if (!what.mendedBy) return <>Mended since</>;
  return (
    <>
      Mended by{' '}
      <Go to={`/deliveries/${what.mendedBy}`} className="link same">
        delivery {what.mendedBy}
      </Go>
    </>
  );
}

/** Rejected rows that were mended or left out since: the receipt says what became of each. */
export function SettledRows({ delivery }: { delivery: Delivery }) {
  const rows = delivery.rejections.nodes.filter(({ became }) => became !== 'open');
  if (rows.length === 0) return null;
  return (
    <Section
      title={`${plural(rows.length, 'reason', 'reasons')} for which rows were not taken, settled since`}
      measure="These wait for nobody."
    >
      <table className="table stack-narrow">
        <caption className="govuk-visually-hidden">Rejected rows that are settled</caption>
        <thead>
          <tr>
            <th scope="col" className="number">
              Row
            </th>
            <th scope="col">Why it was not taken</th>
            <th scope="col">What became of it</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="number" data-label="Row">
                {row.row ?? ''}
              </td>
              <th scope="row">{row.reason}</th>
              <td className="quiet">
                <Became what={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
