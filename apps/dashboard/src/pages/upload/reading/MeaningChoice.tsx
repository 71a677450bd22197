import { codeOf, MEANINGS, meaningOf, type Rule } from '../mapping';

interface Props {
  id: string;
  label: string;
  rule: Rule | undefined;
  onChange: (code: string) => void;
}

const GROUPS = [...new Set(MEANINGS.map((one) => one.group))];

/** What a column becomes, out of everything that it may. */
export function MeaningChoice({ id, label, rule, onChange }: Props) {
  const current = codeOf(rule);
  const known = MEANINGS.some((one) => one.code === current);
  return (
    <select
      className="govuk-select"
      id={id}
      aria-label={label}
      value={current}
      onChange={(event) => onChange(event.target.value)}
    >
      {!known && <option value={current}>{meaningOf(rule)}</option>}
      {GROUPS.map((group) => (
        <optgroup key={group} label={group}>
          {MEANINGS.filter((one) => one.group === group).map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
