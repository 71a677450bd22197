import { useState, type FormEvent } from 'react';
import { useAnswer } from '../../../app/answer';
import { useFrame } from '../../../app/view';
import { unmarked } from '../../../figures/format';
import { Field } from '../../../forms/Field';
import { NotDone } from '../../../forms/NotDone';
import { SelectField } from '../../../forms/SelectField';
import { TextField } from '../../../forms/TextField';
import { useAction } from '../../../forms/useAction';
import type { OwnPromisesQuery } from '../../../gql/graphql';
import { Section } from '../../../layout/Section';
import { Shown } from '../../../states/Shown';
import { OWN_PROMISES, SAVE_PROMISE } from './own-queries';

/** Within how many months an agency promises to say what became of what was said, and whom to ask. */
export function PromiseForm() {
  const agencies = useFrame().viewer?.agencies ?? [];
  const [agency, setAgency] = useState(agencies[0]?.code ?? '');
  const answer = useAnswer({ query: OWN_PROMISES, variables: {}, fresh: true });
  return (
    <Section
      title="What you promise, and whom to ask"
      measure="Voices without an answer are shown in public against this time. Without a promise, none is shown as late. Whom to ask stands on ward pages and briefs."
    >
      <Shown answer={answer} rows={2}>
        {({ answerPromises }) => (
          <>
            <SelectField
              label="Agency"
              options={agencies.map(({ code, name }) => ({ code, name: unmarked(name) }))}
              value={agency}
              onChange={setAgency}
            />
            <OfAgency
              key={agency}
              agency={agency}
              held={answerPromises.find((one) => one.agency.code === agency)}
            />
          </>
        )}
      </Shown>
    </Section>
  );
}

interface Props {
  agency: string;
  held: OwnPromisesQuery['answerPromises'][number] | undefined;
}

function OfAgency({ agency, held }: Props) {
  const [months, setMonths] = useState(String(held?.months ?? 6));
  const [words, setWords] = useState(held?.words ?? '');
  const [contact, setContact] = useState(held?.contact ?? '');
  const { act, busy, done, problem } = useAction(SAVE_PROMISE, ({ saveAnswerPromise }) => saveAnswerPromise);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void act({ agency, months: Number(months) || 0, words: words.trim() || null, contact });
  };
  return (
    <form className="filter-form" onSubmit={submit}>
      <Field id="promise-months" label="Answer within, months">
        <input
          className="govuk-input"
          id="promise-months"
          inputMode="numeric"
          value={months}
          onChange={(event) => setMonths(event.target.value)}
        />
      </Field>
      <TextField label="The promise, in your own words" value={words} onChange={setWords} />
      <TextField label="Whom to ask" value={contact} onChange={setContact} />
      <button className="button" disabled={busy}>
        Save the promise
      </button>
      <NotDone problem={problem} />
      <p role="status">{done ? '✓ Saved.' : ''}</p>
    </form>
  );
}
