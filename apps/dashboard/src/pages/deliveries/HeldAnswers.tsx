import { useAnswer } from '../../app/answer';
import type { Mapping } from '../upload/mapping';
import { openAnswers, withCode } from './open-answers';
import { ANSWER_CODES } from './queries';

interface Props {
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}

/** Answers in no known wording, each with the code that it is to have. */
export function HeldAnswers({ mapping, onChange }: Props) {
  const { data } = useAnswer({ query: ANSWER_CODES, variables: {} });
  const open = openAnswers(mapping);
  if (open.length === 0) return null;
  return (
    <table className="table codes stack-narrow">
      <caption className="govuk-visually-hidden">Answers without a code, and what each becomes</caption>
      <thead>
        <tr>
          <th scope="col">Question</th>
          <th scope="col">Answer as written</th>
          <th scope="col">Becomes</th>
        </tr>
      </thead>
      <tbody>
        {open.map(({ rule, column, characteristic, answer, code }) => (
          <tr key={`${rule} ${answer}`}>
            <td>{column}</td>
            <th scope="row">{answer}</th>
            <td>
              <select
                className="govuk-select"
                aria-label={`${answer} becomes`}
                value={code}
                onChange={(event) => onChange(withCode(mapping, rule, answer, event.target.value))}
              >
                <option value="unmapped">Not yet matched</option>
                {(data?.answerCodes.find((one) => one.characteristic === characteristic)?.codes ?? []).map(
                  (one) => (
                    <option key={one.code} value={one.code}>
                      {one.name}
                    </option>
                  ),
                )}
              </select>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
