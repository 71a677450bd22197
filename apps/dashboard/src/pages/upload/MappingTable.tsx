import { useId } from 'react';
import { codeOf, ruleFor, withMeaning, type Mapping } from './mapping';
import { MeaningOptions } from './MeaningOptions';

export interface Hint {
  label: string;
  confidence: number;
  why: string;
}

interface Props {
  mapping: Mapping;
  header: readonly string[];
  /** First rows, cells in the order of the header. */
  samples: readonly (readonly (string | null)[])[];
  hints?: readonly Hint[];
  onChange: (mapping: Mapping) => void;
}

/** What each column is taken for, with the first values under it, and a choice to change it. */
export function MappingTable({ mapping, header, samples, hints = [], onChange }: Props) {
  const id = useId();
  return (
    <table className="table mapping stack-narrow" id="columns" tabIndex={-1}>
      <caption className="govuk-visually-hidden">Columns of the file and what each is taken for</caption>
      <thead>
        <tr>
          <th scope="col">Column in the file</th>
          {samples.length > 0 && <th scope="col">First values</th>}
          <th scope="col">Becomes</th>
          {hints.length > 0 && <th scope="col">Why we think so</th>}
        </tr>
      </thead>
      <tbody>
        {header.map((label, position) => {
          const rule = ruleFor(mapping, label, position);
          const hint = hints.find((one) => one.label === label);
          const code = codeOf(rule);
          return (
            <tr key={`${position} ${label}`} className={code === 'ignore' ? 'dropped' : ''}>
              <th scope="row">
                <label htmlFor={`${id}${position}`}>{label || `Column ${position + 1}`}</label>
              </th>
              {samples.length > 0 && (
                <td>
                  <Samples values={samples.slice(0, 3).map((row) => row[position] ?? null)} />
                </td>
              )}
              <td>
                <select
                  className="govuk-select"
                  id={`${id}${position}`}
                  value={code}
                  onChange={(event) => onChange(withMeaning(mapping, label, position, event.target.value))}
                >
                  <MeaningOptions rule={rule} />
                </select>
              </td>
              {hints.length > 0 && (
                <td className="quiet">
                  {hint?.why}
                  {hint && hint.confidence < 0.6 && <strong> Please look twice.</strong>}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 38)}…` : text);

function Samples({ values }: { values: (string | null)[] }) {
  return (
    <>
      {values.map((value, index) => (
        <span key={index} className="cell-text" style={{ marginRight: 4 }}>
          {value === null || value === '' ? '(empty)' : short(value)}
        </span>
      ))}
    </>
  );
}
