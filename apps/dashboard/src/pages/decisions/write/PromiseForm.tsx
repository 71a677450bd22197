import { useState, type FormEvent } from 'react';
import { useFrame } from '../../../app/view';
import { unmarked } from '../../../figures/format';
import { Field } from '../../../forms/Field';
import { NotDone } from '../../../forms/NotDone';
import { SelectField } from '../../../forms/SelectField';
import { useAction } from '../../../forms/useAction';
import { Section } from '../../../layout/Section';
import { SAVE_PROMISE } from './own-queries';

/** Within how many months an agency promises to say what became of what was said. */
export function PromiseForm() {
  const agencies = useFrame().viewer?.agencies ?? [];
  const [agency, setAgency] = useState(agencies[0]?.code ?? '');
  const [months, setMonths] = useState('6');
  const { act, busy, done, problem } = useAction(SAVE_PROMISE, ({ saveAnswerPromise }) => saveAnswerPromise);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void act({ agency, months: Number(months) || 0, words: null });
  };
  return (
    <Section
      title="What you promise"
      measure="Voices without an answer are shown in public against this time. Without a promise, none is shown as late."
    >
      <form className="filter-form" onSubmit={submit}>
        <SelectField
          label="Agency"
          options={agencies.map(({ code, name }) => ({ code, name: unmarked(name) }))}
          value={agency}
          onChange={setAgency}
        />
        <Field id="promise-months" label="Answer within, months">
          <input
            className="govuk-input"
            id="promise-months"
            inputMode="numeric"
            value={months}
            onChange={(event) => setMonths(event.target.value)}
          />
        </Field>
        <button className="button" disabled={busy}>
          Save the promise
        </button>
        <NotDone problem={problem} />
        <p role="status">{done ? '✓ Saved.' : ''}</p>
      </form>
    </Section>
  );
}
