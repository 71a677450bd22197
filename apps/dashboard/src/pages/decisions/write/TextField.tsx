import { Field } from '../../../forms/Field';
import { controlOf } from './draft';

interface Props {
  field: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  problems: ReadonlyMap<string, string>;
  hint?: string;
  /** Several lines. */
  long?: boolean;
  type?: 'text' | 'date';
  disabled?: boolean;
}

/** A line or several of text, with the problem that the hub found in it. */
export function TextField({
  field,
  label,
  value,
  onChange,
  problems,
  hint,
  long,
  type = 'text',
  disabled,
}: Props) {
  const id = controlOf(field);
  const error = problems.get(field);
  const control = {
    id,
    value,
    disabled,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
  };
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {long ? (
        <textarea
          className="govuk-textarea"
          rows={3}
          {...control}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <input
          className="govuk-input"
          type={type}
          {...control}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
