import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useLocation } from 'react-router';
import { Field } from '../../forms/Field';
import { useFindWard } from './useFindWard';

/** Postcode or name to ward; `/` leads here from anywhere. */
export function FindWard() {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const find = useFindWard();
  const { state } = useLocation() as { state: { search?: boolean } | null };
  useEffect(() => {
    if (state?.search) field.current?.focus();
  }, [state]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = await find(text);
    setProblem(wrong ?? '');
    if (wrong) field.current?.focus();
    else setText('');
  };
  return (
    <form className="find-ward" onSubmit={(event) => void submit(event)} noValidate role="search">
      <Field id="find-ward" label="Find a ward by postcode or name" error={problem || undefined}>
        <div className="field-row">
          <input
            className={`govuk-input ${problem ? 'govuk-input--error' : ''}`}
            id="find-ward"
            ref={field}
            data-search
            autoComplete="off"
            spellCheck={false}
            value={text}
            aria-describedby={problem ? 'find-ward-error' : undefined}
            onChange={(event) => setText(event.target.value)}
          />
          <button className="button">Find</button>
        </div>
      </Field>
    </form>
  );
}
