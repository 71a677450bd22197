import { useId } from 'react';
import { useAnswer } from '../../app/answer';
import { useView } from '../../app/view';
import { Field } from '../../forms/Field';
import { SelectField } from '../../forms/SelectField';
import { ENGAGEMENT_CHOICES } from './queries';
import { LEVELS } from './words';

interface Props {
  search: URLSearchParams;
  change: (edit: (next: URLSearchParams) => void) => void;
}

interface Choice {
  code: string;
  name: string;
}

/** A filter by one of several values: its place in the address, its name, its values. */
type List = [param: string, name: string, options: readonly Choice[]];

/** Agency, participation, community and dates; what is chosen stands in the address and as chips. */
export function EngagementFilters({ search, change }: Props) {
  const { edition } = useView();
  const choices = useAnswer({ query: ENGAGEMENT_CHOICES, variables: { edition } });
  const lists: List[] = [
    ['agency', 'Agency', choices.data?.agencies.nodes ?? []],
    ['participation', 'Participation', LEVELS],
    ['community', 'Community', choices.data?.communities.nodes ?? []],
  ];
  const add = (param: string, code: string) =>
    code && change((next) => !next.has(param, code) && next.append(param, code));
  return (
    <div className="no-print">
      <div className="filter-form">
        {lists.map(([param, name, options]) => (
          <SelectField
            key={param}
            label={name}
            empty="Add"
            options={options}
            value=""
            onChange={(code) => add(param, code)}
          />
        ))}
        {(['from', 'until'] as const).map((param) => (
          <Day
            key={param}
            name={param === 'from' ? 'Open after' : 'Open before'}
            value={search.get(param) ?? ''}
            onChange={(date) => change((next) => (date ? next.set(param, date) : next.delete(param)))}
          />
        ))}
      </div>
      <Chosen lists={lists} search={search} change={change} />
    </div>
  );
}

function Chosen({ lists, search, change }: Props & { lists: List[] }) {
  const chosen = lists.flatMap(([param, name, options]) =>
    search.getAll(param).map((code) => {
      const value = options.find((option) => option.code === code)?.name ?? code;
      return { param, name, code, value };
    }),
  );
  if (chosen.length === 0) return null;
  return (
    <ul className="chips" aria-label="Filters">
      {chosen.map(({ param, name, code, value }) => (
        <li className="chip" key={`${param} ${code}`}>
          <button
            type="button"
            onClick={() => change((next) => next.delete(param, code))}
            aria-label={`Take away the filter ${name}: ${value}`}
          >
            <span>
              {name}: <strong>{value}</strong>
            </span>
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Day({ name, value, onChange }: { name: string; value: string; onChange: (date: string) => void }) {
  const id = useId();
  return (
    <Field id={id} label={name}>
      <input
        className="govuk-input"
        type="date"
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
