import { count, decimal, rangeDecimal } from '../../figures/format';
import type { LinkageRunsQuery, LinkRateBy } from '../../gql/graphql';
import { Section } from '../../layout/Section';

type Rate = LinkageRunsQuery['latest'][number]['rates'][number];

const GROUPS: [by: LinkRateBy, name: string][] = [
  ['AGE', 'Age'],
  ['SEX', 'Sex'],
  ['ETHNIC_GROUP', 'Ethnic group'],
  ['WARD', 'Ward'],
];

/** Whether matching finds some people's answers to be theirs less often than others'. */
export function RateTable({ rates }: { rates: readonly Rate[] }) {
  const differing = rates.filter(({ differs }) => differs).length;
  return (
    <Section
      title={
        differing === 0
          ? 'No group is matched more or less often than the others'
          : `${differing} of ${rates.length} groups are matched more or less often than all together`
      }
      measure="Share of a group's records that were matched with another record. A group that is matched less often is counted too high, unless it answers less often."
    >
      <table className="table stack-narrow">
        <caption className="govuk-visually-hidden">Share of records matched, by group</caption>
        <thead>
          <tr>
            <th scope="col">Group</th>
            <th scope="col" className="number">
              Records
            </th>
            <th scope="col" className="number">
              Matched
            </th>
            <th scope="col">Between</th>
            <th scope="col" className="number">
              Too little to match
            </th>
            <th scope="col">Against all</th>
          </tr>
        </thead>
        {GROUPS.map(([by, name]) => (
          <Group key={by} name={name} rates={rates.filter((rate) => rate.by === by)} />
        ))}
      </table>
      <p className="note">Groups of fewer than ten records are left out.</p>
    </Section>
  );
}

function Group({ name, rates }: { name: string; rates: readonly Rate[] }) {
  if (rates.length === 0) return null;
  return (
    <tbody>
      <tr className="group">
        <th scope="rowgroup" colSpan={6}>
          {name}
        </th>
      </tr>
      {rates.map(({ code, name: group, records, thin, linked, differs }) => (
        <tr key={code}>
          <th scope="row">{group}</th>
          <td className="number" data-label="Records">
            {count(records)}
          </td>
          <td className="number" data-label="Matched">
            {decimal(linked.value * 100)}%
          </td>
          <td data-label="Between">{rangeDecimal(linked.low * 100, linked.high * 100)}</td>
          <td className="number" data-label="Too little to match">
            {count(thin)}
          </td>
          <td className={differs ? 'strong' : 'quiet'}>{differs ? 'differs' : 'no clear difference'}</td>
        </tr>
      ))}
    </tbody>
  );
}
