import { useId } from 'react';
import { Field } from './Field';

interface Props {
  id?: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** One line of text. */
export function TextField({ id, label, value, onChange }: Props) {
  const own = useId();
  const mine = id ?? own;
  return (
    <Field id={mine} label={label}>
      <input
        className="govuk-input"
        id={mine}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
