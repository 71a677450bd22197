import { useRef } from 'react';
import { SelectField } from '../../../forms/SelectField';
import { controlOf } from './draft';

interface Props {
  field: string;
  label: string;
  options: readonly { code: string; name: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  problems: ReadonlyMap<string, string>;
}

/** Several out of a list: each choice becomes a chip that goes away at a press. */
export function Several({ field, label, options, chosen, onChange, problems }: Props) {
  const select = useRef<HTMLSelectElement>(null);
  const nameOf = (code: string) => options.find((option) => option.code === code)?.name ?? code;
  return (
    <div>
      <SelectField
        id={controlOf(field)}
        label={label}
        empty={chosen.length ? 'Add another' : 'None'}
        options={options.filter(({ code }) => !chosen.includes(code))}
        value=""
        ref={select}
        error={problems.get(field)}
        onChange={(code) => code && onChange([...chosen, code])}
      />
      {chosen.length > 0 && (
        <ul className="chips" aria-label={label}>
          {chosen.map((code) => (
            <li className="chip" key={code}>
              <button
                type="button"
                aria-label={`Take away ${nameOf(code)}`}
                onClick={() => {
                  onChange(chosen.filter((one) => one !== code));
                  select.current?.focus();
                }}
              >
                {nameOf(code)} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
