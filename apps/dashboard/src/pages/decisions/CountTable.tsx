import { Go } from '../../app/Go';
import { count, unmarked } from '../../figures/format';
import { STATES, type StateCounts } from './words';

interface Props {
  head: string;
  /** Name in the address of the filter by which a row leads to its decisions. */
  param: string;
  rows: readonly { code: string; name: string; counts: StateCounts }[];
}

/** Decisions of each value by how they stand; a name leads to them. */
export function CountTable({ head, param, rows }: Props) {
  return (
    <table className="table count-table stack-narrow">
      <caption className="govuk-visually-hidden">Decisions by {head.toLowerCase()} and state</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className="number">
            All
          </th>
          {STATES.map(({ code, name }) => (
            <th scope="col" className="number" key={code}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ code, name, counts }) => (
          <tr key={code}>
            <th scope="row">
              <Go to="/what-happened" query={{ [param]: code }}>
                {unmarked(name)}
              </Go>
            </th>
            <td className="number" data-label="All">
              <strong>{count(counts.all)}</strong>
            </td>
            {STATES.map((state) => (
              <td className="number" key={state.code} data-label={state.name}>
                {counts[state.count] === 0 ? '–' : count(counts[state.count])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
