import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Dimension } from '../figures/figure';
import { SelectField } from '../forms/SelectField';
import { FILTERS } from './dimensions';
import type { Filters } from './useFilters';
import { useOptions } from './useOptions';

/** Two steps in one line: what to filter by, then which value; only values that occur are offered. */
export function AddFilter({ filters, onDone }: { filters: Filters; onDone: () => void }) {
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
      <SelectField
        label="Filter by"
        ref={first}
        options={offered.map((filter) => ({ code: filter.dimension, name: filter.name }))}
        value={dimension}
        onChange={(next) => {
          setDimension(next as Dimension);
          setCode('');
        }}
      />
      <SelectField
        label={chosen?.name ?? 'Value'}
        empty={options.length ? 'Choose' : 'None in these figures'}
        options={options}
        value={code}
        onChange={setCode}
      />
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
