import { useId } from 'react';
import type { LookColumn } from '../look';
import { keyFrom } from '../mapping';
import type { Part } from './parts';

interface By {
  column: string | number;
  questions: Record<string, { key: string; text: string }>;
}

interface Props {
  part: Part;
  value: unknown;
  columns: readonly LookColumn[];
  onChange: (value: By | undefined) => void;
}

/** Another column says which question a row answers: that column, and what each of its values asks. */
export function ByColumn({ part, value, columns, onChange }: Props) {
  const id = useId();
  const by = (value ?? null) as By | null;
  const choose = (label: string): void => {
    const column = columns.find((one) => one.label === label);
    if (!column) return onChange(undefined);
    const questions = column.values.map(({ value: word }, at) => [
      word,
      { key: keyFrom(word, `question-${at + 1}`), text: word },
    ]);
    return onChange({ column: label, questions: Object.fromEntries(questions) as By['questions'] });
  };
  return (
    <fieldset className="pairs">
      <legend>{part.name}</legend>
      <div className="pair">
        <label htmlFor={id}>Column</label>
        <select
          className="govuk-select"
          id={id}
          value={by ? String(by.column) : ''}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">None</option>
          {columns.map(({ label }) => (
            <option key={label} value={label}>
              {label}
            </option>
          ))}
        </select>
      </div>
      {by &&
        Object.entries(by.questions).map(([word, question], at) => (
          <div key={word} className="pair">
            <label htmlFor={`${id}${at}`}>{word} asks</label>
            <input
              className="govuk-input"
              id={`${id}${at}`}
              key={question.text}
              defaultValue={question.text}
              onBlur={(event) => {
                const text = event.target.value.trim();
                if (text && text !== question.text)
                  onChange({ ...by, questions: { ...by.questions, [word]: { ...question, text } } });
              }}
            />
          </div>
        ))}
    </fieldset>
  );
}
