import { codeOf, type Rule } from '../mapping';
import { MeaningOptions } from '../MeaningOptions';

interface Props {
  id: string;
  label: string;
  rule: Rule | undefined;
  onChange: (code: string) => void;
}

/** What a column becomes, out of everything that it may. */
export function MeaningChoice({ id, label, rule, onChange }: Props) {
  return (
    <select
      className="govuk-select"
      id={id}
      aria-label={label}
      value={codeOf(rule)}
      onChange={(event) => onChange(event.target.value)}
    >
      <MeaningOptions rule={rule} />
    </select>
  );
}
