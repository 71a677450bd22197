import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import type { Dimension } from '../figures/figure';
import { FILTERS } from './dimensions';
import type { Filters } from './useFilters';
import { useOptions } from './useOptions';

/** Two steps in one line: what to filter by, then which value; only values that occur are offered. */
export function AddFilter({ filters, onDone }: { filters: Filters; onDone: () => void }) {
  const id = useId();
  const offered = FILTERS.filter(({ dimension }) => !filters.omit.includes(dimension));
  const [dimension, setDimension] = useState<Dimension>(offered[0]?.dimension ?? 'WARD');
  const [code, setCode] = useState('');
  const options = useOptions(dimension);
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);
  const chosen = FILTERS.find((filter) => filter.dimension === dimension);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!chosen || !code) return;
    filters.add(chosen.param, code);
    onDone();
  };
  return (
    <form className="filter-form" onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && onDone()}>
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor={`${id}what`}>
          Filter by
        </label>
        <select
          className="govuk-select"
          id={`${id}what`}
          ref={first}
          value={dimension}
          onChange={(event) => {
            setDimension(event.target.value as Dimension);
            setCode('');
          }}
        >
          {offered.map((filter) => (
            <option key={filter.dimension} value={filter.dimension}>
              {filter.name}
            </option>
          ))}
        </select>
      </div>
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor={`${id}which`}>
          {chosen?.name}
        </label>
        <select
          className="govuk-select"
          id={`${id}which`}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        >
          <option value="">{options.length ? 'Choose' : 'None in these figures'}</option>
          {options.map((option) => (
            <option key={option.code} value={option.code}>
              {option.name}
            </option>
          ))}
        </select>
      </div>
      <div className="buttons">
        <button className="button" aria-disabled={!code}>
          Add
        </button>
        <button type="button" className="button second" onClick={onDone}>
          Cancel
        </button>
      </div>
    </form>
  );
}
