import { plural } from '../../figures/format';
import { Field } from '../../forms/Field';

/** What moves figures is not signed with a word or two. */
export const SHORTEST_REASON = 40;

interface Props {
  id: string;
  label: string;
  value: string;
  onChange: (reason: string) => void;
}

/** A reason that stands in an edition with its author's name; the letters are counted aloud only when it is long enough. */
export function Reason({ id, label, value, onChange }: Props) {
  const letters = value.trim().length;
  return (
    <Field id={id} label={label} hint="Kept with your name and printed with the edition.">
      <textarea
        className="govuk-textarea"
        id={id}
        rows={3}
        maxLength={500}
        aria-describedby={`${id}-hint ${id}-letters`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <p className="note" id={`${id}-letters`}>
        {plural(letters, 'letter', 'letters')}; at least {SHORTEST_REASON}
      </p>
    </Field>
  );
}
