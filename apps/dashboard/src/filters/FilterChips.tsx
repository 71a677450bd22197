import { useRef, useState } from 'react';
import { AddFilter } from './AddFilter';
import { Chip } from './Chip';
import type { ChosenFilter } from './dimensions';
import { useShownFilter } from './shown';
import type { Filters } from './useFilters';
import { PeriodSelect } from './PeriodSelect';
import { useOptions } from './useOptions';

interface Props {
  filters: Filters;
  /** What is announced after a change, e.g. "465 people". */
  result: string;
}

/** Filters as chips: each goes away at a press; what is left is announced; the focus stays here. */
export function FilterChips({ filters, result }: Props) {
  const [adding, setAdding] = useState(false);
  const add = useRef<HTMLButtonElement>(null);
  const remove = (filter: ChosenFilter) => {
    filters.remove(filter);
    add.current?.focus();
  };
  const clear = () => {
    filters.clear();
    add.current?.focus();
  };
  return (
    <div className={filters.chosen.length ? undefined : 'no-print'}>
      <PeriodSelect filters={filters} />
      <ul className="chips" aria-label="Filters">
        {filters.chosen.map((filter) => (
          <ChosenChip
            key={`${filter.param} ${filter.code}`}
            filter={filter}
            onRemove={() => remove(filter)}
          />
        ))}
        <li className="no-print">
          <button
            type="button"
            className="chip-add"
            ref={add}
            aria-expanded={adding}
            onClick={() => setAdding(!adding)}
          >
            + Add a filter
          </button>
        </li>
        {filters.chosen.length > 1 && (
          <li className="no-print">
            <button type="button" className="link-button" onClick={clear}>
              Clear all
            </button>
          </li>
        )}
      </ul>
      {adding && (
        <AddFilter
          filters={filters}
          onDone={() => {
            setAdding(false);
            add.current?.focus();
          }}
        />
      )}
      <p className="govuk-visually-hidden" role="status">
        {result}
      </p>
    </div>
  );
}

function ChosenChip({ filter, onRemove }: { filter: ChosenFilter; onRemove: () => void }) {
  const options = useOptions(filter.dimension);
  const value = options.find((option) => option.code === filter.code)?.name ?? filter.code;
  useShownFilter(filter, value);
  return <Chip name={filter.name} value={value} onRemove={onRemove} />;
}
