import { FreshnessTag } from '../figures/FreshnessTag';
import { day, moment, unmarked, weekOf } from '../figures/format';
import type { ReceiptPartsFragment } from '../gql/graphql';

const told = (at: string | null, words: (at: string) => string, none: string): string =>
  at ? words(at) : none;

export function SourceTable({ sources }: { sources: ReceiptPartsFragment['sources'] }) {
  if (sources.length === 0) return <p>No source has delivered to this figure.</p>;
  return (
    <table className="table">
      <caption className="govuk-visually-hidden">Sources of this figure and how fresh they are</caption>
      <thead>
        <tr>
          <th scope="col">Source</th>
          <th scope="col" className="only-wide">
            Data to
          </th>
          <th scope="col" className="only-wide">
            Received
          </th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <tr key={source.source}>
            <th scope="row">
              {unmarked(source.agency.name)}: {unmarked(source.name)}
            </th>
            <td className="only-wide">{told(source.dataTo, source.byWeek ? weekOf : day, 'not known')}</td>
            <td className="only-wide">
              {told(
                source.lastReceived,
                source.byWeek ? weekOf : moment,
                source.byWeek ? 'not told' : 'never',
              )}
            </td>
            <td>
              <FreshnessTag freshness={source} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
