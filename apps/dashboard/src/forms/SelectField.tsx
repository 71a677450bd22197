import { useId, type Ref } from 'react';
import { Field } from './Field';

interface Props {
  id?: string;
  label: string;
  /** What the empty choice says. */
  empty?: string;
  options: readonly { code: string; name: string }[];
  value: string;
  onChange: (code: string) => void;
  error?: string | undefined;
  ref?: Ref<HTMLSelectElement>;
}

/** One choice out of a list. */
export function SelectField({ id, label, empty, options, value, onChange, error, ref }: Props) {
  const own = useId();
  const mine = id ?? own;
  return (
    <Field id={mine} label={label} error={error}>
      <select
        className="govuk-select"
        id={mine}
        ref={ref}
        value={value}
        aria-describedby={error ? `${mine}-error` : undefined}
        onChange={(event) => onChange(event.target.value)}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.code} value={option.code}>
            {option.name}
          </option>
        ))}
      </select>
    </Field>
  );
}
