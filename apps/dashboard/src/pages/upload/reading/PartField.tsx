import { useId } from 'react';
import { Field } from '../../../forms/Field';
import type { LookColumn } from '../look';
import { ByColumn } from './ByColumn';
import type { Part } from './parts';

interface Props {
  part: Part;
  value: unknown;
  columns: readonly LookColumn[];
  /** Undefined takes the part away: as if nothing had been said. */
  onChange: (value: unknown) => void;
}

/** One thing that can be said, asked for by its kind; takes effect as the field is left. */
export function PartField({ part, value, columns, onChange }: Props) {
  const id = useId();
  if (part.kind === 'flag')
    return (
      <label className="tick" htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={value === true}
          onChange={(event) => onChange(event.target.checked)}
        />{' '}
        {part.name}
      </label>
    );
  if (part.kind === 'pairs' || part.kind === 'items')
    return <Pairs part={part} value={value} columns={columns} onChange={onChange} />;
  if (part.kind === 'by') return <ByColumn part={part} value={value} columns={columns} onChange={onChange} />;
  return (
    <Field id={id} label={part.name} hint={part.hint} error={undefined}>
      <Control id={id} part={part} value={value} columns={columns} onChange={onChange} />
    </Field>
  );
}

const text = (value: unknown): string =>
  Array.isArray(value) ? value.join('\n') : value === null || value === undefined ? '' : String(value);
const linesOf = (written: string): string[] =>
  written
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function Control({ id, part, value, columns, onChange }: Props & { id: string }) {
  const described = part.hint ? { 'aria-describedby': `${id}-hint` } : {};
  switch (part.kind) {
    case 'choice':
    case 'column': {
      const choices =
        part.kind === 'choice'
          ? (part.choices ?? [])
          : [{ code: '', name: 'None' }, ...columns.map(({ label }) => ({ code: label, name: label }))];
      return (
        <select
          className="govuk-select"
          id={id}
          value={text(value)}
          {...described}
          onChange={(event) => onChange(event.target.value || undefined)}
        >
          {choices.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      );
    }
    case 'columns':
      return <Several id={id} value={value} columns={columns} onChange={onChange} described={described} />;
    case 'lines':
      return <Lines id={id} value={value} onChange={onChange} described={described} />;
    default:
      return (
        <input
          className="govuk-input"
          id={id}
          key={text(value)}
          inputMode={part.kind === 'number' ? 'numeric' : 'text'}
          defaultValue={text(value)}
          {...described}
          onBlur={(event) => {
            const written = event.target.value;
            if (written === text(value)) return;
            onChange(part.kind === 'number' ? Number(written) || 0 : written || undefined);
          }}
        />
      );
  }
}

interface ControlProps {
  id: string;
  value: unknown;
  onChange: (value: unknown) => void;
  described: { 'aria-describedby'?: string };
}

function Several({ id, value, columns, onChange, described }: ControlProps & Pick<Props, 'columns'>) {
  return (
    <select
      className="govuk-select several"
      id={id}
      multiple
      size={Math.min(5, Math.max(2, columns.length))}
      value={Array.isArray(value) ? value.map(String) : []}
      {...described}
      onChange={(event) => onChange(listOf([...event.target.selectedOptions].map((option) => option.value)))}
    >
      {columns.map(({ label, letter }) => (
        <option key={label} value={label}>
          {letter} {label}
        </option>
      ))}
    </select>
  );
}

function Lines({ id, value, onChange, described }: ControlProps) {
  return (
    <textarea
      className="govuk-textarea"
      id={id}
      key={text(value)}
      rows={Math.min(8, Math.max(3, text(value).split('\n').length))}
      defaultValue={text(value)}
      {...described}
      onBlur={(event) => {
        const lines = linesOf(event.target.value);
        if (lines.join('\n') !== text(value)) onChange(listOf(lines));
      }}
    />
  );
}

const listOf = (list: string[]): string[] | undefined => (list.length ? list : undefined);

type PairProps = Omit<Props, 'part'> & { part: Part };

/** Words of the file, each with what it stands for; and a line for one more. */
function Pairs({ part, value, onChange }: PairProps) {
  const id = useId();
  const pairs = Object.entries((value ?? {}) as Record<string, string | null>);
  const set = (from: string, to: string): void => {
    const rest = pairs.filter(([one]) => one !== from);
    const all = [...rest, [from, part.kind === 'pairs' && to === '' ? null : to]] as [string, unknown][];
    // In the order in which they stand.
    const order = pairs.map(([one]) => one);
    all.sort((a, b) => (order.indexOf(a[0]) + 1 || 1e6) - (order.indexOf(b[0]) + 1 || 1e6));
    onChange(Object.fromEntries(all));
  };
  return (
    <fieldset className="pairs">
      <legend>{part.name}</legend>
      {part.hint && <p className="govuk-hint">{part.hint}</p>}
      {pairs.map(([from, to], at) => (
        <div key={from} className="pair">
          <label htmlFor={`${id}${at}`}>{from}</label>
          <input
            className="govuk-input"
            id={`${id}${at}`}
            key={String(to)}
            defaultValue={to ?? ''}
            onBlur={(event) => event.target.value !== (to ?? '') && set(from, event.target.value)}
          />
          {part.kind === 'pairs' && (
            <button
              type="button"
              className="link-button"
              onClick={() => onChange(Object.fromEntries(pairs.filter(([one]) => one !== from)))}
            >
              Forget<span className="govuk-visually-hidden"> {from}</span>
            </button>
          )}
        </div>
      ))}
      {part.kind === 'pairs' && <AddPair name={part.name} onAdd={set} />}
    </fieldset>
  );
}

function AddPair({ name, onAdd }: { name: string; onAdd: (from: string, to: string) => void }) {
  return (
    <form
      className="pair"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const said = new FormData(form);
        const from = String(said.get('from') ?? '').trim();
        if (from) onAdd(from, String(said.get('to') ?? '').trim());
        form.reset();
      }}
    >
      <input
        className="govuk-input"
        name="from"
        aria-label={`${name}: word in the file`}
        placeholder="word in the file"
      />
      <input className="govuk-input" name="to" aria-label={`${name}: stands for`} placeholder="stands for" />
      <button className="button second">Add</button>
    </form>
  );
}
