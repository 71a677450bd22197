import { useId } from 'react';
import { useAnswer } from '../../app/answer';
import { useView } from '../../app/view';
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

/** Agency, participation, community and dates; what is chosen stands in the address and as chips. */
export function EngagementFilters({ search, change }: Props) {
  const { edition } = useView();
  const choices = useAnswer({ query: ENGAGEMENT_CHOICES, variables: { edition } });
  const agencies = choices.data?.agencies.nodes ?? [];
  const communities = choices.data?.communities.nodes ?? [];
  const lists: [string, string, Choice[]][] = [
    ['agency', 'Agency', agencies],
    ['participation', 'Participation', LEVELS],
    ['community', 'Community', communities],
  ];
  const add = (param: string) => (code: string) =>
    code && change((next) => !next.has(param, code) && next.append(param, code));
  return (
    <div className="no-print">
      <div className="filter-form">
        {lists.map(([param, name, options]) => (
          <Pick key={param} name={name} options={options} onPick={add(param)} />
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
      <ul className="chips" aria-label="Filters">
        {lists.flatMap(([param, name, options]) =>
          search.getAll(param).map((code) => {
            const value = options.find((option) => option.code === code)?.name ?? code;
            return (
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
            );
          }),
        )}
      </ul>
    </div>
  );
}

function Pick({
  name,
  options,
  onPick,
}: {
  name: string;
  options: Choice[];
  onPick: (code: string) => void;
}) {
  const id = useId();
  return (
    <div className="govuk-form-group">
      <label className="govuk-label" htmlFor={id}>
        {name}
      </label>
      <select className="govuk-select" id={id} value="" onChange={(event) => onPick(event.target.value)}>
        <option value="">Add</option>
        {options.map((option) => (
          <option key={option.code} value={option.code}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  );
}

function Day({ name, value, onChange }: { name: string; value: string; onChange: (date: string) => void }) {
  const id = useId();
  return (
    <div className="govuk-form-group">
      <label className="govuk-label" htmlFor={id}>
        {name}
      </label>
      <input
        className="govuk-input"
        type="date"
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
