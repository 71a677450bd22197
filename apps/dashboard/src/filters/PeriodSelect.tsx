import { useId } from 'react';
import type { Filters } from './useFilters';
import { type CountedBy, useCountedBy } from './useGroups';
import { useOptions } from './useOptions';

/** The first filter of every page of figures: which time they are of. A period is counted as distinct people, never summed. */
export function PeriodSelect({ filters }: { filters: Filters }) {
  const id = useId();
  const counted = useCountedBy();
  const quarters = useOptions('QUARTER').filter(({ code }) => /^\d{4}-Q[1-4]$/.test(code));
  const chosen = filters.chosen.filter(({ dimension }) => dimension === 'QUARTER');
  if (filters.omit.includes('QUARTER') || !counted) return null;
  const value = chosen.length === 1 ? chosen[0]!.code : '';
  return (
    <p className="period">
      <label htmlFor={id}>Period</label>{' '}
      <select
        id={id}
        className="govuk-select"
        value={value}
        onChange={(event) => filters.choose('quarter', event.target.value)}
      >
        <option value="">{chosen.length > 1 ? 'Several' : whole(quarters)}</option>
        {parts(counted).map(({ label, groups }) => (
          <optgroup key={label} label={label}>
            {groups.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
        <optgroup label="Quarters">
          {quarters.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </optgroup>
      </select>
    </p>
  );
}

/** "All: April 2022 to June 2025"; quarters come with the newest first. */
function whole(quarters: readonly { name: string }[]): string {
  const [first, last] = [quarters.at(-1)?.name, quarters[0]?.name];
  if (!first || !last) return 'All';
  return `All: ${first.replace(/ to \w+ /, ' ')} to ${last.replace(/^\w+ to /, '')}`;
}

function parts({ groups, now, before }: CountedBy): { label: string; groups: CountedBy['groups'] }[] {
  const of = (...kinds: string[]) =>
    groups.filter(({ dimension, kind }) => dimension === 'QUARTER' && kinds.includes(kind));
  const compared = of('period').map((group) =>
    group.code === now?.code
      ? { ...group, name: `Last four full quarters: ${group.name}` }
      : group.code === before?.code
        ? { ...group, name: `The year before: ${group.name}` }
        : group,
  );
  return [
    { label: 'Compared', groups: compared },
    { label: 'Calendar years', groups: of('year') },
    { label: 'Other periods', groups: of('run') },
  ].filter((part) => part.groups.length > 0);
}
